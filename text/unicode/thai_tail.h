// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "text/unicode/thai_class.h"

// What folding looks at behind and ahead in Thai text. Not installed.

namespace thalign {

/// The Thai characters that end a text, the last one first.
class ThaiTail {
 public:
  explicit ThaiTail(std::string_view text) : text_(text) {}

  /// Place in the Thai block of the character `back` Thai characters before the end, 0 (no
  /// character) if none is there.
  std::size_t index(std::size_t back) const {
    const std::size_t distance = (back + 1) * kThaiBytes;
    if (text_.size() < distance) return 0;
    const std::string_view character = text_.substr(text_.size() - distance);
    return begins_thai(character) ? thai_index(character) : 0;
  }
  ThaiClass operator[](std::size_t back) const { return thai_class(index(back)); }

  /// Whether the text ends with a vowel that needs a final consonant, with or without a tone mark:
  /// "นั้", "เปิ", but not "ก็" or "นี้".
  bool is_open_syllable() const;
  /// Whether the text ends as "ทัง้" does: a tone mark behind the consonant that follows its own.
  bool is_displaced_tone() const;

 private:
  std::string_view text_;
};

/// Bytes of the longest run of Thai characters that begins `rest` and that folding leaves as it is,
/// where `tail` is the folded text before. No white space stands between.
std::size_t unchanged_thai(const ThaiTail& tail, std::string_view rest);

}  // namespace thalign
