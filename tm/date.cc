// SPDX-License-Identifier: Apache-2.0
#include "tm/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace thalign {
namespace {

namespace chrono = std::chrono;

/// Takes pieces off the front of a date.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  /// A number of exactly `digits` digits; nothing if there are fewer.
  std::optional<int> number(std::size_t digits) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  /// Takes one character, if it is one of `characters`; 0 if not.
  char take(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return '\0';
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  void skip_digits() {
    while (take("0123456789") != '\0') continue;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<chrono::sys_days> scan_day(DateScanner& scanner) {
  const auto year = scanner.number(4);
  scanner.take("-");
  const auto month = scanner.number(2);
  scanner.take("-");
  const auto day = scanner.number(2);
  if (!year || !month || !day) return std::nullopt;
  const chrono::year_month_day date(chrono::year(*year),
                                    chrono::month(static_cast<unsigned>(*month)),
                                    chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days(date);
}

std::optional<chrono::seconds> scan_time(DateScanner& scanner) {
  const auto hour = scanner.number(2);
  scanner.take(":");
  const auto minute = scanner.number(2);
  const bool colon = scanner.take(":") != '\0';
  auto second = scanner.number(2);
  if (!second && !colon) second = 0;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  if (scanner.take(".,") != '\0') scanner.skip_digits();
  return chrono::hours(*hour) + chrono::minutes(*minute) + chrono::seconds(*second);
}

/// What is to be added to a time of the zone to have UTC.
std::optional<chrono::seconds> scan_zone(DateScanner& scanner) {
  if (scanner.done() || scanner.take("Zz") != '\0') return chrono::seconds(0);
  const char sign = scanner.take("+-");
  const auto hours = scanner.number(2);
  scanner.take(":");
  const auto minutes = scanner.done() ? std::optional(0) : scanner.number(2);
  if (sign == '\0' || !hours || !minutes) return std::nullopt;
  const chrono::seconds ahead = chrono::hours(*hours) + chrono::minutes(*minutes);
  return sign == '+' ? -ahead : ahead;
}

}  // namespace

std::string tmx_date(Date date) {
  constexpr Date kYear0{chrono::seconds(-62'167'219'200)};
  constexpr Date kEndOfYear9999{chrono::seconds(253'402'300'799)};
  const Date time = std::clamp(date, kYear0, kEndOfYear9999);
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day calendar(day);
  const chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(calendar.year()),
                     static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string buddhist_date_lowered(std::string_view text) {
  constexpr int kFirst = 1900 + 543;
  constexpr int kLast = 2099 + 543;
  const std::optional<int> year = DateScanner(text).number(4);
  if (!year || *year < kFirst || *year > kLast) return {};
  return fmt::format("{:04}", *year - 543).append(text.substr(4));
}

std::optional<Date> parse_date(std::string_view text) {
  DateScanner scanner(text);
  const auto day = scan_day(scanner);
  if (!day || scanner.done()) return day;
  if (scanner.take("Tt ") == '\0') return std::nullopt;
  const auto time = scan_time(scanner);
  if (!time) return std::nullopt;
  const auto zone = scan_zone(scanner);
  if (!zone || !scanner.done()) return std::nullopt;
  return *day + *time + *zone;
}

}  // namespace thalign
