// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "text/error.h"
#include "tm/formats/readers.h"
#include "tm/formats/table/table_columns.h"
#include "tm/formats/table/table_reader.h"
#include "tm/formats/xlsx/sheet_records.h"
#include "tm/formats/xlsx/workbook.h"
#include "tm/language_tag.h"

namespace thalign {
namespace {

using Sheet = Workbook::Sheet;

/// The sheet that `columns` begins with, as "Sheet1!" or "'My sheet'!", which is taken away; null:
/// none.
const Sheet* take_sheet(const std::vector<Sheet>& sheets, std::string& columns) {
  for (const Sheet& sheet : sheets) {
    for (const std::string& name : {sheet.name + "!", "'" + sheet.name + "'!"}) {
      if (!same_tag(columns.substr(0, name.size()), name)) continue;
      columns.erase(0, name.size());
      return &sheet;
    }
  }
  return nullptr;
}

std::string names_of(const std::vector<Sheet>& sheets, const Sheet* but) {
  std::string names;
  for (const Sheet& sheet : sheets) {
    if (&sheet != but) names += (names.empty() ? "" : ", ") + sheet.name;
  }
  return names;
}

/// Chooses the first sheet, hidden ones aside, whose columns names or texts show.
class SheetChoice {
 public:
  SheetChoice(std::shared_ptr<const Workbook> workbook, const UnitReadOptions& options)
      : workbook_(std::move(workbook)), options_(options) {}

  const Sheet& choose() {
    for (const Sheet& sheet : workbook_->sheets()) {
      if (!sheet.hidden && shows_columns(sheet)) return sheet;
    }
    if (options_.columns.find('!') != std::string::npos) refuse_sheet();
    if (by_position_ != nullptr) return *by_position_;
    if (refusal_) throw Error(*refusal_);
    return workbook_->sheets().front();
  }

 private:
  bool shows_columns(const Sheet& sheet) {
    SheetRecords records(workbook_, sheet, {});
    const FirstRows first = take_first_rows(records, options_);
    if (first.rows.empty()) return false;
    try {
      const TableColumns columns = find_columns(first.rows, options_, records.name());
      if (columns.found_by != ColumnsFoundBy::position) return true;
      if (by_position_ == nullptr) by_position_ = &sheet;
    } catch (const Error& error) {
      if (!refusal_) refusal_ = error;
    }
    return false;
  }

  /// A sheet is named that is not there, and no column has a name with an exclamation mark.
  [[noreturn]] void refuse_sheet() const {
    std::string name = options_.columns.substr(0, options_.columns.find('!'));
    if (name.size() > 1 && name.front() == '\'') name = name.substr(1, name.size() - 2);
    throw Error(ErrorCode::format, workbook_->name(),
                fmt::format("--columns {}: there is no sheet '{}'; choose one of: {}",
                            options_.columns, name, names_of(workbook_->sheets(), nullptr)));
  }

  std::shared_ptr<const Workbook> workbook_;
  const UnitReadOptions& options_;
  const Sheet* by_position_ = nullptr;
  std::optional<Error> refusal_;  ///< of the first sheet that has rows
};

void report_left_out(const std::vector<Sheet>& sheets, const Sheet& taken,
                     const RepairCallback& on_repair) {
  const std::string names = names_of(sheets, &taken);
  if (names.empty() || !on_repair) return;
  on_repair({"sheets left out; --columns SHEET!SOURCE,TARGET chooses another", names, 1, 1});
}

}  // namespace

std::unique_ptr<UnitReader> make_xlsx_reader(ByteSource source, const UnitReadOptions& options) {
  const auto workbook = std::make_shared<const Workbook>(std::move(source));
  UnitReadOptions how = options;
  const Sheet* sheet = take_sheet(workbook->sheets(), how.columns);
  if (sheet == nullptr) sheet = &SheetChoice(workbook, how).choose();
  report_left_out(workbook->sheets(), *sheet, how.on_repair);
  return make_table_reader(std::make_unique<SheetRecords>(workbook, *sheet, how.on_repair), how);
}

}  // namespace thalign
