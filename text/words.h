// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

enum class WordKind : std::uint8_t {
  thai,    ///< letters, Thai script
  latin,   ///< letters of any other script, possibly with digits ("covid19")
  number,  ///< has a digit, has no letter ("1,000.50", "14")
  mark,    ///< punctuation, symbols, control characters: one character each, but a run of one
           ///< repeated mark is one word
};

/// A word of the folded text.
struct Word {
  ByteRange original;  ///< where it stands in the original text
  ByteRange folded;    ///< where it stands in the folded text
  WordKind kind;
};

/// The words of a text in order: everything but white space, cut by ICU's dictionary-based word
/// breaking of the folded text. Broken once per document and shared by segmentation and alignment.
///
/// Thai is parted from what touches it ("ปี2567" and "พ.ศ" are two and three words), which ICU
/// leaves joined. U+0E2F PAIYANNOI is a word of its own, a mark ("กรุงเทพฯ" is two words). No word
/// begins with a dependent vowel or a mark of Thai where a Thai word stands before it, whatever
/// white space lies between.
/// Invariant: words are disjoint, ascending, non-empty; what lies between them in the original is
/// white space (`is_space`), so that every other character is in exactly one word: one that folding
/// takes away is in the word that it touches.
class Words {
 public:
  /// Requires: `text` is valid UTF-8 of at most 2 GiB.
  explicit Words(std::string_view text);

  std::span<const Word> all() const& { return words_; }
  std::span<const Word> all() const&& = delete;
  /// The whole folded text.
  std::string_view folded_text() const& { return folded_.text(); }
  std::string_view folded_text() const&& = delete;
  /// Folded form of a word of this list.
  std::string_view folded(const Word& word) const& {
    return folded_.text().substr(word.folded.begin, word.folded.size());
  }
  std::string_view folded(const Word& word) const&& = delete;
  /// Places of the text that folding has mended (`FoldedText::repairs`).
  std::size_t repairs() const { return folded_.repairs(); }

 private:
  FoldedText folded_;
  std::vector<Word> words_;
};

}  // namespace thalign
#pragma GCC visibility pop
