#include "tm/bitext.h"

namespace thalign {
namespace {

/// Puts what `units` of `text` are into `side`, which knows its language and document.
void describe(Variant& side, const SegmentedText& text, const CodePointIndex& index,
              UnitRange units) {
  side.text = text.text(units);
  side.units = units;
  side.offsets.reset();
  side.joints.clear();
  if (units.empty()) return;
  const ByteRange bytes = text.bytes(units);
  side.offsets = index.code_points(bytes);
  for (std::uint32_t unit = units.begin + 1; unit < units.end; ++unit) {
    side.joints.push_back(text.units()[unit].range.begin - bytes.begin);
  }
}

}  // namespace

BitextReader::BitextReader(const Bitext& bitext, std::optional<Date> created)
    : bitext_(bitext),
      source_index_(bitext.source.document().text()),
      target_index_(bitext.target.document().text()) {
  unit_.variants = {{.language = bitext.source_tag, .text = {}},
                    {.language = bitext.target_tag, .text = {}}};
  unit_.variants[0].document = bitext.source.document().name();
  unit_.variants[1].document = bitext.target.document().name();
  unit_.about.created = created;
}

const TranslationUnit* BitextReader::next() {
  if (next_ == bitext_.alignment.beads().size()) return nullptr;
  const Bead& bead = bitext_.alignment.beads()[next_];
  describe(unit_.variants[0], bitext_.source, source_index_, bead.source);
  describe(unit_.variants[1], bitext_.target, target_index_, bead.target);
  unit_.bead = next_++;
  unit_.score = bead.score;
  unit_.confidence = bead.confidence;
  return &unit_;
}

}  // namespace thalign
