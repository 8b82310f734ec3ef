// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "tm/formats/read_options.h"
#include "tm/formats/table/records.h"

// Not installed.

namespace thalign {

/// How many of the first rows are a title above the names of the columns: rows with one cell that
/// is not empty, before a row that names the columns of both texts, as source and target, by their
/// languages or as `options.columns` does. 0 where no row does: they may be texts without a
/// counterpart.
std::size_t count_title_rows(const std::vector<Record>& rows, const UnitReadOptions& options);

}  // namespace thalign
