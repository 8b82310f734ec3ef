// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace thalign {

/// Whether two BCP 47 tags are the same: case makes no difference.
inline bool same_tag(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// `tag` in lower case, `-` for `_`: the same for tags that mean the same.
inline std::string folded_tag(std::string_view tag) {
  std::string folded(tag);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  return folded;
}

/// "th" of "th-TH".
inline std::string_view primary_subtag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// The tag as BCP 47 recommends to write it: "th-TH", "zh-Hant-TW". Only case changes.
inline std::string canonical_tag(std::string_view tag) {
  std::string result(tag);
  std::size_t begin = 0;
  bool is_private = false;  // what stands behind a subtag of one letter
  while (begin < result.size()) {
    const std::size_t end = std::min(result.find('-', begin), result.size());
    const std::size_t size = end - begin;
    for (std::size_t i = begin; i < end; ++i) {
      char& c = result[i];
      const bool is_capital = begin > 0 && !is_private && (size == 2 || (size == 4 && i == begin));
      if (is_capital && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (!is_capital && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    is_private = is_private || size == 1;
    begin = end + 1;
  }
  return result;
}

}  // namespace thalign
