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

}  // namespace thalign
