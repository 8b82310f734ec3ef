// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "tm/formats/read_options.h"
#include "tm/formats/table/records.h"
#include "tm/translation_unit.h"

// Not installed.

namespace thalign {

/// Units of the rows of a table, whose columns `find_columns` finds. Rows with more cells than the
/// first ones are left out; that, and which columns were taken, is reported. Rows without text give
/// no unit.
std::unique_ptr<UnitReader> make_table_reader(std::unique_ptr<Records> records,
                                              UnitReadOptions options);

}  // namespace thalign
