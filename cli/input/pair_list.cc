// SPDX-License-Identifier: Apache-2.0
#include "cli/input/pair_list.h"

#include <algorithm>
#include <filesystem>

#include "cli/input/input.h"
#include "text/error.h"
#include "text/files/io_error.h"
#include "text/files/table.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

std::vector<PathPair> pairs_of_folder(const fs::path& folder) {
  constexpr std::string_view kThai = ".th.txt";
  constexpr std::string_view kNameAdvice = "check its name, and that it may be read";
  std::vector<PathPair> pairs;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string thai = it->path().string();
    if (!thai.ends_with(kThai)) continue;
    const std::string english = thai.substr(0, thai.size() - kThai.size()) + ".en.txt";
    if (fs::exists(english)) pairs.push_back({thai, english});
  }
  if (error) throw io_error(folder.string(), "list the folder", error.value(), kNameAdvice);
  std::sort(pairs.begin(), pairs.end(),
            [](const PathPair& a, const PathPair& b) { return a.source < b.source; });
  return pairs;
}

std::vector<PathPair> pairs_of_list(const std::string& path) {
  std::vector<PathPair> pairs;
  visit_rows(read_input(path), input_name(path), [&](const TableRow& row) {
    if (row.columns.size() < 2 || row.columns[0].empty() || row.columns[1].empty())
      row.fail("has no two tab-separated paths; write those of the two texts of a pair");
    pairs.push_back({std::string(row.columns[0]), std::string(row.columns[1])});
  });
  return pairs;
}

}  // namespace

std::vector<PathPair> list_pairs(const std::string& path) {
  std::error_code error;
  const bool folder = fs::is_directory(path, error);
  std::vector<PathPair> pairs = folder ? pairs_of_folder(path) : pairs_of_list(path);
  if (!pairs.empty()) return pairs;
  throw Error(ErrorCode::format, input_name(path),
              folder ? "has no pair of files NAME.th.txt and NAME.en.txt; put some there, or give "
                       "a list of pairs"
                     : "has no pairs; write two tab-separated paths a line");
}

}  // namespace thalign::cli
