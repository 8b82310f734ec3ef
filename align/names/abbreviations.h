// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/segmented_text.h"
#include "text/words.h"

namespace thalign {

/// Bytes of a Thai letter.
inline constexpr std::size_t kThaiLetterBytes = 3;
/// Letters of an abbreviation or acronym, at most.
inline constexpr std::size_t kMostAbbreviationLetters = 10;

/// The words of a text, read by place. Refers to the text.
class WordReader {
 public:
  explicit WordReader(const SegmentedText& text)
      : words_(text.words()), text_(text.document().text()) {}

  std::size_t size() const { return words_.all().size(); }
  std::string_view folded(std::size_t k) const { return words_.folded(words_.all()[k]); }
  bool is(std::size_t k, std::string_view word) const { return k < size() && folded(k) == word; }
  WordKind kind(std::size_t k) const { return words_.all()[k].kind; }
  /// Whether nothing stands between word `k` and the next.
  bool touches_next(std::size_t k) const {
    return k + 1 < size() && words_.all()[k].folded.end == words_.all()[k + 1].folded.begin;
  }
  std::string_view original(std::size_t k) const {
    const ByteRange range = words_.all()[k].original;
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
  }

 private:
  const Words& words_;
  std::string_view text_;
};

/// Whether a folded Thai word consists of consonants, as abbreviations do.
bool is_all_consonants(std::string_view word);
/// Whether word `k` is an acronym: capitals, perhaps with digits behind the second.
bool is_acronym(const WordReader& text, std::size_t k);

/// Words of an abbreviation, and its letters without full stops.
struct Abbreviation {
  std::size_t begin, end;
  std::string letters;
};

/// The abbreviations of a Thai text, ascending: groups of consonants, two letters at least, each
/// group with a full stop behind. In brackets a group may be of several words, since nothing else
/// can stand there; elsewhere "ของสพร." is two words.
std::vector<Abbreviation> abbreviations_of(const WordReader& text);

/// Where a long form begins, and whether its words have the letters of the abbreviation.
struct LongForm {
  std::size_t begin;
  bool is_spelled;
};

/// The long form of an abbreviation or acronym that ends before word `end`. Its letters, of
/// `letter_bytes` bytes each, are looked for from the last on; the first has to begin a word.
/// Source: Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions
/// in biomedical text".
LongForm long_form(const WordReader& text, std::size_t end, std::string_view letters,
                   std::size_t letter_bytes);

}  // namespace thalign
