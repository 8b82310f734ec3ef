// SPDX-License-Identifier: Apache-2.0
#include "text/segmented_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/unicode/white_space.h"

namespace thalign {
namespace {

[[maybe_unused]] char32_t first_character(std::string_view text) {
  UChar32 c = 0;
  std::size_t at = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return static_cast<char32_t>(c);
}

[[maybe_unused]] bool has_space_at_edge(std::string_view text) {
  std::size_t last = text.size() - 1;
  while ((static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return is_space(first_character(text)) || is_space(first_character(text.substr(last)));
}

[[maybe_unused]] bool keeps_invariant(std::string_view text, std::span<const Unit> units) {
  std::size_t end = 0;
  std::uint32_t paragraph = 0;
  for (const Unit& unit : units) {
    if (unit.range.begin < end || unit.range.empty() || unit.range.end > text.size()) return false;
    if (unit.paragraph < paragraph) return false;
    if (!is_blank(text.substr(end, unit.range.begin - end))) return false;
    if (has_space_at_edge(text.substr(unit.range.begin, unit.range.size()))) return false;
    end = unit.range.end;
    paragraph = unit.paragraph;
  }
  return is_blank(text.substr(end));
}

}  // namespace

SegmentedText::SegmentedText(Document document, Words words, std::vector<Unit> units,
                             GapFeatures gap_features)
    : document_(std::move(document)),
      words_(std::move(words)),
      units_(std::move(units)),
      gap_features_(std::move(gap_features)) {
  assert(keeps_invariant(document_.text(), units_));
}

void SegmentedText::cut_again(std::vector<Unit> units, GapFeatures gap_features) {
  assert(keeps_invariant(document_.text(), units));
  units_ = std::move(units);
  gap_features_ = std::move(gap_features);
}

ByteRange SegmentedText::bytes(UnitRange units) const {
  assert(units.begin <= units.end && units.end <= units_.size());
  if (units.empty()) return {};
  return {units_[units.begin].range.begin, units_[units.end - 1].range.end};
}

std::string_view SegmentedText::text(UnitRange units) const& {
  const ByteRange range = bytes(units);
  return document_.text().substr(range.begin, range.size());
}

}  // namespace thalign
