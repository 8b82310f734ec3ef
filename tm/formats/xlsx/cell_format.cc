// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xlsx/cell_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "tm/line_source.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxDecimals = 15;  // digits that a spreadsheet stores
constexpr double kMaxDays = 2958466;      // from 1900 to the end of 9999

/// Reads a code from its beginning to the end of its first section.
class FormatParser {
 public:
  explicit FormatParser(std::string_view code) : code_(code) {}

  CellFormat parse() {
    for (; at_ < code_.size() && code_[at_] != ';'; ++at_) read_character();
    if (format_.day || format_.time) format_.kind = CellFormat::Kind::date;
    if (!has_digits_ && format_.kind == CellFormat::Kind::number) format_.kind = Kind::general;
    return format_;
  }

 private:
  using Kind = CellFormat::Kind;

  void read_character() {
    const char c = code_[at_];
    if (c == '"') return add(take_until('"'));
    if (c == '[') return read_bracket(take_until(']'));
    if (c == '\\') return add(code_.substr(std::min(++at_, code_.size()), 1));
    if (c == '_' || c == '*') return static_cast<void>(++at_);  // room, or what fills it
    if (c == 'G' && code_.substr(at_).starts_with("General")) return static_cast<void>(at_ += 6);
    if (c == '@') format_.kind = Kind::text;
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    // An exponent or a fraction: too rare in texts to be shown as such.
    if ((small == 'e' || c == '/') && has_digits_) return show_as_stored();
    if (std::string_view("ydbeg").find(small) != std::string_view::npos) format_.day = true;
    if (small == 'h' || small == 's') format_.time = true;
    if (small == 'm') read_month_or_minute();
    if (std::string_view("0#?").find(c) != std::string_view::npos) return read_digit();
    if (c == '.') return static_cast<void>(behind_point_ = true);
    if (c == ',') return static_cast<void>(format_.thousands = has_digits_);
    if (c == '%') format_.percent = true;
    if (std::string_view("%$-+() ").find(c) != std::string_view::npos) add({&code_[at_], 1});
  }

  void read_digit() {
    has_digits_ = true;
    if (format_.kind == Kind::general && !as_stored_) format_.kind = Kind::number;
    if (behind_point_ && format_.decimals < kMaxDecimals) ++format_.decimals;
  }

  void show_as_stored() {
    as_stored_ = true;
    format_.kind = Kind::general;
  }

  /// Minutes stand behind hours or before seconds.
  void read_month_or_minute() {
    const auto next = code_.find_first_not_of("mM:. ", at_);
    const bool before_seconds =
        next != std::string_view::npos && (code_[next] == 's' || code_[next] == 'S');
    (before_seconds || format_.time ? format_.time : format_.day) = true;
    while (at_ + 1 < code_.size() && (code_[at_ + 1] | 0x20) == 'm') ++at_;
  }

  void read_bracket(std::string_view content) {
    if (content.starts_with('$')) add(content.substr(1, content.find('-') - 1));
    const std::string_view hours = "hHmMsS";
    if (!content.empty() && content.find_first_not_of(hours) == std::string_view::npos) {
      format_.time = true;
    }
  }

  /// What stands up to `end`, at which `at_` then is.
  std::string_view take_until(char end) {
    const std::size_t begin = at_ + 1;
    at_ = std::min(code_.find(end, begin), code_.size());
    return code_.substr(std::min(begin, at_), at_ - std::min(begin, at_));
  }

  void add(std::string_view literal) { (has_digits_ ? format_.after : format_.before) += literal; }

  std::string_view code_;
  std::size_t at_ = 0;
  CellFormat format_;
  bool has_digits_ = false, behind_point_ = false, as_stored_ = false;
};

void put_thousands(std::string& digits) {
  const std::size_t begin = digits.front() == '-' ? 1 : 0;
  const std::size_t end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = end; at > begin + 3;) digits.insert(at -= 3, ",");
}

