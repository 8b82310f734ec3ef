// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "segment/break_model.h"
#include "text/document.h"
#include "text/ranges.h"
#include "text/words.h"

namespace thalign {

/// What stands between two neighbouring words, in the order of its strength as evidence.
enum class GapKind : std::uint8_t { none, space, line_end, blank_line };

/// The text under segmentation with all that the rules look at. Views; lives while `segment()`
/// runs.
struct SegmentationInput {
  std::string_view text;
  std::string_view folded;
  const Words& words;
  /// `gaps[k]` is what stands before word k; `gaps[0]` is `blank_line`.
  std::vector<GapKind> gaps;
  /// First word, and one past the last word, of the run of text without white space (chunk) that
  /// word k is in.
  std::vector<std::uint32_t> chunk_begin, chunk_end;
  /// Disjoint, ascending spans inside which no sentence ends: brackets, short quotations, URLs.
  std::vector<ByteRange> unbroken;
  /// Words before which wrapped lines are joined without a space, though there may have been one;
  /// ascending.
  std::vector<std::uint32_t> joints = {};
  /// Whether the text is a document from its begin on, not a part from the middle of one.
  bool starts_document = true;

  /// Bytes of folded text from the begin of its chunk to the gap before word `k`, and from there to
  /// the end of the next.
  std::uint32_t bytes_before(std::uint32_t k) const {
    return words.all()[k - 1].folded.end - words.all()[chunk_begin[k - 1]].folded.begin;
  }
  std::uint32_t bytes_after(std::uint32_t k) const {
    return words.all()[chunk_end[k] - 1].folded.end - words.all()[k].folded.begin;
  }
  /// Whether the gap before word `k` lies inside an unbroken span. Time logarithmic in the spans.
  bool inside_unbroken(std::uint32_t k) const;
};

/// Gathers what the rules look at. Requires: `words` are those of `text` and outlive the result, as
/// `text` does.
SegmentationInput segmentation_input(std::string_view text, const Words& words);
/// The same, with the lines of the document that are joined.
SegmentationInput segmentation_input(const Document& document, const Words& words);

/// Where a gap may end a sentence: before word `word`, with log-odds (nats) that it does.
struct Boundary {
  std::uint32_t word;
  float log_odds;
};

/// Whether a sentence may end before word `k` though there is no white space.
bool may_be_joined(const SegmentationInput& input, std::uint32_t k);

/// Gaps of a Thai text that may end a sentence, ascending. Everything left out is vetoed.
std::vector<Boundary> thai_boundaries(const SegmentationInput& input, const BreakModel& model);

/// Gaps of an English text that may end a sentence, ascending. Everything left out is vetoed.
std::vector<Boundary> english_boundaries(const SegmentationInput& input);

/// Finds the spans inside which no sentence ends: balanced brackets of at most 300 characters and
/// quotations of at most 60, each within one line.
std::vector<ByteRange> unbroken_spans(std::string_view text, const Words& words);

/// Log-odds above which a line end also ends a paragraph.
inline constexpr float kParagraphLogOdds = 1.0F;

}  // namespace thalign
