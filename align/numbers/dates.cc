// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/dates.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "align/numbers/anchor_key.h"

namespace thalign {
namespace {

constexpr int kLastMonth = 12;
constexpr int kLastDay = 31;
/// Years of two digits, of the Buddhist Era: from 2540 to 2580 they are hardly anything else.
constexpr int kFirstShortBuddhist = 40;
constexpr int kLastShortBuddhist = 80;
/// Years of two digits below are of this century, those from here on of the last one.
constexpr int kFirstOfLastCentury = 50;

struct Number {
  int value = 0;
  std::size_t digits = 0;  // 0: no number of digits only
};

Number read(std::string_view text) {
  Number number;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number.value);
  if (error == std::errc() && stop == end && text.front() != '-') number.digits = text.size();
  return number;
}

bool is_month(Number number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= kLastMonth;
}
bool is_day(Number number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= kLastDay;
}
bool is_long_year(Number number) {
  const bool common = number.value >= 1000 && number.value <= 2200;
  const bool buddhist = number.value >= 2300 && number.value <= 2700;
  return number.digits == 4 && (common || buddhist);
}

std::string year_key(int year) { return number_key(static_cast<double>(year)); }

std::string either(std::string first, std::string second) {
  const std::array<std::string, 2> readings = {std::move(first), std::move(second)};
  return uncertain_key(readings);
}

std::string perhaps(const std::string& key) {
  return uncertain_key(std::span<const std::string>(&key, 1));
}

/// The years that two digits stand for.
std::vector<std::string> short_years(int year, Language language) {
  const std::string buddhist = year_key(2500 + year);
  const std::string common = year_key((year < kFirstOfLastCentury ? 2000 : 1900) + year);
  const bool seems_buddhist = year >= kFirstShortBuddhist && year <= kLastShortBuddhist;
  if (language == Language::thai)
    return seems_buddhist ? std::vector{buddhist} : std::vector{buddhist, common};
  return seems_buddhist ? std::vector{common, buddhist} : std::vector{common};
}

/// A date of three numbers and what joins them.
struct Parts {
  Number first, second, third;
  char mark;
};

/// Keys of a day and a month, in the order of the text.
std::vector<std::string> day_and_month(const Parts& parts, Language language) {
  const auto day = [](Number n) { return number_key(static_cast<double>(n.value)); };
  const auto month = [](Number n) { return month_key(n.value); };
  const auto [first, second, third, mark] = parts;
  const bool month_first = is_month(first) && is_day(second);
  const bool day_first = is_day(first) && is_month(second);
  const bool thai_way = language == Language::thai || mark == '.' || third.value >= 2300;
  if (day_first && (thai_way || !month_first || first.value == second.value))
    return {day(first), month(second)};
  if (!month_first) return {};
  if (!day_first) return {month(first), day(second)};
  return {either(day(first), month(first)), either(day(second), month(second))};
}

std::vector<std::string> keys_of(const Parts& parts, Language language) {
  if (is_long_year(parts.first) && is_month(parts.second) && is_day(parts.third)) {
    return {year_key(parts.first.value), month_key(parts.second.value),
            number_key(static_cast<double>(parts.third.value))};
  }
  const bool short_year = parts.mark == '/' && parts.third.digits == 2;
  if (!is_long_year(parts.third) && !short_year) return {};
  std::vector<std::string> keys = day_and_month(parts, language);
  if (keys.empty()) return {};
  const std::vector<std::string> years = short_year ? short_years(parts.third.value, language)
                                                    : std::vector{year_key(parts.third.value)};
  keys.push_back(years.size() == 1 ? years.front() : uncertain_key(years));
  return keys;
}

/// "20240614": a number, perhaps a date.
std::optional<NumericDate> closed_date(std::string_view folded) {
  const Number year = read(folded.substr(0, 4));
  const Number month = read(folded.substr(4, 2));
  const Number day = read(folded.substr(6, 2));
  const bool recent =
      (year.value >= 1900 && year.value <= 2100) || (year.value >= 2443 && year.value <= 2643);
  if (year.digits != 4 || !recent || month.digits != 2 || !is_month(month) || day.digits != 2 ||
      !is_day(day)) {
    return std::nullopt;
  }
  return NumericDate{
      {number_key(folded), perhaps(year_key(year.value)), perhaps(month_key(month.value)),
       perhaps(number_key(static_cast<double>(day.value)))},
      1};
}

/// "14.06.2024", which is one word.
std::optional<NumericDate> dotted_date(std::string_view folded, Language language) {
  const std::size_t first = folded.find('.');
  const std::size_t second = folded.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const Parts parts = {read(folded.substr(0, first)),
                       read(folded.substr(first + 1, second - first - 1)),
                       read(folded.substr(second + 1)), '.'};
  if (parts.first.digits == 0 || parts.second.digits == 0 || parts.third.digits == 0)
    return std::nullopt;
  std::vector<std::string> keys = keys_of(parts, language);
  return keys.empty() ? std::nullopt : std::optional(NumericDate{std::move(keys), 1});
}

class WordsView {
 public:
  explicit WordsView(const Words& words) : words_(words) {}
  Number number(std::size_t k) const {
    if (k >= words_.all().size() || words_.all()[k].kind != WordKind::number) return {};
    return read(folded(k));
  }
  std::string_view folded(std::size_t k) const { return words_.folded(words_.all()[k]); }
  bool is(std::size_t k, std::string_view mark) const {
    return k < words_.all().size() && folded(k) == mark;
  }
  /// Whether words `k` to `k + count` touch each other.
  bool touch(std::size_t k, std::size_t count) const {
    for (std::size_t i = k; i < k + count; ++i) {
      if (words_.all()[i].folded.end != words_.all()[i + 1].folded.begin) return false;
    }
    return true;
  }
  /// The text before word `k` without spaces at its end.
  std::string_view before(std::size_t k) const {
    const std::string_view text = words_.folded_text().substr(0, words_.all()[k].folded.begin);
    return text.substr(0, text.find_last_not_of(' ') + 1);
  }

