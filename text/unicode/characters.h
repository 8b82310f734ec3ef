// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <string_view>

// Single characters of valid UTF-8. Not installed.

namespace thalign {

/// The character at `at`, which moves behind it.
inline UChar32 next_character(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return c;
}

inline UChar32 character_at(std::string_view text, std::size_t at) {
  return next_character(text, at);
}

/// Requires: `text` is not empty.
inline UChar32 last_character(std::string_view text) {
  std::size_t at = text.size();
  U8_BACK_1_UNSAFE(text.data(), at);
  return character_at(text, at);
}

}  // namespace thalign
