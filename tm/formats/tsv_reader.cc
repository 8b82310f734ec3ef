// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "text/language.h"
#include "tm/formats/line_reader.h"
#include "tm/formats/table/csv_records.h"
#include "tm/formats/table/table_reader.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

constexpr std::size_t kBeadColumns = 11;

/// Whether a first line is one of the TSV writer: names of columns, a remark, or a bead.
bool begins_beads(std::string_view line) {
  if (line.starts_with("#source_start\t") || line.starts_with("##")) return true;
  const auto columns = split(line, '\t');
  if (columns.size() < kBeadColumns) return false;
  constexpr std::ptrdiff_t kNumbers = 5;  // one of which may be broken
  return std::count_if(columns.begin(), columns.begin() + kNumbers, [](std::string_view column) {
           return column == "-" || parse_index(column).has_value();
         }) >= kNumbers - 1;
}

class TsvReader : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  bool read_line(std::string_view line, TranslationUnit& unit) override {
    if (line.empty() || line.starts_with('#')) return false;
    const auto columns = split(line, '\t');
    if (columns.size() < kBeadColumns) fail_columns(line, columns.size(), "11");
    unit.bead = index(line, columns[4]);
    unit.score = number(line, columns[7]);
    unit.confidence = number(line, columns[8]);
    for (std::size_t side = 0; side < 2; ++side) {
      Variant& variant = unit.variants[side];
      variant.text = columns[9 + side];
      const auto begin = index(line, columns[2 * side]);
      const auto end = index(line, columns[2 * side + 1]);
      if (begin.has_value() != end.has_value() || (begin && *end < *begin)) {
        fail(line, columns[2 * side],
             "offsets that are not a range; give start and end, or - twice");
      }
      if (begin) variant.offsets = CodePointRange{*begin, *end};
      variant.units = units(line, columns[5 + side]);
    }
    if (columns.size() > kBeadColumns) set_flag(unit, columns[kBeadColumns]);
    return true;
  }

  std::optional<std::uint32_t> index(std::string_view line, std::string_view column) const {
    if (column == "-") return std::nullopt;
    const auto value = parse_index(column);
    if (!value) fail(line, column, "not a whole number; give one, or - where it is not known");
    return value;
  }
  std::optional<double> number(std::string_view line, std::string_view column) const {
    if (column == "-") return std::nullopt;
    const auto value = parse_number(column);
    if (!value) fail(line, column, "not a number; give one, or - where it is not known");
    return value;
  }
  std::optional<UnitRange> units(std::string_view line, std::string_view column) const {
    if (column == "-") return std::nullopt;
    const auto dash = column.find('-');
    const auto first = parse_index(column.substr(0, dash));
    const auto last =
        dash == std::string_view::npos ? std::nullopt : parse_index(column.substr(dash + 1));
    if (!first || !last || *last < *first || *last == UINT32_MAX) {
      fail(line, column, "not a range of units; give first and last as in 3-5, or -");
    }
    return UnitRange{*first, *last + 1};
  }
};

}  // namespace

std::unique_ptr<UnitReader> make_tsv_reader(ByteSource source, const UnitReadOptions& options) {
  LineSource lines(std::move(source),
                   {.encoding = options.encoding, .guess = true, .on_repair = options.on_repair});
  std::optional<std::string> first;
  while (const auto line = lines.next()) {
    const bool beads = begins_beads(*line);
    if (!beads && (line->empty() || (line->starts_with('#') && line->find('\t') == line->npos))) {
      continue;
    }
    first = std::string(*line);
    if (beads) return std::make_unique<TsvReader>(std::move(lines), options.languages, *first);
    break;
  }
  return make_table_reader(std::make_unique<CsvRecords>(std::move(lines), '\t', std::move(first)),
                           options);
}

}  // namespace thalign
