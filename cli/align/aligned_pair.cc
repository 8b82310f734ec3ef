#include "cli/align/aligned_pair.h"

#include <fmt/format.h>

#include <array>
#include <utility>
#include <vector>

#include "cli/input/srx_rules.h"
#include "segment/segment.h"
#include "segment/wrapping/wrapping.h"
#include "tm/fixed_spans.h"

namespace thalign::cli {
namespace {

/// Bytes of the original as bytes of the text with lines joined.
ByteRange in_joined(const Document& document, ByteRange original) {
  return {document.from_original(original.begin), document.from_original(original.end)};
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
  const auto units_of = [&](const InputOptions& input, Document document,
                            const std::vector<SrxRule>& side_rules) {
    if (input.presegmented) return presegmented(std::move(document));
    const Wrapping wrapping =
        find_wrapping(document.text(), wrapped_lines(input.wrapped, document.whole_lines()));
    if (!wrapping.joins.empty()) notes.push_back(wrapping_note(document.name(), wrapping.columns));
    return segment(unwrapped(std::move(document), wrapping), side_rules);
  };
  FixedTexts texts = {units_of(source, std::move(pair.source), rules[0]),
                      units_of(target, std::move(pair.target), rules[1]),
                      {}};
  if (fixed) {
    std::vector<FixedSpan> spans =
        parse_fixed_spans(fixed->text, fixed->name, texts.source.document().original_text(),
                          texts.target.document().original_text());
    for (FixedSpan& span : spans) {
      span.source = in_joined(texts.source.document(), span.source);
      span.target = in_joined(texts.target.document(), span.target);
    }
    texts = fix_beads(texts.source, texts.target, spans);
  }
  const bool thai_is_source = texts.source.document().language() == Language::thai;
  const bool may_cut = (thai_is_source ? rules[0] : rules[1]).empty() &&
                       !(thai_is_source ? source : target).presegmented;
  AlignOptions align_options = options;
  align_options.fixed = texts.beads;
  Alignment alignment = may_cut ? cut_and_align(texts.source, texts.target, align_options)
                                : align(texts.source, texts.target, align_options);
  AlignedPair result(std::move(texts.source), std::move(texts.target), std::move(alignment),
                     tags[0], tags[1], source.presegmented ? Numbering::lines : Numbering::units);
  const AlignStatistics& statistics = result.alignment().statistics();
  note_copies(result.source(), result.target(), statistics.source_copies, notes);
  note_copies(result.target(), result.source(), statistics.target_copies, notes);
  for (Notice& note : notes) result.add_note(std::move(note));
  return result;
}

}  // namespace thalign::cli
