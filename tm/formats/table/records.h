// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Not installed.

namespace thalign {

/// The cells of a row of a table, UTF-8.
using Record = std::vector<std::string>;

/// A cell with more bytes is refused: most often its quote is not closed.
inline constexpr std::size_t kMaxCellBytes = std::size_t{1} << 24U;

/// The rows of a table one by one; memory does not grow with their number.
class Records {
 public:
  Records() = default;
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  virtual ~Records() = default;

  /// The next row; nothing after the last one. Throws `Error`.
  virtual std::optional<Record> next() = 0;
  /// 1-based number of the line, or row of a sheet, where the last row began.
  virtual std::size_t line() const = 0;
  /// Whether a separator inside a text could shift the cells behind it.
  virtual bool has_separators() const { return true; }
  /// Of the file, for messages.
  virtual const std::string& name() const& = 0;
};

}  // namespace thalign
