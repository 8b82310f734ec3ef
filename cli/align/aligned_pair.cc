// SPDX-License-Identifier: Apache-2.0
#include "cli/align/aligned_pair.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "align/wrapped_pair.h"
#include "cli/input/srx_rules.h"
#include "segment/segment.h"
#include "text/language.h"
#include "text/split_units.h"
#include "text/unicode/code_points.h"
#include "tm/fixed_spans.h"
#include "tm/unit_marks.h"

namespace thalign::cli {
namespace {

/// Bytes of the original as bytes of the text with lines joined.
ByteRange in_joined(const Document& document, ByteRange original) {
  return {document.from_original(original.begin), document.from_original(original.end)};
}

WrappedText wrapped_text(const InputOptions& input, Document document) {
  const WrappedLines lines =
      input.presegmented ? WrappedLines::no : wrapped_lines(input.wrapped, document.whole_lines());
  return WrappedText{.document = std::move(document), .lines = lines};
}

void note_copies(const SegmentedText& text, const SegmentedText& other, std::size_t lines,
                 std::vector<Notice>& notes) {
  if (lines == 0) return;
  notes.push_back(
      {.where = text.document().name(),
       .text = fmt::format("holds {} line by line; {} {} of it left without counterpart",
                           other.document().name(), lines, lines == 1 ? "line" : "lines"),
       .of_many = "holds the other text line by line; {} lines of it left without "
                  "counterpart",
       .count = lines});
}

/// Whether `corrections` have the texts of the target first: people write columns in either order.
bool is_reversed(std::span<const Correction> corrections, bool thai_is_source) {
  std::array<std::string, 2> texts;
  for (const Correction& one : corrections) {
    for (std::size_t side = 0; side < 2; ++side) texts[side] += one.unit.variants[side].text;
  }
  const std::optional<double> first = thai_share(texts[0]), second = thai_share(texts[1]);
  return first && second && (*first > 0.5) != thai_is_source && (*second > 0.5) == thai_is_source;
}

/// What must hold, as bytes of both texts with lines joined; in the order it was given.
std::vector<PlacedCorrection> fixed_places(const FixedBeads& fixed, const Document& source,
                                           const Document& target) {
  std::vector<PlacedCorrection> places;
  if (fixed.corrections) {
    std::vector<Correction> corrections = fixed.corrections->corrections;
    if (is_reversed(corrections, source.language() == Language::thai)) {
      for (Correction& one : corrections) std::ranges::reverse(one.unit.variants);
    }
    places = place_corrections(corrections, source, target, fixed.corrections->edited);
  }
  for (const FixedSpan& span : parse_fixed_spans(fixed.anchors, fixed.anchors_name,
                                                 source.original_text(), target.original_text())) {
    places.push_back({.span = span, .state = {}});
  }
  for (PlacedCorrection& place : places) {
    place.span.source = in_joined(source, place.span.source);
    place.span.target = in_joined(target, place.span.target);
  }
  return places;
}

/// Cuts `text` where units began when it was reviewed, at `code_points` of the text as it came.
/// Those where no word begins, because the text is another now, are passed over.
void cut_as_reviewed(SegmentedText& text, std::span<const std::uint32_t> code_points) {
  if (code_points.empty() || !text.has_words()) return;
  const Document& document = text.document();
  const CodePointIndex index(document.original_text());
  const auto begin = [](const Word& word) { return word.original.begin; };
  std::vector<std::uint32_t> edges;
  for (const std::uint32_t at : code_points) {
    if (at >= index.size()) continue;
    const std::uint32_t byte = document.from_original(index.byte(at));
    if (std::ranges::binary_search(text.words().all(), byte, {}, begin)) edges.push_back(byte);
  }
  std::ranges::sort(edges);
  text = split_units(text, edges);
}

/// The fixed beads as an alignment, if each begins where the one before ends and they are all of
/// both texts.
std::optional<Alignment> whole_alignment(const FixedTexts& texts, const FixedBeads& fixed,
                                         const std::vector<PlacedCorrection>& places) {
  std::uint32_t source = 0, target = 0;
  std::vector<Bead> beads;
  for (std::size_t i = 0; i < texts.beads.size(); ++i) {
    UnitRange source_units = texts.beads[i].source, target_units = texts.beads[i].target;
    if (source_units.empty()) source_units = {source, source};
    if (target_units.empty()) target_units = {target, target};
    if (source_units.begin != source || target_units.begin != target) return std::nullopt;
    source = source_units.end;
    target = target_units.end;
    beads.push_back({source_units, target_units, places[i].score.value_or(0.0),
                     places[i].confidence.value_or(1.0)});
  }
  const auto all_source = static_cast<std::uint32_t>(texts.source.units().size());
  const auto all_target = static_cast<std::uint32_t>(texts.target.units().size());
  if (source != all_source || target != all_target) return std::nullopt;
  const auto score = fixed.corrections && fixed.corrections->head
                         ? fixed.corrections->head->document_score
                         : std::nullopt;
  return Alignment(std::move(beads), all_source, all_target, score);
}

/// Cuts `texts` at the edges of `places`, and aligns what lies around them. `may_cut`: texts may be
/// cut further where no bead is fixed.
Alignment align_around(FixedTexts& texts, const FixedBeads& fixed,
                       const std::vector<PlacedCorrection>& places, bool may_cut,
                       const AlignOptions& options) {
  const auto align_texts = [&] {
    AlignOptions with_fixed = options;
    with_fixed.fixed = texts.beads;
    return may_cut ? cut_and_align(texts.source, texts.target, with_fixed)
                   : align(texts.source, texts.target, with_fixed);
  };
  if (places.empty()) return align_texts();
  if (fixed.corrections && fixed.corrections->head) {
    cut_as_reviewed(texts.source, fixed.corrections->head->cuts[0]);
    cut_as_reviewed(texts.target, fixed.corrections->head->cuts[1]);
  }
  std::vector<FixedSpan> spans;
  spans.reserve(places.size());
  for (const PlacedCorrection& place : places) spans.push_back(place.span);
  FixedTexts cut = fix_beads(texts.source, texts.target, spans);
  std::optional<Alignment> whole;
  if (fixed.corrections) whole = whole_alignment(cut, fixed, places);
  if (!whole && may_cut) {
    // Without fixed beads first, so that texts are cut further and what lies around the fixed beads
    // is as it would be without them.
    (void)align_texts();
    cut = fix_beads(texts.source, texts.target, spans);
  }
  texts = std::move(cut);
  return whole ? std::move(*whole) : align_texts();
}

/// The correction of each bead of `alignment`.
std::vector<std::optional<PlacedCorrection>> corrections_of(
    const Alignment& alignment, std::span<const FixedBead> fixed,
    const std::vector<PlacedCorrection>& places) {
  std::map<std::pair<bool, std::uint32_t>, std::size_t> first_units;  // by side
  for (std::size_t i = 0; i < fixed.size(); ++i) {
    const bool has_source = !fixed[i].source.empty();
    first_units[{has_source, has_source ? fixed[i].source.begin : fixed[i].target.begin}] = i;
  }
  std::vector<std::optional<PlacedCorrection>> result;
  for (const Bead& bead : alignment.beads()) {
    result.emplace_back();
    const bool has_source = !bead.source.empty();
    const auto found =
        first_units.find({has_source, has_source ? bead.source.begin : bead.target.begin});
    if (found == first_units.end()) continue;
    const FixedBead& one = fixed[found->second];
    const bool same_target = one.target.empty() ? bead.target.empty() : one.target == bead.target;
    if (same_target && (!has_source || one.source == bead.source))
      result.back() = places[found->second];
  }
  return result;
}

}  // namespace

AlignedPair::AlignedPair(SegmentedText source, SegmentedText target, Alignment alignment,
                         std::string source_tag, std::string target_tag, Numbering numbering)
    : source_(std::move(source)),
      target_(std::move(target)),
      alignment_(std::move(alignment)),
      source_tag_(std::move(source_tag)),
      target_tag_(std::move(target_tag)),
      numbering_(numbering) {}

Bitext AlignedPair::bitext() const& {
  return {.source = source_,
          .target = target_,
          .alignment = alignment_,
          .source_tag = source_tag_,
          .target_tag = target_tag_,
          .numbering = numbering_};
}

std::optional<TranslationUnit> AlignedPair::corrected(const TranslationUnit& unit) const {
  TranslationUnit result = unit;
  const auto bead = static_cast<std::size_t>(unit.bead.value_or(0));
  if (bead >= corrections_.size() || !corrections_[bead]) return result;
  if (corrections_[bead]->state == kDeleted) return std::nullopt;
  apply_correction(result, *corrections_[bead]);
  return result;
}

AlignedPair align_pair(const InputOptions& source, const InputOptions& target,
                       const AlignOptions& options, const FixedBeads& fixed) {
  DocumentPair pair = read_pair(source, target);
  const std::array tags{output_tag(source.tag, pair.source.language()),
                        output_tag(target.tag, pair.target.language())};
  const std::vector<std::vector<SrxRule>> rules = srx_rules(source.srx, tags);
  std::vector<Notice> notes = std::move(pair.notes);
  const bool thai_is_source = pair.source.language() == Language::thai;
  const bool may_cut = (thai_is_source ? rules[0] : rules[1]).empty() &&
                       !(thai_is_source ? source : target).presegmented;
  WrappedText wrapped_source = wrapped_text(source, std::move(pair.source));
  WrappedText wrapped_target = wrapped_text(target, std::move(pair.target));
  const auto segment_side = [&](Document document, PairSide side) {
    const bool is_source = side == PairSide::source;
    if ((is_source ? source : target).presegmented) return presegmented(std::move(document));
    return segment(std::move(document), rules[is_source ? 0 : 1]);
  };
  std::vector<PlacedCorrection> places;
  std::vector<FixedBead> fixed_units;
  const auto align_texts = [&](SegmentedText& source_text, SegmentedText& target_text) {
    places = fixed_places(fixed, source_text.document(), target_text.document());
    FixedTexts around = {std::move(source_text), std::move(target_text), {}};
    Alignment alignment = align_around(around, fixed, places, may_cut, options);
    source_text = std::move(around.source);
    target_text = std::move(around.target);
    fixed_units = std::move(around.beads);
    return alignment;
  };
  UnwrappedPair texts = align_unwrapped(wrapped_source, wrapped_target, segment_side, align_texts);
  const auto note_wrapping = [&](const SegmentedText& text, const Wrapping& wrapping) {
    if (!wrapping.joins.empty())
      notes.push_back(wrapping_note(text.document().name(), wrapping.columns));
  };
  note_wrapping(texts.source, wrapped_source.wrapping);
  note_wrapping(texts.target, wrapped_target.wrapping);
  std::vector<std::optional<PlacedCorrection>> corrections;
  if (fixed.corrections) corrections = corrections_of(texts.alignment, fixed_units, places);
  AlignedPair result(std::move(texts.source), std::move(texts.target), std::move(texts.alignment),
                     tags[0], tags[1], source.presegmented ? Numbering::lines : Numbering::units);
  result.set_corrections(std::move(corrections));
  const AlignStatistics& statistics = result.alignment().statistics();
  note_copies(result.source(), result.target(), statistics.source_copies, notes);
  note_copies(result.target(), result.source(), statistics.target_copies, notes);
  for (Notice& note : notes) result.add_note(std::move(note));
  return result;
}

}  // namespace thalign::cli
