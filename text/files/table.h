// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {

/// A line of a tab-separated file and where it stands, for messages.
struct TableRow {
  std::string_view file;
  std::size_t line;  ///< 1-based
  std::vector<std::string_view> columns;

  /// Throws `Error` (format) with "FILE:LINE: MESSAGE".
  [[noreturn]] void fail(std::string_view message) const;
};

/// Calls `visit` for each line of `text` that is neither blank nor a comment (begins with `#`). A
/// byte order mark at the beginning and the carriage return of a Windows line end are not part of a
/// line.
void visit_rows(std::string_view text, std::string_view file,
                const std::function<void(const TableRow&)>& visit);

/// `text`, any bytes, fit for a message: 'x', control characters escaped, not long.
std::string quote(std::string_view text);

}  // namespace thalign
