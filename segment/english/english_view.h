// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "segment/gap.h"

namespace thalign {

/// How the word after a gap is written. Letters of a script without small ones count as large.
enum class NextWord : std::uint8_t { large, small, number, mark };

/// The words of an English text as its rules look at them. Requires: the input outlives the view.
class EnglishView {
 public:
  explicit EnglishView(const SegmentationInput& input) : input_(input), words_(input.words.all()) {}

  std::string_view text() const { return input_.text; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  GapKind gap(std::uint32_t word) const { return input_.gaps[word]; }
  ByteRange bytes(std::uint32_t word) const { return words_[word].original; }
  std::string_view folded(std::uint32_t word) const { return input_.words.folded(words_[word]); }
  std::string_view original(std::uint32_t word) const {
    return input_.text.substr(words_[word].original.begin, words_[word].original.size());
  }
  bool is(std::uint32_t word, WordKind kind) const { return words_[word].kind == kind; }
  /// Whether the word is a mark whose folded form begins with one of `marks`.
  bool is_mark_of(std::uint32_t word, std::string_view marks) const {
    return is(word, WordKind::mark) && marks.find(folded(word).front()) != std::string_view::npos;
  }
  /// Whether nothing stands between the word and the one before it.
  bool touches_previous(std::uint32_t word) const {
    return word > 0 && input_.gaps[word] == GapKind::none;
  }
  bool begins_line(std::uint32_t word) const { return input_.gaps[word] >= GapKind::line_end; }
  /// Whether the word is written with a large first letter.
  bool is_large(std::uint32_t word) const;
  /// A large word that opens sentences, hardly ever a name.
  bool opens_sentence(std::uint32_t word) const;
  NextWord next_word(std::uint32_t word) const;

  /// The run of text between white space that the word is in, and the begin of the next.
  std::string_view chunk(std::uint32_t word) const;
  std::uint32_t chunk_end(std::uint32_t word) const { return input_.chunk_end[word]; }

  /// Last word before `k` that is not a closing quote or bracket; `k` if there is none on its line.
  std::uint32_t last_before_closers(std::uint32_t k) const;
  /// First word from `k` on that is not an opening quote or bracket.
  std::uint32_t first_after_openers(std::uint32_t k) const;

 private:
  /// "ida@example.org", "www.example.org": written small wherever they stand.
  bool is_address(std::uint32_t word) const;

  const SegmentationInput& input_;
  std::span<const Word> words_;
};

}  // namespace thalign
