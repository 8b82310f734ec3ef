// SPDX-License-Identifier: Apache-2.0
#include "segment/segment.h"

#include <algorithm>
#include <utility>

#include "segment/gap.h"
#include "segment/gap_features.h"
#include "segment/srx/srx_matcher.h"
#include "segment/units.h"
#include "text/unicode/thai_class.h"

namespace thalign {
namespace {

/// What white space `gap` is: a blank line holds two line ends.
GapKind gap_kind(std::string_view gap) {
  int line_ends = 0;
  for (std::size_t i = 0; i < gap.size(); ++i) {
    const char c = gap[i];
    const bool line_end = c == '\n' || (c == '\r' && (i + 1 == gap.size() || gap[i + 1] != '\n'));
    const bool separator = gap.substr(i, 3) == "\u2028" || gap.substr(i, 3) == "\u2029";
    line_ends += (line_end || separator) ? 1 : 0;
  }
  if (line_ends >= 2) return GapKind::blank_line;
  return line_ends == 1 ? GapKind::line_end : GapKind::space;
}

/// Words that touch in the folded text have nothing between them for a reader: what folding takes
/// away there is invisible, or a space that a converter put into a word.
std::vector<GapKind> gaps_before(std::string_view text, std::span<const Word> words) {
  std::vector<GapKind> gaps;
  gaps.reserve(words.size());
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k == 0) {
      gaps.push_back(GapKind::blank_line);
    } else if (words[k].folded.begin == words[k - 1].folded.end) {
      gaps.push_back(GapKind::none);
    } else {
      const std::uint32_t begin = words[k - 1].original.end;
      gaps.push_back(gap_kind(text.substr(begin, words[k].original.begin - begin)));
    }
  }
  return gaps;
}

/// The words that begin where lines are joined without a space.
std::vector<std::uint32_t> words_at(std::span<const LineJoint> joints,
                                    std::span<const Word> words) {
  std::vector<std::uint32_t> found;
  auto joint = joints.begin();
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    while (joint != joints.end() && joint->at < words[k].original.begin) ++joint;
    if (joint == joints.end()) break;
    if (joint->at == words[k].original.begin && !joint->space) found.push_back(k);
  }
  return found;
}

/// Joins words into units: a unit ends before each boundary.
std::vector<Unit> make_units(const SegmentationInput& input, std::span<const Boundary> boundaries) {
  const std::span<const Word> words = input.words.all();
  std::vector<Unit> units;
  if (words.empty()) return units;
  units.reserve(boundaries.size() + 1);
  std::uint32_t begin = words.front().original.begin;
  std::uint32_t paragraph = 0;
  for (const Boundary& boundary : boundaries) {
    const std::uint32_t end = words[boundary.word - 1].original.end;
    units.push_back({{begin, end}, paragraph, boundary.log_odds});
    begin = words[boundary.word].original.begin;
    if (input.gaps[boundary.word] >= GapKind::line_end && boundary.log_odds > kParagraphLogOdds) {
      ++paragraph;
    }
  }
  units.push_back({{begin, words.back().original.end}, paragraph, 0.0F});
  return units;
}

std::vector<Boundary> boundaries_of(const SegmentationInput& input, Language language,
                                    const BreakModel& thai_breaks) {
  switch (language) {
    case Language::thai:
      return thai_boundaries(input, thai_breaks);
    case Language::english:
      return english_boundaries(input);
  }
  return {};
}

}  // namespace

std::vector<Unit> cut_into_units(std::string_view text, const Words& words, Language language,
                                 const CutOptions& options) {
  SegmentationInput input = segmentation_input(text, words);
  input.starts_document = options.starts_document;
  input.joints = words_at(options.joints, words.all());
  std::vector<Boundary> boundaries = boundaries_of(input, language, options.thai_breaks);
  if (!options.rules.empty()) boundaries = apply_srx(input, options.rules, boundaries);
  // Whatever rules say, no unit begins in the middle of a syllable.
  std::erase_if(boundaries, [&](const Boundary& boundary) {
    return begins_inside_syllable(input.folded.substr(words.all()[boundary.word].folded.begin));
  });
  return make_units(input, boundaries);
}

SegmentationInput segmentation_input(std::string_view text, const Words& words) {
  SegmentationInput input{.text = text,
                          .folded = words.folded_text(),
                          .words = words,
                          .gaps = gaps_before(text, words.all()),
                          .chunk_begin = {},
                          .chunk_end = {},
                          .unbroken = unbroken_spans(text, words)};
  const auto count = static_cast<std::uint32_t>(input.gaps.size());
  input.chunk_begin.resize(count);
  input.chunk_end.resize(count);
  for (std::uint32_t k = 0; k < count; ++k) {
    input.chunk_begin[k] = input.gaps[k] != GapKind::none ? k : input.chunk_begin[k - 1];
  }
  for (std::uint32_t k = count; k-- > 0;) {
    const bool last = k + 1 == count || input.gaps[k + 1] != GapKind::none;
    input.chunk_end[k] = last ? k + 1 : input.chunk_end[k + 1];
  }
  return input;
}

SegmentationInput segmentation_input(const Document& document, const Words& words) {
  SegmentationInput input = segmentation_input(document.text(), words);
  input.joints = words_at(document.joints(), words.all());
  return input;
}

SegmentedText segment(Document document, std::span<const SrxRule> rules) {
  return segment(std::move(document), BreakModel::thai(), rules);
}

SegmentedText segment(Document document, const BreakModel& thai_breaks,
                      std::span<const SrxRule> rules) {
  Words words(document.text());
  const CutOptions options = {
      .rules = rules, .joints = document.joints(), .thai_breaks = thai_breaks};
  std::vector<Unit> units = cut_into_units(document.text(), words, document.language(), options);
  GapFeatures features =
      gap_features(segmentation_input(document, words), document.language(), units);
  return {std::move(document), std::move(words), std::move(units), std::move(features)};
}

std::vector<UnitRange> best_sentences(const SegmentedText& text, float threshold) {
  std::vector<UnitRange> sentences;
  const std::span<const Unit> units = text.units();
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (i + 1 == units.size() || units[i].break_after > threshold) {
      sentences.push_back({begin, i + 1});
      begin = i + 1;
    }
  }
  return sentences;
}

}  // namespace thalign
