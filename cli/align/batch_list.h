// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thalign::cli {

/// A line of a list for `thalign align --batch`.
struct BatchLine {
  std::string place;  ///< "LIST:LINE"
  std::string source, target;
  std::string output;  ///< empty: the line has none
};

/// Reads a list: source, target and output with tabs between, the order of hunalign; the output may
/// be missing. A fourth column, the score of a list that `thalign pair` wrote, is left alone, and
/// the output before it may be empty. Blank lines and lines that start with `#` are left out, lines
/// may end as on Windows. `name` is what messages call the list. Throws `Error` (format): another
/// number of columns, an empty name.
std::vector<BatchLine> parse_batch_list(std::string_view list, const std::string& name);

}  // namespace thalign::cli
