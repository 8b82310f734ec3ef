#include "cli/align/aligned_pair.h"

#include <array>
#include <utility>
#include <vector>

#include "cli/io/srx_rules.h"
#include "segment/segment.h"
#include "tm/fixed_spans.h"

namespace thalign::cli {

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
  const auto units_of = [](const InputOptions& input, Document document,
                           const std::vector<SrxRule>& side_rules) {
    return input.presegmented ? presegmented(std::move(document))
                              : segment(std::move(document), side_rules);
  };
  FixedTexts texts = {units_of(source, std::move(pair.source), rules[0]),
                      units_of(target, std::move(pair.target), rules[1]),
                      {}};
  if (fixed) {
    const std::vector<FixedSpan> spans = parse_fixed_spans(
        fixed->text, fixed->name, texts.source.document().text(), texts.target.document().text());
    texts = fix_beads(texts.source, texts.target, spans);
  }
  Alignment alignment =
      align(texts.source, texts.target, {.lexicon = options.lexicon, .fixed = texts.beads});
  return {std::move(texts.source),
          std::move(texts.target),
          std::move(alignment),
          tags[0],
          tags[1],
          source.presegmented ? Numbering::lines : Numbering::units};
}

}  // namespace thalign::cli
