// SPDX-License-Identifier: Apache-2.0
#include "tm/fixed_spans.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "text/error.h"
#include "text/files/table.h"
#include "text/split_units.h"
#include "text/unicode/code_points.h"
#include "tm/span_columns.h"
#include "tm/stripped_text.h"

namespace thalign {
namespace {

constexpr std::size_t kSourceTextColumn = 9;  // 0-based, in the TSV format

/// One side of a text and how to read its columns.
struct Side {
  std::string_view name, text;
  std::size_t column;  // 0-based, of its start
  CodePointIndex index;

  Side(std::string_view side_name, std::string_view side_text, std::size_t first_column)
      : name(side_name), text(side_text), column(first_column), index(side_text) {}

  ByteRange read(const TableRow& row) const {
    const auto span = read_span(row, column, End::exclusive, index.size());
    if (!span) return {};
    const ByteRange bytes = trimmed(text, index.bytes({span->begin, span->end}));
    if (bytes.empty()) {
      row.fail(fmt::format("columns {} and {} hold nothing but white space of the {}; correct them",
                           column + 1, column + 2, name));
    }
    return bytes;
  }

  /// Refuses a line of the TSV format whose text is not that at its offsets.
  void require_text(const TableRow& row, std::size_t text_column, ByteRange bytes) const {
    if (row.columns.size() <= kSourceTextColumn + 1) return;
    if (stripped(row.columns[text_column]) == stripped(text.substr(bytes.begin, bytes.size())))
      return;
    row.fail(
        fmt::format("column {} is not the text at the offsets of the {}; where texts were "
                    "changed or moved, give the file by --corrections",
                    text_column + 1, name));
  }
};

using Spans = std::span<const NamedSpan>;

void refuse_overlaps(Spans all, std::string_view side, ByteRange FixedSpan::*range) {
  std::vector<const NamedSpan*> spans;
  for (const NamedSpan& one : all) {
    if (!(one.span.*range).empty()) spans.push_back(&one);
  }
  std::ranges::stable_sort(spans, {},
                           [&](const NamedSpan* one) { return (one->span.*range).begin; });
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if ((spans[i]->span.*range).begin >= (spans[i - 1]->span.*range).end) continue;
    const auto [first, second] = std::minmax(spans[i - 1], spans[i]);
    throw Error(ErrorCode::format, second->place,
                fmt::format("its {} overlaps that of {}; keep one of the two", side, first->label));
  }
}

/// `order`: the spans, ascending by source.
void refuse_crossings(std::span<const NamedSpan* const> order) {
  const NamedSpan* before = nullptr;
  for (const NamedSpan* const one : order) {
    if (one->span.source.empty() || one->span.target.empty()) continue;
    if (before != nullptr && one->span.target.begin < before->span.target.begin) {
      const auto [first, second] = std::minmax(before, one);
      throw Error(ErrorCode::format, second->place,
                  fmt::format("crosses the bead of {}: their order differs in the two texts; keep "
                              "one of the two",
                              first->label));
    }
    before = one;
  }
}

/// The units of `text` that `bytes` are. Requires: units are cut at its edges.
UnitRange units_of(const SegmentedText& text, ByteRange bytes) {
  const auto first = [&](std::uint32_t offset) {
    const auto found = std::ranges::lower_bound(text.units(), offset, {},
                                                [](const Unit& unit) { return unit.range.begin; });
    return static_cast<std::uint32_t>(found - text.units().begin());
  };
  if (bytes.empty()) return {};
  return {first(bytes.begin), first(bytes.end)};
}

SegmentedText cut(const SegmentedText& text, std::span<const FixedSpan> spans,
                  ByteRange FixedSpan::*range) {
  std::vector<std::uint32_t> edges;
  for (const FixedSpan& span : spans) {
    if ((span.*range).empty()) continue;
    edges.push_back((span.*range).begin);
    edges.push_back((span.*range).end);
  }
  std::sort(edges.begin(), edges.end());
  return split_units(text, edges);
}

}  // namespace

std::vector<FixedSpan> ordered_spans(std::vector<NamedSpan> spans) {
  refuse_overlaps(spans, "source", &FixedSpan::source);
  refuse_overlaps(spans, "target", &FixedSpan::target);
  std::vector<const NamedSpan*> order;
  order.reserve(spans.size());
  for (const NamedSpan& one : spans) order.push_back(&one);
  std::ranges::stable_sort(order, {}, [](const NamedSpan* one) { return one->span.source.begin; });
  refuse_crossings(order);
  std::vector<FixedSpan> result;
  result.reserve(order.size());
  for (const NamedSpan* const one : order) result.push_back(one->span);
  return result;
}

std::vector<FixedSpan> parse_fixed_spans(std::string_view table, std::string_view name,
                                         std::string_view source, std::string_view target) {
  const Side source_side("source", source, 0);
  const Side target_side("target", target, 2);
  std::vector<NamedSpan> spans;
  visit_rows(table, name, [&](const TableRow& row) {
    require_columns(row, 4, "source start and end, target start and end");
    const FixedSpan span = {source_side.read(row), target_side.read(row)};
    if (span.source.empty() && span.target.empty())
      row.fail("both sides are missing; write the offsets of one at least");
    source_side.require_text(row, kSourceTextColumn, span.source);
    target_side.require_text(row, kSourceTextColumn + 1, span.target);
    spans.push_back({fmt::format("{}:{}", name, row.line), fmt::format("line {}", row.line), span});
  });
  return ordered_spans(std::move(spans));
}

FixedTexts fix_beads(const SegmentedText& source, const SegmentedText& target,
                     std::span<const FixedSpan> spans) {
  FixedTexts texts = {
      cut(source, spans, &FixedSpan::source), cut(target, spans, &FixedSpan::target), {}};
  for (const FixedSpan& span : spans) {
    texts.beads.push_back(
        {units_of(texts.source, span.source), units_of(texts.target, span.target)});
  }
  return texts;
}

}  // namespace thalign
