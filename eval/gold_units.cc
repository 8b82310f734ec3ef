// SPDX-License-Identifier: Apache-2.0
#include "eval/gold_units.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "segment/segment.h"
#include "text/error.h"
#include "text/unicode/code_points.h"
#include "text/unicode/white_space.h"
#include "text/words.h"

namespace thalign {
namespace {

/// Takes the number at the beginning of `row` and the character after it; nothing if there is none.
std::optional<std::uint32_t> take_number(std::string_view& row) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(row.data(), row.data() + row.size(), value);
  if (error != std::errc()) return std::nullopt;
  const auto length = static_cast<std::size_t>(end - row.data());
  row.remove_prefix(std::min(length + 1, row.size()));
  return value;
}

/// `range` without the white space at its edges.
ByteRange trimmed(std::string_view text, ByteRange range) {
  while (!range.empty()) {
    std::uint32_t next = range.begin;
    UChar32 character = 0;
    U8_NEXT_UNSAFE(text.data(), next, character);
    if (!is_space(static_cast<char32_t>(character))) break;
    range.begin = next;
  }
  while (!range.empty()) {
    std::uint32_t before = range.end;
    UChar32 character = 0;
    U8_BACK_1_UNSAFE(text.data(), before);
    std::uint32_t next = before;
    U8_NEXT_UNSAFE(text.data(), next, character);
    if (!is_space(static_cast<char32_t>(character))) break;
    range.end = before;
  }
  return range;
}

}  // namespace

std::vector<CodePointRange> parse_unit_ranges(std::string_view table, std::string_view name,
                                              std::uint32_t text_size) {
  std::vector<CodePointRange> units;
  for (std::size_t line = 1; !table.empty(); ++line) {
    const std::size_t length = std::min(table.find('\n'), table.size());
    std::string_view row = table.substr(0, length);
    table.remove_prefix(std::min(length + 1, table.size()));
    if (row.find_first_not_of(" \t\r") == std::string_view::npos || row.starts_with('#')) continue;
    const std::optional<std::uint32_t> begin = take_number(row);
    const std::optional<std::uint32_t> end = take_number(row);
    const std::uint32_t earliest = units.empty() ? 0 : units.back().end;
    if (!begin || !end || *begin < earliest || *end <= *begin || *end > text_size) {
      throw Error(ErrorCode::format, fmt::format("{}:{}", name, line),
                  "not the start and end of a unit after the one before; correct it");
    }
    units.push_back({*begin, *end});
  }
  return units;
}

SegmentedText with_units(Document document, std::span<const CodePointRange> units) {
  const std::string_view text = document.text();
  const CodePointIndex index(text);
  const auto gap = [&](std::uint32_t from, std::uint32_t to) {
    const std::string_view between = text.substr(from, to - from);
    if (is_blank(between)) return between;
    throw Error(ErrorCode::format, document.name(),
                fmt::format("has text outside its units after byte {}; correct the units", from));
  };
  std::vector<Unit> result;
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;
  for (const CodePointRange unit : units) {
    const ByteRange range = trimmed(text, index.bytes(unit));
    if (range.empty()) {
      throw Error(ErrorCode::format, document.name(),
                  fmt::format("has nothing but white space in the unit at {}; correct the units",
                              unit.begin));
    }
    const bool newline = gap(end, range.begin).find('\n') != std::string_view::npos;
    if (newline && !result.empty()) ++paragraph;
    result.push_back({.range = range, .paragraph = paragraph, .break_after = kCertainBreak});
    end = range.end;
  }
  gap(end, static_cast<std::uint32_t>(text.size()));
  Words words(text);
  return {std::move(document), std::move(words), std::move(result)};
}

}  // namespace thalign
