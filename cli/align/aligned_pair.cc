#include "cli/align/aligned_pair.h"

#include <fmt/format.h>

#include <array>
#include <utility>
#include <vector>

#include "cli/align/wrapped_pair.h"
#include "cli/input/srx_rules.h"
#include "segment/segment.h"
#include "tm/fixed_spans.h"

namespace thalign::cli {
namespace {

/// Bytes of the original as bytes of the text with lines joined.
ByteRange in_joined(const Document& document, ByteRange original) {
  return {document.from_original(original.begin), document.from_original(original.end)};
}

/// Cuts both texts at the beads of `table`, and returns these as units.
std::vector<FixedBead> fix_beads_of(const FixedBeadTable& table, SegmentedText& source,
                                    SegmentedText& target) {
  std::vector<FixedSpan> spans = parse_fixed_spans(
      table.text, table.name, source.document().original_text(), target.document().original_text());
  for (FixedSpan& span : spans) {
    span.source = in_joined(source.document(), span.source);
    span.target = in_joined(target.document(), span.target);
  }
  FixedTexts texts = fix_beads(source, target, spans);
  source = std::move(texts.source);
  target = std::move(texts.target);
  return std::move(texts.beads);
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

AlignedPair align_pair(const InputOptions& source, const InputOptions& target,
                       const AlignOptions& options, const std::optional<FixedBeadTable>& fixed) {
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
  const auto segment_side = [&](Document document, Side side) {
    const bool is_source = side == Side::source;
    if ((is_source ? source : target).presegmented) return presegmented(std::move(document));
    return segment(std::move(document), rules[is_source ? 0 : 1]);
  };
  const auto align_texts = [&](SegmentedText& source_text, SegmentedText& target_text) {
    std::vector<FixedBead> beads;
    if (fixed) beads = fix_beads_of(*fixed, source_text, target_text);
    AlignOptions align_options = options;
    align_options.fixed = beads;
    return may_cut ? cut_and_align(source_text, target_text, align_options)
                   : align(source_text, target_text, align_options);
  };
  AlignedTexts texts = align_unwrapped(wrapped_source, wrapped_target, segment_side, align_texts);
  const auto note_wrapping = [&](const SegmentedText& text, const Wrapping& wrapping) {
    if (!wrapping.joins.empty())
      notes.push_back(wrapping_note(text.document().name(), wrapping.columns));
  };
  note_wrapping(texts.source, wrapped_source.wrapping);
  note_wrapping(texts.target, wrapped_target.wrapping);
  AlignedPair result(std::move(texts.source), std::move(texts.target), std::move(texts.alignment),
                     tags[0], tags[1], source.presegmented ? Numbering::lines : Numbering::units);
  const AlignStatistics& statistics = result.alignment().statistics();
  note_copies(result.source(), result.target(), statistics.source_copies, notes);
  note_copies(result.target(), result.source(), statistics.target_copies, notes);
  for (Notice& note : notes) result.add_note(std::move(note));
  return result;
}

}  // namespace thalign::cli
