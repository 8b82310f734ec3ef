#include "cli/align/batch_list.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "cli/io/exit_code.h"
#include "text/table.h"

namespace thalign::cli {
namespace {

BatchLine parse_row(const TableRow& row) {
  const std::size_t count = row.columns.size();
  if (count < 2 || count > 3) {
    row.fail(
        fmt::format("has {} {} instead of 3; write source, target and output with tabs between",
                    count, count == 1 ? "column" : "columns"));
  }
  for (const std::string_view column : row.columns) {
    if (column.empty()) row.fail("a column is empty; name a file in each");
    if (column == "-") row.fail("standard input and output can't be listed; name a file");
  }
  return {.place = fmt::format("{}:{}", row.file, row.line),
          .source = std::string(row.columns[0]),
          .target = std::string(row.columns[1]),
          .output = count == 3 ? std::string(row.columns[2]) : std::string()};
}

/// What tells a file from others under any name: device and number; nothing if it is not there.
std::optional<std::pair<dev_t, ino_t>> identity(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return std::pair{status.st_dev, status.st_ino};
}

}  // namespace

std::vector<BatchLine> parse_batch_list(std::string_view list, const std::string& name) {
  std::vector<BatchLine> lines;
  visit_rows(list, name, [&](const TableRow& row) { lines.push_back(parse_row(row)); });
  return lines;
}

void check_outputs(const std::vector<BatchLine>& lines) {
  std::map<std::pair<dev_t, ino_t>, const BatchLine*> inputs;
  for (const BatchLine& line : lines) {
    for (const std::string* const input : {&line.source, &line.target}) {
      if (const auto file = identity(*input)) inputs.emplace(*file, &line);
    }
  }
  std::map<std::string, const BatchLine*> outputs;
  for (const BatchLine& line : lines) {
    if (line.output.empty()) {
      throw UsageError(fmt::format(
          "{}: has no output; add a third column, or leave it out of all lines", line.place));
    }
    const std::string path = std::filesystem::path(line.output).lexically_normal().string();
    const auto [first, added] = outputs.emplace(path, &line);
    if (!added) {
      throw UsageError(fmt::format("{}: {} is the output of {}, too; choose another", line.place,
                                   line.output, first->second->place));
    }
    const auto file = identity(line.output);
    if (const auto input = file ? inputs.find(*file) : inputs.end(); input != inputs.end()) {
      throw UsageError(fmt::format("{}: {} is an input of {}; choose another output", line.place,
                                   line.output, input->second->place));
    }
  }
}

}  // namespace thalign::cli
