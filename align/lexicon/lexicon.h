// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Number of a word within its side of a lexicon.
using WordId = std::uint32_t;

/// Share in its language of a word that the lexicon does not have.
inline constexpr float kUnknownWord = 1e-5F;

/// A word that may translate a given one.
struct Translation {
  WordId word;        ///< in the other side of the lexicon
  float probability;  ///< p(word | given word), above 0, at most 1
};

/// One language's side of a lexicon: its words, how frequent they are, and what they translate to.
struct LexiconSide {
  struct Entry {
    std::string word;  ///< folded
    float background;  ///< share of the word among all words of its language, 0 to 1
    std::vector<Translation> translations;
  };
  std::vector<Entry> entries;  ///< ascending by word
};

/// A Thai-English lexicon with probabilities in both directions, packed into one block of bytes
/// that is read in place: opening it costs nothing.
///
///     header   magic "THLX", version, then for Thai and English: number of words, of translations,
///     bytes of words a side   begin of each word's bytes (+1) | background of each word | begin of
///     its translations (+1)
///              | translations (word, probability) | the bytes of all words in ascending order,
///              padded to 4 | a hash table of the words: their numbers, the number of words where
///              empty
class Lexicon {
 public:
  /// The lexicon that comes with the library (models/README.md says what it was learnt from).
  static const Lexicon& shipped();
  /// A lexicon without words.
  static const Lexicon& empty();

  /// Reads packed bytes in place. Requires: `bytes` outlive the lexicon and start at a multiple
  /// of 4. Throws `Error` (format) naming `name` if the bytes are not a lexicon of this version or
  /// are cut off.
  Lexicon(std::string_view bytes, std::string_view name);

  /// Whether `bytes` begin as those of a packed lexicon do.
  static bool is_packed(std::string_view bytes);

  /// Packs two sides. Requires: entries ascend by word, translations point into the other side.
  static std::string pack(const LexiconSide& thai, const LexiconSide& english);

  std::uint32_t words(Language language) const { return view(language).words; }
  /// The number of a folded word; nothing if the lexicon does not have it.
  std::optional<WordId> find(Language language, std::string_view word) const;
  std::string_view word(Language language, WordId id) const;
  float background(Language language, WordId id) const { return view(language).background[id]; }
  /// Translations of a word of `from` into the other language, most probable first.
  std::span<const Translation> translations(Language from, WordId id) const;

 private:
  struct View {
    std::uint32_t words = 0, translation_count = 0, byte_count = 0;
    const std::uint32_t* word_begin = nullptr;
    const float* background = nullptr;
    const std::uint32_t* translation_begin = nullptr;
    const Translation* translations = nullptr;
    const char* bytes = nullptr;
    const WordId* slots = nullptr;  // linear probing

    std::string_view word(WordId id) const {
      return {bytes + word_begin[id], word_begin[id + 1] - word_begin[id]};
    }
    /// The number of `word`, `words` if it is not there.
    WordId find(std::string_view word) const;
  };
  Lexicon() = default;
  /// Throws as the constructor does unless `fine`.
  static void check(bool fine, std::string_view name);
  /// Finds the parts of `bytes`; what they hold is not looked at.
  void open(std::string_view bytes, std::string_view name);
  /// Whether all places that the parts of `side` name are there.
  static bool sound(const View& side, std::uint32_t other_words);
  const View& view(Language language) const {
    return language == Language::thai ? thai_ : english_;
  }

  View thai_;
  View english_;
};

}  // namespace thalign
#pragma GCC visibility pop
