// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xlsx/sheet_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "text/error.h"
#include "tm/line_source.h"

namespace thalign {
namespace {

// A sheet may have 16,384 columns; tables of texts have few, and a cell far to the right of each
// row costs as much as all between.
constexpr std::size_t kMaxColumns = 1024;
constexpr std::size_t kMaxCells = std::size_t{64} << 20U;

/// The column, from 0, that a reference such as "AB12" names; nothing if it names none.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = std::min(column * 26 + static_cast<std::size_t>(c - 'A') + 1, kMaxColumns + 1);
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// The row that a reference such as "AB12" names.
std::optional<std::uint32_t> row_of(std::string_view reference) {
  return parse_index(
      reference.substr(std::min(reference.find_first_of("0123456789"), reference.size())));
}

}  // namespace

/// Rows as they are parsed: sheetData > row > c > v, or c > is > t.
class SheetRecords::Rows : public OfficeEvents {
 public:
  struct Row {
    Record cells;
    std::size_t line;
  };

  Rows(const Workbook& workbook, const std::string& name) : workbook_(workbook), name_(name) {}

  std::deque<Row> parsed;
  std::size_t errors = 0;  ///< cells that show an error of a formula
  std::size_t beyond = 0;  ///< cells with text in columns that are not read
  std::size_t merged = 0;  ///< cells that are merged over several rows

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "x:rPh" || name == "x:f") return skip();
    if (name == "x:row") {
      line_ = parse_index(attributes["r"]).value_or(line_ + 1);
      next_column_ = 0;
    } else if (name == "x:c") {
      type_ = attributes["t"];
      style_ = parse_index(attributes["s"]).value_or(0);
      column_ = column_of(attributes["r"]).value_or(next_column_);
      next_column_ = column_ + 1;
      value_.clear();
    } else if (name == "x:v" || name == "x:t") {
      in_value_ = true;
    } else if (name == "x:mergeCell") {
      const std::string_view reference = attributes["ref"];
      const auto colon = std::min(reference.find(':'), reference.size());
      if (row_of(reference.substr(0, colon)) != row_of(reference.substr(colon))) ++merged;
    }
  }

  void end_element(std::string_view name) override {
    if (name == "x:v" || name == "x:t") in_value_ = false;
    if (name == "x:c") end_cell();
    if (name == "x:row" && !row_.empty()) {
      parsed.push_back({std::exchange(row_, {}), line_});
    }
  }

  void add_text(std::string_view piece) override {
    if (!in_value_) return;
    value_ += piece;
    if (value_.size() > kMaxCellBytes) {
      throw Error(ErrorCode::limit, fmt::format("{}:{}:1", name_, line_),
                  fmt::format("a cell has more than {} MiB", kMaxCellBytes >> 20U));
    }
  }

  std::string cell_text() {
    if (type_ == "s") {
      const auto index = parse_index(value_);
      auto text = index ? workbook_.shared_string(*index) : std::nullopt;
      if (text) return std::move(*text);
      throw Error(ErrorCode::format, fmt::format("{}:{}:1", name_, line_),
                  "a cell names a text that is not there; save the workbook again");
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "str" || type_ == "inlineStr") return unescaped_cell(value_);
    if (type_ == "d") return value_;
    return workbook_.shown(value_, style_);
  }

  void end_cell() {
    if (value_.empty()) return;
    if (type_ == "e") return static_cast<void>(++errors);
    if (column_ >= kMaxColumns) return static_cast<void>(++beyond);
    std::string text = cell_text();
    std::erase(text, '\r');  // lines end with LF, or with CR and LF
    if (text.empty()) return;
    if (row_.size() <= column_) {
      cells_ += column_ + 1 - row_.size();
      row_.resize(column_ + 1);
    }
    if (cells_ > kMaxCells) {
      throw Error(ErrorCode::limit, name_,
                  fmt::format("has more than {} cells; save the sheet as CSV", kMaxCells));
    }
    row_[column_] = std::move(text);
  }

  const Workbook& workbook_;
  const std::string& name_;
  Record row_;
  std::size_t line_ = 0, column_ = 0, next_column_ = 0, style_ = 0, cells_ = 0;
  std::string type_, value_;
  bool in_value_ = false;
};

SheetRecords::SheetRecords(std::shared_ptr<const Workbook> workbook, const Workbook::Sheet& sheet,
                           RepairCallback on_repair)
    : workbook_(std::move(workbook)),
      name_(fmt::format("{}: {}", workbook_->name(), sheet.name)),
      on_repair_(std::move(on_repair)),
      rows_(std::make_unique<Rows>(*workbook_, name_)),
      part_(std::in_place, workbook_->archive(), sheet.part, *rows_) {}

SheetRecords::~SheetRecords() = default;

std::optional<Record> SheetRecords::next() {
  while (rows_->parsed.empty() && part_) {
    if (part_->parse()) continue;
    part_.reset();
    report();
  }
  if (rows_->parsed.empty()) return std::nullopt;
  Record cells = std::move(rows_->parsed.front().cells);
  line_ = rows_->parsed.front().line;
  rows_->parsed.pop_front();
  return cells;
}

/// What was taken as empty in the whole sheet.
void SheetRecords::report() const {
  const auto report = [&](std::string_view kind, std::size_t count) {
    if (count > 0 && on_repair_) on_repair_({kind, std::to_string(count), 1, 1});
  };
  report("cells with errors of formulas: taken as empty", rows_->errors);
  report("cells merged over several rows: their text stands in the first", rows_->merged);
  report("cells far to the right: left out", rows_->beyond);
}

}  // namespace thalign
