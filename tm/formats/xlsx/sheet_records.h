// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "text/files/office_xml.h"
#include "tm/formats/table/records.h"
#include "tm/formats/xlsx/workbook.h"
#include "tm/repair.h"

// Not installed.

namespace thalign {

/// The rows of a sheet of a workbook, empty ones left out; memory does not grow with their number.
/// Cells that are merged are one: their text stands in the first. A formula is its stored result.
class SheetRecords : public Records {
 public:
  /// What was taken as empty is reported once all is parsed. Throws `Error` (format): damaged.
  SheetRecords(std::shared_ptr<const Workbook> workbook, const Workbook::Sheet& sheet,
               RepairCallback on_repair);
  ~SheetRecords() override;

  /// Throws `Error`: format (damaged, a text that is not there), limit (too many cells).
  std::optional<Record> next() override;
  std::size_t line() const override { return line_; }
  bool has_separators() const override { return false; }
  const std::string& name() const& override { return name_; }

 private:
  class Rows;

  void report() const;

  std::shared_ptr<const Workbook> workbook_;
  std::string name_;  ///< of workbook and sheet
  RepairCallback on_repair_;
  std::unique_ptr<Rows> rows_;
  std::optional<OfficePart> part_;  ///< nothing: parsed
  std::size_t line_ = 0;
};

}  // namespace thalign
