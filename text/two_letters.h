// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/unicode/thai_class.h"

// Which words of a list a text may begin with. Not installed.

namespace thalign {

/// The first two letters of some words, each ASCII or Thai. Most texts begin with others, so the
/// words themselves need not be compared.
class TwoLetters {
 public:
  /// Requires: each word has two letters, ASCII or Thai.
  constexpr void add(std::string_view word) { seconds_[first(word)].set(second(word)); }

  /// False only if `text` begins with none of the words.
  constexpr bool may_begin(std::string_view text) const {
    return text.size() >= 2 && seconds_[first(text)].has(second(text));
  }

 private:
  /// A set of letters, with a bit each.
  struct Letters {
    std::array<std::uint64_t, 4> bits{};
    constexpr void set(std::size_t letter) { bits[letter / 64] |= std::uint64_t{1} << letter % 64; }
    constexpr bool has(std::size_t letter) const { return (bits[letter / 64] >> letter % 64) & 1U; }
  };

  /// Below 128 for ASCII; any other character counts as the Thai one with the same last bits.
  static constexpr std::size_t first(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte < 0x80U || text.size() < kThaiBytes) return byte & 0x7FU;
    return 0x80U + thai_index(text);
  }
  static constexpr std::size_t second(std::string_view text) {
    text.remove_prefix(
        static_cast<unsigned char>(text[0]) < 0x80U || text.size() < kThaiBytes ? 1 : kThaiBytes);
    return text.empty() ? 0 : first(text);
  }

  std::array<Letters, 256> seconds_{};
};

/// Of lists whose entries have the word that `word_of` returns.
template <typename WordOf, typename... Lists>
constexpr TwoLetters two_letters_of(WordOf word_of, const Lists&... lists) {
  TwoLetters letters;
  const auto add = [&](const auto& list) {
    for (const auto& entry : list) letters.add(word_of(entry));
  };
  (add(lists), ...);
  return letters;
}

}  // namespace thalign
