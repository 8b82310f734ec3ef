// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "segment/gap.h"
#include "segment/thai/affixes.h"

namespace thalign {

/// Spaces of a Thai text at which no sentence ends, whatever else speaks for it.
class ThaiVetoes {
 public:
  /// Requires: `input` outlives the object.
  explicit ThaiVetoes(const SegmentationInput& input) : input_(input), words_(input.words.all()) {}

  /// Whether no sentence ends at the space before word `k`. Requires: there is one.
  bool at_space(std::uint32_t k) const;

  /// The same at a line end: a date, a number and what it counts, a title and a name go on in the
  /// next line.
  bool at_line_end(std::uint32_t k) const;

  /// Whether all that stands between the gap before word `k` and the white space before it is a
  /// connective.
  bool after_connective(std::uint32_t k) const;

  /// Whether the text before the gap before word `k` opens something that has to follow.
  bool opens_more(std::uint32_t k) const;

 private:
  bool is(std::uint32_t word, WordKind kind) const { return words_[word].kind == kind; }
  std::string_view folded(std::uint32_t word) const { return input_.words.folded(words_[word]); }
  char first_letter(std::uint32_t word) const { return input_.text[words_[word].original.begin]; }
  std::string_view before(std::uint32_t k) const {
    return input_.folded.substr(0, words_[k - 1].folded.end);
  }
  std::string_view after(std::uint32_t k) const {
    return input_.folded.substr(words_[k].folded.begin);
  }
  /// The chunk that ends before word `k`, and the one that begins with it.
  std::string_view chunk_before(std::uint32_t k) const;
  std::string_view chunk_after(std::uint32_t k) const;
  bool ends_with_word_of(std::uint32_t k, const Affixes& list) const;
  bool starts_with_word_of(std::uint32_t k, const Affixes& list) const;

  /// Whether the word is "»" between white space, as between the links of a trail.
  bool stands_between(std::uint32_t word) const;
  bool joined_by_mark(std::uint32_t k) const;
  bool inside_name(std::uint32_t k) const;
  bool opens_name(std::string_view chunk) const;
  bool inside_company(std::uint32_t k) const;
  bool ends_thai_sentence(std::uint32_t word) const;
  bool inside_latin(std::uint32_t k) const;
  bool inside_date(std::uint32_t k) const;
  bool counts_noun(std::uint32_t k) const;
  bool inside_quantity(std::uint32_t k) const;
  bool inside_predicate(std::uint32_t k) const;
  bool after_marker(std::uint32_t k) const;
  bool ends_with_month(std::uint32_t k) const;
  bool is_year(std::uint32_t word) const;

  const SegmentationInput& input_;
  std::span<const Word> words_;
};

}  // namespace thalign
