// SPDX-License-Identifier: Apache-2.0
#include "align/names/abbreviations.h"

#include <algorithm>
#include <utility>

namespace thalign {
namespace {

constexpr std::size_t kLeastLetters = 2;
/// Words of a long form for each letter, at most.
constexpr std::size_t kMostWordsPerLetter = 3;
/// Words of a long form for each letter, where the letters do not show where it begins.
constexpr std::size_t kUsualWordsPerLetter = 2;

/// The abbreviation that begins with word `k`.
std::optional<Abbreviation> abbreviation_from(const WordReader& text, std::size_t k) {
  const bool in_brackets = k > 0 && text.is(k - 1, "(");
  Abbreviation found = {k, k, {}};
  while (found.end + 1 < text.size() && text.kind(found.end) == WordKind::thai &&
         is_all_consonants(text.folded(found.end)) && text.touches_next(found.end)) {
    found.letters += text.folded(found.end);
    if (text.is(found.end + 1, ".")) {
      found.end += 2;
      if (!text.touches_next(found.end - 1)) break;
    } else if (in_brackets) {
      ++found.end;
    } else {
      break;
    }
  }
  const std::size_t letters = found.letters.size() / kThaiLetterBytes;
  if (found.end == k || !text.is(found.end - 1, ".") || letters < kLeastLetters ||
      letters > kMostAbbreviationLetters)
    return std::nullopt;
  return found;
}

/// Without the vowel that Thai writes before its consonant.
std::string_view from_consonant(std::string_view word) {
  const bool vowel_first = word.starts_with("เ") || word.starts_with("แ") ||
                           word.starts_with("โ") || word.starts_with("ใ") || word.starts_with("ไ");
  return word.substr(vowel_first ? kThaiLetterBytes : 0);
}

/// Takes the letters that a word of a long form has, from the last on; the first one of all has to
/// begin a word.
void take_letters(std::string_view word, std::size_t letter_bytes, std::string_view& letters) {
  word = from_consonant(word);
  for (std::size_t at = word.size() / letter_bytes; at-- > 0 && !letters.empty();) {
    const bool is_first = letters.size() == letter_bytes;
    if (is_first && at > 0) continue;
    if (word.substr(at * letter_bytes, letter_bytes) ==
        letters.substr(letters.size() - letter_bytes))
      letters.remove_suffix(letter_bytes);
  }
}

}  // namespace

bool is_all_consonants(std::string_view word) {
  if (word.size() % kThaiLetterBytes != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += kThaiLetterBytes) {
    const std::string_view letter = word.substr(i, kThaiLetterBytes);
    if (letter < "ก" || letter > "ฮ") return false;
  }
  return true;
}

bool is_acronym(const WordReader& text, std::size_t k) {
  if (text.kind(k) != WordKind::latin) return false;
  const std::string_view word = text.original(k);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return word.size() >= kLeastLetters && word.size() <= kMostAbbreviationLetters &&
         is_capital(word[0]) && is_capital(word[1]) &&
         std::ranges::all_of(word, [&](char c) { return is_capital(c) || (c >= '0' && c <= '9'); });
}

std::vector<Abbreviation> abbreviations_of(const WordReader& text) {
  std::vector<Abbreviation> found;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text.kind(k) != WordKind::thai || !is_all_consonants(text.folded(k))) continue;
    if (auto abbreviation = abbreviation_from(text, k)) {
      k = abbreviation->end - 1;
      found.push_back(*std::move(abbreviation));
    }
  }
  return found;
}

LongForm long_form(const WordReader& text, std::size_t end, std::string_view letters,
                   std::size_t letter_bytes) {
  const std::size_t count = letters.size() / letter_bytes;
  const std::size_t most = count * kMostWordsPerLetter;
  std::size_t k = end;
  while (k > 0 && !letters.empty() && end - k < most && text.kind(k - 1) != WordKind::mark)
    take_letters(text.folded(--k), letter_bytes, letters);
  if (letters.empty()) return {k, true};
  const std::size_t usual = end - std::min(end, count * kUsualWordsPerLetter);
  return {std::max(k, usual), false};
}

}  // namespace thalign
