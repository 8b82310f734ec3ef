// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace thalign {

/// White space in the sense of the library, which may lie between units: Unicode White_Space, the
/// information separators U+001C-001F, ZWSP and BOM.
constexpr bool is_space(char32_t character) {
  if (character < 0x80) {
    return character == 0x20 || (character >= 0x09 && character <= 0x0D) ||
           (character >= 0x1C && character <= 0x1F);
  }
  return character == 0x85 || character == 0xA0 || character == 0x1680 ||
         (character >= 0x2000 && character <= 0x200B) || character == 0x2028 ||
         character == 0x2029 || character == 0x202F || character == 0x205F || character == 0x3000 ||
         character == 0xFEFF;
}

/// Whether `text` has nothing but white space. Requires: valid UTF-8.
bool is_blank(std::string_view text);

}  // namespace thalign
