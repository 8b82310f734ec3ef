// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/anchor_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace thalign {

std::string number_key(std::string_view folded) {
  std::string key = "#";
  for (const char c : folded) {
    const bool leading_zero = c == '0' && key.size() == 1;
    if (c != ',' && !leading_zero) key += c;
  }
  if (std::ranges::count(key, '.') == 1) {
    key.erase(key.find_last_not_of('0') + 1);
    if (key.back() == '.') key.pop_back();
  }
  if (key.size() == 1) key += '0';
  return key;
}

std::string number_key(double value) {
  constexpr double kMostDecimals = 1e4;
  const double rounded = std::round(value * kMostDecimals) / kMostDecimals;
  return number_key(std::string_view(fmt::format("{:.4f}", rounded)));
}

std::string month_key(int month) { return fmt::format("@{}", month); }

std::string uncertain_key(std::span<const std::string> readings) {
  std::string key;
  for (const std::string& reading : readings) key.append("|").append(reading);
  return key;
}

std::vector<std::string_view> readings_of(std::string_view key) {
  std::vector<std::string_view> readings;
  while (key.starts_with('|')) {
    key.remove_prefix(1);
    readings.push_back(key.substr(0, key.find('|')));
    key.remove_prefix(readings.back().size());
  }
  return readings;
}

}  // namespace thalign
