// SPDX-License-Identifier: Apache-2.0
#include "tm/bitext.h"

#include <fmt/format.h>

#include <utility>

#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

/// The number of the line that each unit of `text` begins on, if lines are counted.
std::vector<std::uint32_t> lines_of(const SegmentedText& text, Numbering numbering) {
  std::vector<std::uint32_t> lines;
  if (numbering == Numbering::units) return lines;
  const std::string_view bytes = text.document().original_text();
  std::uint32_t line = 0;
  std::size_t at = 0;
  for (const Unit& unit : text.units()) {
    const std::uint32_t begin = text.document().original(unit.range).begin;
    for (; at < begin; ++at) {
      const bool ends = bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n');
      if (ends) ++line;
    }
    lines.push_back(line);
  }
  return lines;
}

/// Units as numbers of lines, if `lines`, those of all units, are known.
UnitRange numbered(UnitRange units, const std::vector<std::uint32_t>& lines) {
  if (lines.empty()) return units;
  const std::uint32_t after = units.end == 0 ? 0 : lines[units.end - 1] + 1;
  return {units.empty() ? after : lines[units.begin], after};
}

/// "00:01:02.345 --> 00:01:04.000": the time of a part of a text that has times.
std::string time_of(const SegmentedText& text, ByteRange bytes) {
  const ByteRange original = text.document().original(bytes);
  const Layout& layout = text.document().layout();
  std::size_t next = 0;
  const auto clock = [](std::uint32_t time) {
    return fmt::format("{:02}:{:02}:{:02}.{:03}", time / 3600000, time / 60000 % 60,
                       time / 1000 % 60, time % 1000);
  };
  const std::string begin = clock(time_at(layout, original.begin, next));
  return begin + " --> " + clock(time_at(layout, original.end, next));
}

/// Puts what `units` of `text` are into `side`, which knows its language and document.
void describe(Variant& side, const SegmentedText& text, const CodePointIndex& index,
              UnitRange units) {
  side.text = text.text(units);
  side.offsets.reset();
  side.joints.clear();
  if (units.empty()) return;
  const ByteRange bytes = text.bytes(units);
  side.offsets = index.code_points(text.document().original(bytes));
  for (std::uint32_t unit = units.begin + 1; unit < units.end; ++unit) {
    side.joints.push_back(text.units()[unit].range.begin - bytes.begin);
  }
}

}  // namespace

BitextReader::BitextReader(const Bitext& bitext, Description about)
    : bitext_(bitext),
      source_index_(bitext.source.document().original_text()),
      target_index_(bitext.target.document().original_text()),
      source_lines_(lines_of(bitext.source, bitext.numbering)),
      target_lines_(lines_of(bitext.target, bitext.numbering)) {
  unit_.variants = {{.language = bitext.source_tag, .text = {}},
                    {.language = bitext.target_tag, .text = {}}};
  unit_.variants[0].document = bitext.source.document().name();
  unit_.variants[1].document = bitext.target.document().name();
  unit_.about = std::move(about);
  given_properties_ = unit_.about.properties.size();
}

void BitextReader::add_time(const char* type, const SegmentedText& text, UnitRange units) {
  if (units.empty() || text.document().layout().times.empty()) return;
  unit_.about.properties.push_back({type, time_of(text, text.bytes(units))});
}

const TranslationUnit* BitextReader::next() {
  if (next_ == bitext_.alignment.beads().size()) return nullptr;
  const Bead& bead = bitext_.alignment.beads()[next_];
  describe(unit_.variants[0], bitext_.source, source_index_, bead.source);
  describe(unit_.variants[1], bitext_.target, target_index_, bead.target);
  unit_.variants[0].units = numbered(bead.source, source_lines_);
  unit_.variants[1].units = numbered(bead.target, target_lines_);
  unit_.bead = next_++;
  unit_.score = bead.score;
  unit_.confidence = bead.confidence;
  unit_.about.properties.resize(given_properties_);
  if (const auto score = bitext_.alignment.document_score())
    unit_.about.properties.push_back({"x-document-score", decimal(score)});
  add_time("x-source-time", bitext_.source, bead.source);
  add_time("x-target-time", bitext_.target, bead.target);
  if (auto mark = mark_of(unit_)) unit_.about.properties.push_back(std::move(*mark));
  return &unit_;
}

}  // namespace thalign
