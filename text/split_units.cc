#include "text/split_units.h"

#include <unicode/utf8.h>

#include <vector>

namespace thalign {
namespace {

/// The character at `at`, which moves behind it.
char32_t take(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return static_cast<char32_t>(c);
}

}  // namespace

ByteRange trimmed(std::string_view text, ByteRange range) {
  while (!range.empty()) {
    std::size_t next = range.begin;
    if (!is_space(take(text, next))) break;
    range.begin = static_cast<std::uint32_t>(next);
  }
  while (!range.empty()) {
    std::uint32_t last = range.end - 1;
    while ((static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    std::size_t at = last;
    if (!is_space(take(text, at))) break;
    range.end = last;
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
