// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "tm/formats/read_options.h"
#include "tm/formats/table/records.h"
#include "tm/translation_unit.h"

// Not installed.

namespace thalign {

/// The first rows of a table that are not empty, and the line of each.
struct FirstRows {
  std::vector<Record> rows;
  std::vector<std::size_t> lines;
  std::vector<std::string> titles;  ///< what stood in rows above the names of the columns
};
FirstRows take_first_rows(Records& records, const UnitReadOptions& options);

/// Units of the rows of a table, whose columns `find_columns` finds. Rows with more cells than the
/// first ones are left out, and so is a title above the names of the columns; that, and which
/// columns were taken, is reported. Rows without text give no unit.
std::unique_ptr<UnitReader> make_table_reader(std::unique_ptr<Records> records,
                                              UnitReadOptions options);

}  // namespace thalign
