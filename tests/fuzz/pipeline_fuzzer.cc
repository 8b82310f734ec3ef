// SPDX-License-Identifier: Apache-2.0
// The whole way from two texts to translation units: any bytes are refused, or segmented, aligned
// and written so that nothing is lost, doubled or out of order. The texts are parted by the byte
// 0x1E.
#include <cmath>
#include <sstream>
#include <string_view>

#include "align/align.h"
#include "segment/segment.h"
#include "tests/fuzz/units_fuzzer.h"
#include "text/document.h"
#include "text/segmented_text.h"
#include "text/unicode/code_points.h"
#include "text/unicode/white_space.h"
#include "tm/bitext.h"
#include "tm/formats/readers.h"
#include "tm/formats/writers.h"
#include "tm/tmx/tmx_reader.h"
#include "tm/tmx/tmx_writer.h"

namespace thalign {
namespace {

SegmentedText read_text(std::string_view bytes, Language language) {
  return segment(Document::from_bytes(
      std::string(bytes),
      {.name = "fuzz", .encoding = "UTF-8", .language = language, .replace_invalid = true}));
}

/// Units are in order, have text at both edges, and leave out nothing but white space.
void check_units(const SegmentedText& text) {
  const std::string_view all = text.document().text();
  require(first_invalid_utf8(all) == std::string_view::npos);
  std::uint32_t end = 0, paragraph = 0;
  for (const Unit& unit : text.units()) {
    require(unit.range.begin >= end && unit.range.begin < unit.range.end);
    require(unit.range.end <= all.size());
    require(is_blank(all.substr(end, unit.range.begin - end)));
    require(first_invalid_utf8(all.substr(unit.range.begin, unit.range.size())) ==
            std::string_view::npos);
    require(!is_blank(all.substr(unit.range.begin, unit.range.size())));
    require(unit.paragraph >= paragraph);
    require(!std::isnan(unit.break_after));
    end = unit.range.end;
    paragraph = unit.paragraph;
  }
  require(is_blank(all.substr(end)));
}

/// Beads tile both texts.
void check_beads(const Alignment& alignment, const SegmentedText& source,
                 const SegmentedText& target) {
  std::uint32_t source_end = 0, target_end = 0;
  for (const Bead& bead : alignment.beads()) {
    require(bead.source.begin == source_end && bead.target.begin == target_end);
    require(bead.source.end >= bead.source.begin && bead.target.end >= bead.target.begin);
    require(!bead.source.empty() || !bead.target.empty());
    require(std::isfinite(bead.score));
    require(bead.confidence >= 0.0 && bead.confidence <= 1.0);
    source_end = bead.source.end;
    target_end = bead.target.end;
  }
  require(source_end == source.units().size() && target_end == target.units().size());
  const double score = alignment.document_score().value_or(0.0);
  require(score >= 0.0 && score <= 1.0);
}

/// A unit's text is what its document has at its offsets.
void check_bitext_units(const std::vector<TranslationUnit>& units, const SegmentedText& source,
                        const SegmentedText& target) {
  const CodePointIndex source_index(source.document().original_text());
  const CodePointIndex target_index(target.document().original_text());
  const auto check_side = [](const Variant& variant, const SegmentedText& text,
                             const CodePointIndex& index, std::uint32_t& end) {
    if (variant.missing() || !variant.offsets) return;
    require(variant.offsets->begin >= end && variant.offsets->end <= index.size());
    end = variant.offsets->end;
    const Document& document = text.document();
    if (document.original_text() != document.text()) return;  // lines are joined
    const ByteRange bytes = index.bytes(*variant.offsets);
    require(document.text().substr(bytes.begin, bytes.size()) == variant.text);
  };
  std::uint32_t source_end = 0, target_end = 0;
  for (const TranslationUnit& unit : units) {
    require(unit.variants.size() == 2);
    check_side(unit.variants[0], source, source_index, source_end);
    check_side(unit.variants[1], target, target_index, target_end);
  }
}

/// What is written can be read: TMX with all units, JSON lines with every text.
void check_files(const std::vector<TranslationUnit>& units) {
  std::stringstream tmx, jsonl;
  const auto tmx_writer = make_tmx_writer(tmx, {.source_language = "th", .null_beads = true});
  const auto jsonl_writer = make_jsonl_writer(jsonl);
  for (const TranslationUnit& unit : units) {
    tmx_writer->write(unit);
    jsonl_writer->write(unit);
  }
  const std::size_t written = tmx_writer->finish().written;
  jsonl_writer->finish();
  if (written > 0) {
    TmxReader reader(ByteSource(tmx, "tmx"), [](const Repair&) {});
    require(read_units(reader).size() == written);
  }
  const auto again = read_units(*make_jsonl_reader({jsonl, "jsonl"}, {.languages = {"th", "en"}}));
  require(again.size() == units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (const std::size_t side : {0U, 1U}) {
      require(again[i].variants[side].text == units[i].variants[side].text);
      require(again[i].variants[side].offsets == units[i].variants[side].offsets);
    }
  }
}

bool same_beads(const Alignment& a, const Alignment& b) {
  return std::ranges::equal(a.beads(), b.beads(), [](const Bead& x, const Bead& y) {
    return x.source == y.source && x.target == y.target && x.score == y.score;
  });
}

}  // namespace
}  // namespace thalign

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thalign;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t middle = std::min(input.find('\x1E'), input.size());
  try {
    const SegmentedText thai = read_text(input.substr(0, middle), Language::thai);
    const SegmentedText english =
        read_text(input.substr(std::min(middle + 1, size)), Language::english);
    check_units(thai);
    check_units(english);
    const Alignment alignment = align(thai, english);
    check_beads(alignment, thai, english);
    // Aligning is most of the work: a part of the inputs do for what asks for more of it.
    if (size % 8 == 0) check_beads(align(english, thai), english, thai);
    if (size % 8 == 4) require(same_beads(alignment, align(thai, english)));
    const Bitext bitext{thai, english, alignment, "th", "en"};
    BitextReader reader(bitext);
    const std::vector<TranslationUnit> units = read_units(reader);
    require(units.size() == alignment.beads().size());
    check_bitext_units(units, thai, english);
    check_files(units);
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): a refusal is a right answer
  }
  return 0;
}
