#include "tm/fixed_spans.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "text/files/table.h"
#include "text/split_units.h"
#include "text/unicode/code_points.h"
#include "tm/span_columns.h"

namespace thalign {
namespace {

struct Line {
  std::size_t number;
  FixedSpan span;
};

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
};

[[noreturn]] void fail(std::string_view file, const Line& line, std::string_view message) {
  TableRow{file, line.number, {}}.fail(message);
}

void refuse_overlaps(std::vector<Line> lines, std::string_view file, std::string_view side,
                     ByteRange FixedSpan::*range) {
  std::erase_if(lines, [&](const Line& line) { return (line.span.*range).empty(); });
  std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
    return (a.span.*range).begin < (b.span.*range).begin;
  });
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if ((lines[i].span.*range).begin >= (lines[i - 1].span.*range).end) continue;
    const auto [first, second] = std::minmax(lines[i - 1].number, lines[i].number);
    fail(file, {second, {}},
         fmt::format("its {} overlaps that of line {}; keep one of the two", side, first));
  }
}

/// Requires: `lines` ascend by source.
void refuse_crossings(const std::vector<Line>& lines, std::string_view file) {
  const Line* before = nullptr;
  for (const Line& line : lines) {
    if (line.span.source.empty() || line.span.target.empty()) continue;
    if (before != nullptr && line.span.target.begin < before->span.target.begin) {
      const auto [first, second] = std::minmax(before->number, line.number);
      fail(file, {second, {}},
           fmt::format("crosses the bead of line {}: their order differs in the two texts; keep "
                       "one of the two",
                       first));
    }
    before = &line;
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

std::vector<FixedSpan> parse_fixed_spans(std::string_view table, std::string_view name,
                                         std::string_view source, std::string_view target) {
  const Side source_side("source", source, 0);
  const Side target_side("target", target, 2);
  std::vector<Line> lines;
  visit_rows(table, name, [&](const TableRow& row) {
    require_columns(row, 4, "source start and end, target start and end");
    const FixedSpan span = {source_side.read(row), target_side.read(row)};
    if (span.source.empty() && span.target.empty())
      row.fail("both sides are missing; write the offsets of one at least");
    lines.push_back({row.line, span});
  });
  refuse_overlaps(lines, name, "source", &FixedSpan::source);
  refuse_overlaps(lines, name, "target", &FixedSpan::target);
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.span.source.begin < b.span.source.begin;
  });
  refuse_crossings(lines, name);
  std::vector<FixedSpan> spans;
  spans.reserve(lines.size());
  for (const Line& line : lines) spans.push_back(line.span);
  return spans;
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
