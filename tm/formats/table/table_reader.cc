// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/table_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "text/error.h"
#include "tm/formats/line_reader.h"
#include "tm/formats/table/table_columns.h"
#include "tm/formats/table/title_rows.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

constexpr std::size_t kRowsLookedAt = 200;

bool is_empty(const Record& row) {
  return std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); });
}

class TableReader : public UnitReader {
 public:
  TableReader(std::unique_ptr<Records> records, UnitReadOptions options)
      : records_(std::move(records)), options_(std::move(options)) {
    FirstRows first = take_first_rows(*records_, options_);
    rows_ = std::move(first.rows);
    lines_ = std::move(first.lines);
    if (rows_.empty()) return;
    columns_ = find_columns(rows_, options_, records_->name());
    width_ = columns_.has_names ? rows_.front().size() : usual_width();
    if (!first.titles.empty()) {
      report("title above the names of the columns: left out",
             fmt::format("{}", fmt::join(first.titles, ", ")), lines_.front());
    }
    report_columns();
    languages_ = options_.languages;
    if (languages_.source.empty()) languages_.source = columns_.source_language;
    if (languages_.target.empty()) languages_.target = columns_.target_language;
    if (columns_.has_names) position_ = 1;
  }

  std::size_t line() const override { return line_; }

  const TranslationUnit* next() override {
    while (take_row()) {
      if (records_->has_separators() && cells_beyond()) continue;
      if (records_->has_separators() && row_.size() <= std::max(columns_.source, columns_.target) &&
          !is_empty(row_)) {
        report("row without the cells of both texts: what is missing taken as empty", row_.front(),
               line_);
      }
      unit_ = LineReader::make_unit(languages_);
      for (std::size_t i = 0; i < row_.size(); ++i) set(i, row_[i]);
      if (!flags_.empty()) set_flag(unit_, std::exchange(flags_, {}));
      if (!unit_.variants[0].missing() || !unit_.variants[1].missing()) return &unit_;
    }
    return nullptr;
  }

 private:
  bool take_row() {
    if (position_ < rows_.size()) {
      row_ = std::move(rows_[position_]);
      line_ = lines_[position_++];
      return true;
    }
    auto row = records_->next();
    if (!row) return false;
    row_ = std::move(*row);
    line_ = records_->line();
    return true;
  }

  /// The number of cells that most of the first rows have.
  std::size_t usual_width() const {
    std::vector<std::size_t> widths;
    for (const Record& row : rows_) widths.push_back(row.size());
    return *std::ranges::max_element(widths, {}, [&](std::size_t width) {
      return std::pair(std::ranges::count(widths, width), width);
    });
  }

  /// Whether the row has texts where no column is: a separator in a text that stands in no quotes
  /// shifts all that follows.
  bool cells_beyond() const {
    const bool beyond = row_.size() > width_ &&
                        std::any_of(row_.begin() + static_cast<std::ptrdiff_t>(width_), row_.end(),
                                    [](const std::string& cell) { return !cell.empty(); });
    if (beyond) {
      report(
          "row with more cells than there are columns: left out; put cells that hold the "
          "separator in quotes",
          row_.front(), line_);
    }
    return beyond;
  }

  void report(std::string_view kind, std::string_view detail, std::size_t line) const {
    constexpr std::size_t kMaxDetailBytes = 100;
    if (!options_.on_repair || detail.size() > kMaxDetailBytes) detail = {};
    if (options_.on_repair) options_.on_repair({kind, std::string(detail), line, 1});
  }

  void report_columns() const {
    const std::size_t line = lines_.front();
    const std::string taken = fmt::format("{} and {}", columns_.source + 1, columns_.target + 1);
    if (columns_.found_by == ColumnsFoundBy::content && width_ > 2) {
      report("columns found by what they hold; --columns chooses others", taken, line);
    }
    if (columns_.found_by == ColumnsFoundBy::position) {
      report("columns that nothing names: taken as source and target", taken, line);
    }
    if (columns_.has_names && columns_.found_by == ColumnsFoundBy::content) {
      report("first row taken as names of columns", rows_.front()[columns_.source], line);
    }
    std::string list;
    for (const std::string& name : columns_.left_out) list += (list.empty() ? "" : ", ") + name;
    if (!list.empty()) report("columns left out; --columns chooses others", list, line);
  }

  void set(std::size_t column, std::string& cell) {
    Variant& source = unit_.variants[0];
    Variant& target = unit_.variants[1];
    if (column == columns_.source || column == columns_.target) {
      (column == columns_.source ? source : target).text = std::move(cell);
      return;
    }
    if (cell.empty() || column >= columns_.roles.size()) return;
    switch (columns_.roles[column]) {
      case ColumnRole::source_language:
        source.language = cell;
        return;
      case ColumnRole::target_language:
        target.language = cell;
        return;
      case ColumnRole::source_document:
        source.document = cell;
        return;
      case ColumnRole::target_document:
        target.document = cell;
        return;
      case ColumnRole::id:
        unit_.id = cell;
        return;
      case ColumnRole::remark:
        unit_.about.notes.push_back({cell});
        return;
      case ColumnRole::flags:
        flags_ = cell;
        return;
      case ColumnRole::confidence:
        unit_.confidence = parse_number(cell);
        if (!unit_.confidence) {
          throw Error(ErrorCode::format, fmt::format("{}:{}:1", records_->name(), line_),
                      "the confidence is not a number; correct or empty it");
        }
        return;
      default:
        return;
    }
  }

  std::unique_ptr<Records> records_;
  const UnitReadOptions options_;
  LanguagePair languages_;
  TableColumns columns_;
  std::size_t width_ = 0;
  std::vector<Record> rows_;  ///< the first ones
  std::vector<std::size_t> lines_;
  std::size_t position_ = 0;  ///< of them
  Record row_;
  std::size_t line_ = 0;
  std::string flags_;
  TranslationUnit unit_;
};

}  // namespace

FirstRows take_first_rows(Records& records, const UnitReadOptions& options) {
  FirstRows first;
  while (first.rows.size() < kRowsLookedAt) {
    auto row = records.next();
    if (!row) break;
    if (is_empty(*row)) continue;
    first.rows.push_back(std::move(*row));
    first.lines.push_back(records.line());
  }
  const auto titles = static_cast<std::ptrdiff_t>(count_title_rows(first.rows, options));
  for (auto row = first.rows.begin(); row != first.rows.begin() + titles; ++row) {
    first.titles.push_back(
        *std::ranges::find_if_not(*row, [](const std::string& cell) { return cell.empty(); }));
  }
  first.rows.erase(first.rows.begin(), first.rows.begin() + titles);
  first.lines.erase(first.lines.begin(), first.lines.begin() + titles);
  return first;
}

std::unique_ptr<UnitReader> make_table_reader(std::unique_ptr<Records> records,
                                              UnitReadOptions options) {
  return std::make_unique<TableReader>(std::move(records), std::move(options));
}

}  // namespace thalign
