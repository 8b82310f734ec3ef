// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string_view>

namespace thalign {

/// UTF-8 as a string of ICU.
inline icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace thalign
