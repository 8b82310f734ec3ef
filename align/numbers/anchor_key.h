// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {

/// The key of a number (see `Vocabulary`): no separators, leading zeros, or zeros at the end of
/// decimals. "1,000" and "1000.0" are "#1000".
std::string number_key(std::string_view folded);
std::string number_key(double value);

/// The key of a month, 1 to 12: "@6".
std::string month_key(int month);

/// The key of what can be read in several ways, each of them the key of a number or a month:
/// "|#5|@5" is a day or a month. One reading alone may be no number at all.
std::string uncertain_key(std::span<const std::string> readings);

/// The readings of an uncertain key; none of any other.
std::vector<std::string_view> readings_of(std::string_view key);

/// Whether a key is that of a number or a month, or may be one.
constexpr bool is_anchor(std::string_view key) {
  return key.starts_with('#') || key.starts_with('@') || key.starts_with('|');
}

}  // namespace thalign
