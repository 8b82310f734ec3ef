// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/csv_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "text/error.h"
#include "tm/formats/csv.h"

namespace thalign {
namespace {

constexpr std::size_t kLinesAhead = 200;
constexpr std::size_t kBytesAhead = std::size_t{256} << 10U;

/// The byte after the white space at `at`.
std::size_t skip_blanks(std::string_view text, std::size_t at, char separator) {
  while (at < text.size() && text[at] != separator && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

}  // namespace

CsvRecords::CsvRecords(LineSource lines, char separator, std::optional<std::string> first)
    : lines_(std::move(lines)), separator_(separator), one_line_cells_(separator == '\t') {
  if (first) ahead_.push_back({std::move(*first), lines_.ended_with_crlf(), lines_.number()});
  if (separator_ != '\0') return;
  look_ahead();
  if (!read_separator_line()) separator_ = find_separator();
}

void CsvRecords::look_ahead() {
  std::size_t bytes = 0;
  while (ahead_.size() < kLinesAhead && bytes < kBytesAhead) {
    const auto line = lines_.next();
    if (!line) return;
    ahead_.push_back({std::string(*line), lines_.ended_with_crlf(), lines_.number()});
    bytes += line->size();
  }
}

/// A first line as Excel writes it to name the separator.
bool CsvRecords::read_separator_line() {
  if (ahead_.empty()) return false;
  std::string text = ahead_.front().text;
  if (text.size() == 7 && text.starts_with('"') && text.ends_with('"')) text = text.substr(1, 5);
  if (text.size() != 5 || (text[0] | 0x20) != 's' || (text[1] | 0x20) != 'e' ||
      (text[2] | 0x20) != 'p' || text[3] != '=') {
    return false;
  }
  separator_ = text[4];
  next_ahead_ = 1;
  return true;
}

char CsvRecords::find_separator() {
  char best = ',';
  std::tuple<std::size_t, std::size_t> best_score{0, 0};
  for (const char separator : {'\t', ',', ';'}) {
    const Trial trial = try_separator(separator);
    if (trial.cells < 2) continue;
    const std::tuple score{1000 * trial.rows / trial.all, trial.cells};
    if (score > best_score) {
      best_score = score;
      best = separator;
    }
  }
  return best;
}

CsvRecords::Trial CsvRecords::try_separator(char separator) {
  separator_ = separator;
  trying_ = true;
  std::map<std::size_t, std::size_t> rows_of;
  Trial trial;
  try {
    while (const auto row = read()) {
      if (row->size() == 1 && row->front().empty()) continue;
      ++trial.all;
      ++rows_of[row->size()];
    }
  } catch (const Error&) {  // a row that this separator does not explain, or that is cut off
    ++trial.all;
  }
  trying_ = false;
  next_ahead_ = 0;
  for (const auto& [cells, rows] : rows_of) {
    if (cells > 1 && rows >= trial.rows) std::tie(trial.rows, trial.cells) = std::pair(rows, cells);
  }
  return trial;
}

bool CsvRecords::take_line() {
  if (next_ahead_ < ahead_.size()) {
    current_ = ahead_[next_ahead_++];
    return true;
  }
  if (trying_) return false;
  const auto line = lines_.next();
  if (!line) return false;
  current_.text = *line;
  current_.crlf = lines_.ended_with_crlf();
  current_.number = lines_.number();
  return true;
}

std::optional<Record> CsvRecords::next() { return read(); }

std::optional<Record> CsvRecords::read() {
  if (!take_line()) return std::nullopt;
  line_ = current_.number;
  Record record;
  for (std::size_t at = 0;;) {
    const std::size_t begin = skip_blanks(current_.text, at, separator_);
    const bool has_quote = begin < current_.text.size() && current_.text[begin] == '"';
    std::string cell;
    if (has_quote && one_line_cells_) {
      auto value = quoted_on_line(at = begin);
      cell = value ? std::move(*value) : plain(at);
    } else if (has_quote) {
      cell = quoted(at = begin);
    } else {
      cell = plain(at);
    }
    if (cell.starts_with('\'') && needs_apostrophe(cell)) cell.erase(0, 1);
    record.push_back(std::move(cell));
    if (at >= current_.text.size()) return record;
    ++at;
  }
}

std::string CsvRecords::plain(std::size_t& at) const {
  const std::string& text = current_.text;
  const std::size_t end = std::min(text.find(separator_, at), text.size());
  const std::size_t begin = std::exchange(at, end);
  return text.substr(begin, end - begin);
}

/// The cell that begins with the quote at `at`; takes further lines as long as it is open.
std::string CsvRecords::quoted(std::size_t& at) {
  const std::size_t first_line = current_.number;
  std::string cell;
  for (++at;;) {
    const std::size_t quote = current_.text.find('"', at);
    if (quote == std::string::npos) {
      cell.append(current_.text, at).append(current_.crlf ? "\r\n" : "\n");
      if (cell.size() > kMaxCellBytes || !take_line()) {
        fail(fmt::format("the quote opened in line {} is not closed", first_line));
      }
      at = 0;
      continue;
    }
    cell.append(current_.text, at, quote - at);
    at = quote + 1;
    if (current_.text.substr(at, 1) != "\"") break;
    cell += '"';
    ++at;
  }
  at = skip_blanks(current_.text, at, separator_);
  if (at < current_.text.size() && current_.text[at] != separator_) {
    fail("a quoted cell goes on after its closing quote; double quotes inside cells");
  }
  return cell;
}

/// The same within the line; nothing, and `at` where it was, if what stands there is no such cell.
std::optional<std::string> CsvRecords::quoted_on_line(std::size_t& at) const {
  const std::string& text = current_.text;
  std::string cell;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] != '"') {
      cell += text[i];
    } else if (text.substr(i + 1, 1) == "\"") {
      cell += text[i++];
    } else {
      const std::size_t end = skip_blanks(text, i + 1, separator_);
      if (end < text.size() && text[end] != separator_) return std::nullopt;
      at = end;
      return cell;
    }
  }
  return std::nullopt;
}

void CsvRecords::fail(std::string_view message) const {
  throw Error(ErrorCode::format, fmt::format("{}:{}:1", name(), current_.number), message);
}

}  // namespace thalign
