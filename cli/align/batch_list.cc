// SPDX-License-Identifier: Apache-2.0
#include "cli/align/batch_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/files/table.h"

namespace thalign::cli {
namespace {

/// Source, target, output and, of a list that `thalign pair` wrote, a score.
constexpr std::size_t kBatchColumns = 4;

BatchLine parse_row(const TableRow& row) {
  const std::size_t count = row.columns.size();
  if (count < 2 || count > kBatchColumns) {
    row.fail(
        fmt::format("has {} {} instead of 3; write source, target and output with tabs between",
                    count, count == 1 ? "column" : "columns"));
  }
  for (std::size_t i = 0; i < std::min(count, kBatchColumns - 1); ++i) {
    const std::string_view column = row.columns[i];
    if (column.empty() && (i < 2 || count < kBatchColumns))
      row.fail("a column is empty; name a file in each");
    if (column == "-") row.fail("standard input and output can't be listed; name a file");
  }
  return {.place = fmt::format("{}:{}", row.file, row.line),
          .source = std::string(row.columns[0]),
          .target = std::string(row.columns[1]),
          .output = count >= 3 ? std::string(row.columns[2]) : std::string()};
}

}  // namespace

std::vector<BatchLine> parse_batch_list(std::string_view list, const std::string& name) {
  std::vector<BatchLine> lines;
  visit_rows(list, name, [&](const TableRow& row) { lines.push_back(parse_row(row)); });
  return lines;
}

}  // namespace thalign::cli
