// SPDX-License-Identifier: Apache-2.0
#include "cli/base/messages.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>

namespace thalign::cli {
namespace {

/// Whether a terminal shows the character and does nothing else.
bool is_harmless(UChar32 c) {
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool is_line_end = c == 0x2028 || c == 0x2029;
  const bool is_direction = c == 0x061C || c == 0x200E || c == 0x200F ||
                            (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return !is_control && !is_line_end && !is_direction;  // negative: no UTF-8
}

}  // namespace

std::string shown(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    is_harmless(c) ? result.append(text, begin, i - begin) : result.append("?");
  }
  return result;
}

void print_message(std::string_view message) {
  const std::string line = std::string("thalign: ").append(shown(message)).append("\n");
  // There is nowhere left to report a failure to.
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

void Notes::report(const Notice& notice) const {
  if (options_.quiet) return;
  if (kept_ != nullptr) kept_->notices.push_back(notice);
  if (kept_ == nullptr || options_.verbose) say(notice.where + ": " + notice.text);
}

void Notes::say(std::string_view message) const {
  if (kept_ == nullptr) return print_message(message);
  kept_->lines.emplace_back(message);
}

void NoticeSums::add(const std::vector<Notice>& notes) {
  for (const Notice& note : notes) {
    auto sum = std::ranges::find(sums_, note.of_many, [](const Sum& known) -> const std::string& {
      return known.first.of_many;
    });
    if (sum == sums_.end()) sum = sums_.insert(sums_.end(), {.first = note});
    ++sum->notes;
    sum->count += note.count;
  }
}

void NoticeSums::report(const Notes& notes) const {
  constexpr std::string_view kPlace = "{}";
  for (const Sum& sum : sums_) {
    if (sum.notes == 1) {
      notes.report(sum.first);
      continue;
    }
    std::string text = sum.first.of_many;
    if (const std::size_t place = text.find(kPlace); place != std::string::npos)
      text.replace(place, kPlace.size(), std::to_string(sum.count));
    notes.report(fmt::format("{} and {} more: {}", sum.first.where, sum.notes - 1, text));
  }
}

}  // namespace thalign::cli
