// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// A text folded for matching, with an offset map to the original. What is folded:
///
///   NBSP and other Unicode spaces -> U+0020       upper case -> lower case (simple case folding)
///   fullwidth ASCII               -> ASCII        typographic quotes, dashes -> ' " -
///   Thai digits                   -> 0-9          SARA E SARA E -> SARA AE
///   decomposed SARA AM (U+0E4D U+0E32) -> U+0E33
///   U+F700-F71A, U+F884-F89E (fonts' forms of Thai marks) -> the Thai characters they stand for
///   characters no reader sees (ZWSP, BOM, soft hyphen, joiners, marks of direction) -> nothing
///   tone mark before vowel sign   -> vowel sign first; after SARA AM -> tone mark first
///
/// What converters do to Thai is undone where the text itself shows it (`repairs()`):
///
///   a mark twice, SARA AM SARA AA             -> once, SARA AM
///   white space before a dependent vowel or a mark ("โรงเร ียน"), or between a vowel and the
///   consonant it needs ("เป็ น")              -> nothing
///   a tone mark behind the next consonant, at the end of a word ("ทัง้")  -> on its own consonant,
///   and the one space behind it ("ครัง้ แรก")                              -> nothing
///
/// Other white space than spaces (newline, tab) stays, but for that; and so do unseen characters
/// that stand alone between white space, so that every character but white space either leaves a
/// trace or touches one that does. Never NFKC, which splits SARA AM. The folded text is never
/// longer than the original (a letter whose folded form is longer stays), and folding it again
/// changes nothing.
///
/// Worked example: "ก\u00A0๑๒ A" (13 bytes) folds to "ก 12 a" (8 bytes); byte 4 of the folded text
/// ("1") comes from byte 5 of the original. The empty text folds to the empty text.
class FoldedText {
  /// From folded offset `folded` on, up to the next shift, original = folded + (this.original -
  /// this.folded).
  struct Shift {
    std::uint32_t folded;
    std::uint32_t original;
  };

 public:
  /// Requires: `original` is valid UTF-8 of at most 2 GiB.
  explicit FoldedText(std::string_view original);

  std::string_view text() const& { return text_; }
  std::string_view text() const&& = delete;
  /// How many places were impossible in Thai and are mended: a measure of how much a converter has
  /// damaged the text.
  std::size_t repairs() const { return repairs_; }

  /// Offset in the original of the character at `folded` (a character boundary of the folded text,
  /// at most its size; its size maps to the size of the original). Never descends; always a
  /// character boundary.
  std::uint32_t original(std::uint32_t folded) const;
  /// The original bytes a range of the folded text came from, without characters folded away at its
  /// edges; an empty range for an empty one. Where a mark changed places, the range of each of the
  /// two is one of the two.
  ByteRange original(ByteRange folded) const {
    return WayBack(*this, folded.begin).original(folded);
  }

  /// The offset map, for ranges asked for in ascending order: constant time each, where `original`
  /// takes logarithmic time. Requires: the folded text stays where it is meanwhile.
  class WayBack {
   public:
    explicit WayBack(const FoldedText& folded, std::uint32_t from = 0);
    /// As `FoldedText::original`. Requires: begins at or after the end of the range before it.
    ByteRange original(ByteRange folded);

   private:
    /// Original offset of `folded` by the shift before `next_`.
    std::uint32_t shifted(std::uint32_t folded) const;

    const std::vector<Shift>& shifts_;
    std::size_t next_ = 0;  // first shift not passed
  };

 private:
  class Folder;

  std::string text_;
  std::vector<Shift>
      shifts_;  // ascending; only where the distance changes, so that ASCII costs nothing
  std::size_t repairs_ = 0;
};

/// Whether `text` is Thai that a converter has damaged: it has 3 repairs and more, and one and more
/// in 200 Thai characters. Of 4,674 documents of the web none has more than one in 475; output of
/// pdftotext has one in 50 and more. Requires: as `FoldedText`.
bool is_damaged_thai(std::string_view text);

}  // namespace thalign
#pragma GCC visibility pop