 private:
  const Words& words_;
};

}  // namespace

std::optional<NumericDate> numeric_date(const Words& words, std::size_t k, Language language) {
  constexpr std::size_t kWords = 5;
  constexpr std::size_t kClosed = 8;
  if (words.all()[k].kind != WordKind::number) return std::nullopt;
  const WordsView view(words);
  const std::string_view folded = view.folded(k);
  if (folded.find('.') != std::string_view::npos) return dotted_date(folded, language);
  if (folded.size() == kClosed) return closed_date(folded);
  if (k + kWords > words.all().size()) return std::nullopt;
  const std::string_view mark = view.folded(k + 1);
  if ((mark != "/" && mark != "-") || view.folded(k + 3) != mark) return std::nullopt;
  if (mark == "-" && !view.touch(k, kWords - 1)) return std::nullopt;
  const Parts parts = {view.number(k), view.number(k + 2), view.number(k + 4), mark.front()};
  if (parts.first.digits == 0 || parts.second.digits == 0 || parts.third.digits == 0)
    return std::nullopt;
  std::vector<std::string> keys = keys_of(parts, language);
  if (keys.empty()) return std::nullopt;
  return NumericDate{std::move(keys), kWords};
}

std::optional<std::string> short_year(const Words& words, std::size_t k, Language language,
                                      YearPlace place) {
  const WordsView view(words);
  const Number number = view.number(k);
  if (number.digits != 2) return std::nullopt;
  if (place != YearPlace::day_and_month) {
    if (language == Language::english) return std::nullopt;
    if (number.value < kFirstShortBuddhist || number.value > kLastShortBuddhist)
      return std::nullopt;
    const std::string_view before = view.before(k);
    const bool behind_mark = k >= 2 && view.is(k - 1, "/") && view.number(k - 2).digits > 0;
    const bool behind_word =
        before.ends_with("ปี") || before.ends_with("ปีงบประมาณ") || before.ends_with("พ.ศ.");
    if (place == YearPlace::none && !behind_mark && !behind_word) return std::nullopt;
  }
  std::vector<std::string> readings = short_years(number.value, language);
  readings.push_back(number_key(static_cast<double>(number.value)));
  return uncertain_key(readings);
}

}  // namespace thalign
