// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tm/formats/read_options.h"
#include "tm/formats/table/column_names.h"
#include "tm/formats/table/records.h"

// Which columns of a table hold the texts. Not installed.

namespace thalign {

/// How the texts were found.
enum class ColumnsFoundBy { asked, names, content, position };

/// What the columns of a table hold.
struct TableColumns {
  std::size_t source = 0, target = 1;            ///< columns, from 0
  std::string source_language, target_language;  ///< tags; empty: not said
  std::vector<ColumnRole> roles;                 ///< of all columns of the first row
  bool has_names = false;                        ///< the first row names the columns
  ColumnsFoundBy found_by = ColumnsFoundBy::position;
  std::vector<std::string> left_out;  ///< names or numbers of columns without a role
};

/// The columns of the texts: those that `options.columns` asks for; else those named source and
/// target, or by languages; else, by what they hold, the one of Thai and the one of English texts;
/// else, of a table of two columns, these. Where there are several, a tag of a region or a name
/// that is nothing but a language goes first. Requires: `rows`, the first ones, are not empty.
/// Throws `Error` (format) if that leaves a choice; it names the columns.
TableColumns find_columns(const std::vector<Record>& rows, const UnitReadOptions& options,
                          const std::string& name);

}  // namespace thalign
