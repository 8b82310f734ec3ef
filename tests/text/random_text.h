// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace thalign::test {

/// Pieces that random texts are made of: Thai with the characters that folding treats apart, Latin
/// letters, digits, marks, spaces, characters folded away, characters of four bytes.
inline constexpr std::array<std::string_view, 54> kPieces = {
    "ก", "ข", "น", "ม", "ร", "ะ", "ั", "า", "ำ", "ิ", "ี", "ุ", "เ", "แ", "โ", "็", "่", "้", "๊", "\u0E4D",
    "ๆ", "ฯ", "๑", "๙", "ไทย", "ประเทศ", "a", "B", "Can't", "1,5", "7", ".", "-", " ", "\n", "\t",
    "\u00A0", "\u200B", "\u00AD", "\uFEFF", "\uFF21", "\u201C", "\u023A", "\U0001F600",
    // what converters make of Thai
    "\uF70A", "\uF710", "\uF70F", "\u0E4C", "\u0E45", "\u2060", "\u200E", "ัง้ ", " ิ", "\u2028"};

/// `count` random pieces. The same seed gives the same text everywhere.
inline std::string random_text(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

/// The code points of `text`, which is valid UTF-8.
inline std::u32string characters(std::string_view text) {
  std::u32string result;
  for (const char byte : text) {
    const auto b = static_cast<unsigned char>(byte);
    if (b >= 0x80 && b < 0xC0) {
      result.back() = (result.back() << 6U) | (b & 0x3FU);
    } else {
      result += static_cast<char32_t>(b & (b < 0x80   ? 0x7FU
                                           : b < 0xE0 ? 0x1FU
                                           : b < 0xF0 ? 0x0FU
                                                      : 0x07U));
    }
  }
  return result;
}

inline bool is_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

}  // namespace thalign::test