std::string shown_day(double days, bool from_1904) {
  using namespace std::chrono;
  // Day 60 of spreadsheets is 29 February 1900, which did not exist.
  const sys_days first = from_1904   ? sys_days{January / 1 / 1904}
                         : days < 60 ? sys_days{December / 31 / 1899}
                                     : sys_days{December / 30 / 1899};
  const year_month_day date{first + std::chrono::days{static_cast<int>(days)}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string shown_time(double part_of_day, bool day_is_shown, double days) {
  const auto seconds = static_cast<std::int64_t>(std::llround(part_of_day * 86400));
  const std::int64_t hours =
      seconds / 3600 + (day_is_shown ? 0 : 24 * static_cast<std::int64_t>(days));
  std::string time = fmt::format("{:02}:{:02}", hours, seconds / 60 % 60);
  if (seconds % 60 != 0) time += fmt::format(":{:02}", seconds % 60);
  return time;
}

std::string shown_date(double value, const CellFormat& format, bool from_1904) {
  double days = std::floor(value);
  double part = value - days;
  if (std::llround(part * 86400) == 86400) {  // rounded up to midnight
    days += 1;
    part = 0;
  }
  std::string text = format.day ? shown_day(days, from_1904) : "";
  if (format.time) text += (text.empty() ? "" : " ") + shown_time(part, format.day, days);
  return text;
}

}  // namespace

CellFormat parse_cell_format(std::string_view code) { return FormatParser(code).parse(); }

CellFormat builtin_cell_format(std::size_t id) {
  struct Range {
    std::size_t first, last;
    std::string_view code;
  };
  // Those from 27 are of eastern Asia, those from 59 of Thailand.
  static constexpr Range kRanges[] = {
      {1, 1, "0"},          {2, 2, "0.00"},       {3, 3, "#,##0"},      {4, 4, "#,##0.00"},
      {5, 6, "#,##0"},      {7, 8, "#,##0.00"},   {9, 9, "0%"},         {10, 10, "0.00%"},
      {11, 11, "0.00E+00"}, {14, 17, "d"},        {18, 21, "h:mm"},     {22, 22, "d h:mm"},
      {27, 31, "d"},        {32, 35, "h:mm"},     {36, 36, "d"},        {37, 38, "#,##0"},
      {39, 40, "#,##0.00"}, {41, 42, "#,##0"},    {43, 44, "#,##0.00"}, {45, 47, "h:mm"},
      {49, 49, "@"},        {50, 58, "d"},        {59, 59, "0"},        {60, 60, "0.00"},
      {61, 61, "#,##0"},    {62, 62, "#,##0.00"}, {67, 67, "0%"},       {68, 68, "0.00%"},
      {71, 74, "d"},        {75, 76, "h:mm"},     {77, 77, "d h:mm"},   {78, 80, "h:mm"},
      {81, 81, "d"}};
  const auto* const found = std::ranges::find_if(
      kRanges, [&](const Range& range) { return id >= range.first && id <= range.last; });
  return found == std::end(kRanges) ? CellFormat() : parse_cell_format(found->code);
}

std::string shown_number(std::string_view stored, const CellFormat& format, bool from_1904) {
  const std::optional<double> value = parse_number(stored);
  if (!value || !std::isfinite(*value) || format.kind == CellFormat::Kind::text) {
    return std::string(stored);
  }
  if (format.kind == CellFormat::Kind::date) {
    const bool is_date = *value >= 0 && *value < kMaxDays;
    return is_date ? shown_date(*value, format, from_1904) : std::string(stored);
  }
  if (format.kind == CellFormat::Kind::general) {
    const bool is_written_so = stored.find_first_not_of("-0123456789") == std::string_view::npos;
    return is_written_so ? std::string(stored) : fmt::format("{:.15g}", *value);
  }
  std::string text = fmt::format("{:.{}f}", *value * (format.percent ? 100 : 1), format.decimals);
  if (format.thousands) put_thousands(text);
  return format.before + text + format.after;
}

}  // namespace thalign
