// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tm/formats/table/records.h"
#include "tm/line_source.h"

// Not installed.

namespace thalign {

/// The rows of CSV as spreadsheets write it: cells between commas, semicolons or tabs, those with
/// separators, quotes or line ends in quotes. The separator is the one that cuts the first rows
/// into the same number of cells most often, unless a first line such as "sep=;" names it. White
/// space between a closing quote and a separator does not count.
class CsvRecords : public Records {
 public:
  /// `lines`: of which `first`, if there is one, is already taken. `separator`: NUL: is found. With
  /// a tab given as the separator, cells end where their lines end, and quotes that do not close
  /// at the end of a cell are text.
  explicit CsvRecords(LineSource lines, char separator = '\0',
                      std::optional<std::string> first = std::nullopt);

  /// Throws `Error` as `LineSource`; (format): quotes that are not closed or text behind them.
  std::optional<Record> next() override;
  std::size_t line() const override { return line_; }
  const std::string& name() const& override { return lines_.name(); }

 private:
  struct Line {
    std::string text;
    bool crlf;
    std::size_t number;
  };
  /// What a separator makes of the first lines.
  struct Trial {
    std::size_t rows = 0, cells = 0;  ///< rows of that many cells, the most frequent number
    std::size_t all = 0;
  };

  bool take_line();
  void look_ahead();
  bool read_separator_line();
  char find_separator();
  Trial try_separator(char separator);
  std::optional<Record> read();
  std::string plain(std::size_t& at) const;
  std::string quoted(std::size_t& at);
  std::optional<std::string> quoted_on_line(std::size_t& at) const;
  [[noreturn]] void fail(std::string_view message) const;

  LineSource lines_;
  char separator_;
  const bool one_line_cells_;
  std::vector<Line> ahead_;  ///< the first lines
  std::size_t next_ahead_ = 0;
  bool trying_ = false;  ///< nothing follows `ahead_`
  Line current_{};
  std::size_t line_ = 0;
};

}  // namespace thalign
