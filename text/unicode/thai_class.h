// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// Classes of the characters of the Thai block, U+0E00-0E7F. Not installed.

namespace thalign {

/// What a character of the Thai block is. All but the first two are letters of words.
enum class ThaiClass : std::uint8_t {
  other,          ///< U+0E2F, U+0E3F, U+0E46, U+0E4F and the like
  digit,          ///< U+0E50-0E59
  consonant,      ///< U+0E01-0E2E
  sara_e,         ///< U+0E40
  leading_vowel,  ///< the others before the consonant: U+0E41-0E44
  sara_a,         ///< U+0E30, and U+0E45, which follows as it does
  sara_aa,        ///< U+0E32
  sara_am,        ///< U+0E33
  upper_vowel,    ///< U+0E31, U+0E34-0E37
  mark,           ///< other vowels and marks above and below: U+0E38-0E3A, U+0E47, U+0E4E
  tone,           ///< U+0E48-0E4B, and U+0E4C, which stands where they do
  nikhahit        ///< U+0E4D
};

namespace detail {

inline constexpr std::array<ThaiClass, 128> kThaiClasses = [] {
  std::array<ThaiClass, 128> classes{};
  const auto fill = [&](std::size_t first, std::size_t last, ThaiClass thai_class) {
    for (std::size_t i = first; i <= last; ++i) classes[i] = thai_class;
  };
  fill(0x01, 0x2E, ThaiClass::consonant);
  fill(0x30, 0x30, ThaiClass::sara_a);
  fill(0x31, 0x31, ThaiClass::upper_vowel);
  fill(0x32, 0x32, ThaiClass::sara_aa);
  fill(0x33, 0x33, ThaiClass::sara_am);
  fill(0x34, 0x37, ThaiClass::upper_vowel);
  fill(0x38, 0x3A, ThaiClass::mark);
  fill(0x40, 0x40, ThaiClass::sara_e);
  fill(0x41, 0x44, ThaiClass::leading_vowel);
  fill(0x45, 0x45, ThaiClass::sara_a);
  fill(0x47, 0x47, ThaiClass::mark);
  fill(0x48, 0x4C, ThaiClass::tone);
  fill(0x4D, 0x4D, ThaiClass::nikhahit);
  fill(0x4E, 0x4E, ThaiClass::mark);
  fill(0x50, 0x59, ThaiClass::digit);
  return classes;
}();

}  // namespace detail

inline constexpr std::size_t kThaiBytes = 3;  ///< of a character of the Thai block in UTF-8

/// Whether `text` begins with a character of the Thai block.
constexpr bool begins_thai(std::string_view text) {
  return text.size() >= kThaiBytes && text[0] == '\xE0' && (text[1] == '\xB8' || text[1] == '\xB9');
}

/// Place in the Thai block (0 to 127) of the character that begins `text`. Requires:
/// `begins_thai(text)`.
constexpr std::size_t thai_index(std::string_view text) {
  return (static_cast<unsigned char>(text[1]) & 1U) * 64U +
         (static_cast<unsigned char>(text[2]) & 0x3FU);
}

/// Requires: `index` is below 128.
constexpr ThaiClass thai_class(std::size_t index) { return detail::kThaiClasses[index]; }

/// Class of the character that begins `text`; other if it is not of the Thai block.
constexpr ThaiClass thai_class_at(std::string_view text) {
  return begins_thai(text) ? thai_class(thai_index(text)) : ThaiClass::other;
}

constexpr bool is_thai_letter(ThaiClass thai_class) { return thai_class >= ThaiClass::consonant; }

/// Vowels behind their consonant, above or below it, and marks: no Thai word begins with one.
constexpr bool is_dependent(ThaiClass thai_class) { return thai_class >= ThaiClass::sara_a; }

/// Whether a text begins in the middle of a Thai syllable: with a dependent vowel or a mark.
constexpr bool begins_inside_syllable(std::string_view text) {
  return is_dependent(thai_class_at(text));
}

}  // namespace thalign
