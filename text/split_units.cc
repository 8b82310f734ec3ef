// SPDX-License-Identifier: Apache-2.0
#include "text/split_units.h"

#include <vector>

#include "text/unicode/characters.h"
#include "text/unicode/white_space.h"

namespace thalign {
ByteRange trimmed(std::string_view text, ByteRange range) {
  while (!range.empty()) {
    std::size_t next = range.begin;
    if (!is_space(static_cast<char32_t>(next_character(text, next)))) break;
    range.begin = static_cast<std::uint32_t>(next);
  }
  while (!range.empty()) {
    const UChar32 last = last_character(text.substr(range.begin, range.size()));
    if (!is_space(static_cast<char32_t>(last))) break;
    range.end -= static_cast<std::uint32_t>(U8_LENGTH(last));
  }
  return range;
}

SegmentedText split_units(const SegmentedText& text, std::span<const std::uint32_t> edges) {
  const std::string_view bytes = text.document().text();
  std::vector<Unit> units;
  auto edge = edges.begin();
  for (const Unit& unit : text.units()) {
    Unit rest = unit;
    while (edge != edges.end() && *edge <= unit.range.begin) ++edge;
    for (; edge != edges.end() && *edge < unit.range.end; ++edge) {
      const ByteRange first = trimmed(bytes, {rest.range.begin, *edge});
      rest.range = trimmed(bytes, {*edge, rest.range.end});
      if (!first.empty()) units.push_back({first, unit.paragraph, 0.0F});
    }
    units.push_back(rest);
  }
  return {text.document(), text.words(), std::move(units)};
}

}  // namespace thalign
