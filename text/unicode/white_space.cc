// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/white_space.h"

#include <unicode/utf8.h>

#include <cstddef>

namespace thalign {

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), i, c);
    if (!is_space(static_cast<char32_t>(c))) return false;
  }
  return true;
}

}  // namespace thalign
