// SPDX-License-Identifier: Apache-2.0
// How well numbers and dates distinguish a translation from a sentence that differs from it in one
// part of them only: the two stand one after the other, and one of them has to stay without a
// counterpart. Who chooses blindly is right half of the time. `anchors_test` prints the table of
// docs/anchors.md.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"
#include "tests/align/anchors/written_forms.h"

namespace thalign {
namespace {

using test::Date;

constexpr int kLong = 1;
constexpr int kMedium = 2;
constexpr int kShort = 3;
constexpr const char* kBuddhist = "th@calendar=buddhist";
constexpr const char* kGregorian = "th@calendar=gregorian";

/// What a Thai and an English text write about one thing, and about another one in English.
struct Example {
  std::string thai, right, wrong;
};

struct Kind {
  std::string name;
  double least;  // share of right choices
  std::vector<Example> examples;
};

std::string text_of(const SegmentedText& text, UnitRange units) {
  return std::string(text.text(units));
}

/// Whether the alignment pairs `thai` with the right one of two English sentences.
bool chooses(const Example& example, bool right_first) {
  const std::string& first = right_first ? example.right : example.wrong;
  const std::string& second = right_first ? example.wrong : example.right;
  const SegmentedText thai = segment(Document::from_bytes(
      "สภาเทศบาลประชุมกันที่ศาลากลางเมื่อวานนี้\n\n" + example.thai + "\n\nผู้สนใจสอบถามได้ที่โรงเรียนใกล้บ้าน",
      {.language = Language::thai}));
  const SegmentedText english = segment(
      Document::from_bytes("The town council met at the town hall yesterday.\n\n" + first + "\n\n" +
                               second + "\n\nThose interested can ask at the school nearby.",
                           {.language = Language::english}));
  const Alignment alignment = align(thai, english);
  for (const Bead& bead : alignment.beads()) {
    if (text_of(thai, bead.source) == example.thai)
      return text_of(english, bead.target) == example.right;
  }
  return false;
}

double share_of_right_choices(const Kind& kind) {
  std::size_t right = 0;
  for (const Example& example : kind.examples) {
    for (const bool right_first : {true, false}) right += chooses(example, right_first) ? 1 : 0;
  }
  return static_cast<double>(right) / (2.0 * static_cast<double>(kind.examples.size()));
}

/// Prints a line of the table.
void expect_enough(const Kind& kind) {
  const double share = share_of_right_choices(kind);
  fmt::print("| {} | {} | {} | {:.2f} |\n", kind.name,
             kind.examples.front().thai + " / " + kind.examples.front().right,
             2 * kind.examples.size(), share);
  EXPECT_GE(share, kind.least) << kind.name;
}

using Written = std::function<std::string(const Date&)>;

std::string capitalised(std::string text) {
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

/// A date that differs from `date` in its day, month or year, and not by changing places.
Date changed(const Date& date, int part, std::mt19937& random) {
  for (;;) {
    Date other = date;
    const auto pick = [&](int least, int most) {
      return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
    };
    if (part == 0) other.day = pick(1, 28);
    if (part == 1) other.month = pick(1, 12);
    if (part == 2) other.year = date.year + pick(-4, 4);
    const bool differs =
        other.day != date.day || other.month != date.month || other.year != date.year;
    const bool swapped = other.day == date.month || other.month == date.day;
    if (differs && !swapped) return other;
  }
}

/// 40 dates, each against three that differ in one part.
Kind dates(std::string name, double least, const Written& thai, const Written& english) {
  Kind kind{std::move(name), least, {}};
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    const Date date = {2005 + static_cast<int>(random() % 21), 1 + static_cast<int>(random() % 12),
                       1 + static_cast<int>(random() % 28)};
    for (int part = 0; part < 3; ++part) {
      const Date other = changed(date, part, random);
      kind.examples.push_back(
          {"ลงวันที่ " + thai(date), "Dated " + english(date), "Dated " + english(other)});
    }
  }
  return kind;
}

Written pattern(const char* locale, const char* text) {
  return [=](const Date& date) { return test::formatted(date, locale, text); };
}
Written style(const char* locale, int number) {
  return [=](const Date& date) { return test::in_style(date, locale, number); };
}

TEST(AnchorsTest, Dates) {
  const Written thai = style("th_TH", kLong);
  const Written english = style("en_US", kLong);
  expect_enough(dates("long", .95, thai, english));
  expect_enough(dates("medium, American", .95, style("th_TH", kMedium), style("en_US", kMedium)));
  expect_enough(dates("medium, British", .95, style("th_TH", kMedium), style("en_GB", kMedium)));
  expect_enough(dates("Thai year of two digits", .90, pattern(kBuddhist, "d MMM yy"), english));
  expect_enough(dates("Thai digits, year of two digits", .90, style("th_TH", kShort), english));
  expect_enough(
      dates("Thai digits, year of the Common Era", .95, pattern(kGregorian, "d/M/yyyy"), english));
  expect_enough(dates("Thai with hyphens", .95, pattern(kBuddhist, "dd-MM-yyyy"), english));
  expect_enough(dates("ISO 8601", .95, thai, pattern("en", "yyyy-MM-dd")));
  expect_enough(dates("ISO 8601 in both", .95, pattern(kBuddhist, "yyyy-MM-dd"),
                      pattern("en", "yyyy-MM-dd")));
  expect_enough(dates("month first, American", .90, thai, pattern("en", "M/d/yyyy")));
  expect_enough(dates("short, American", .90, thai, style("en_US", kShort)));
  expect_enough(dates("day first, British", .90, thai, style("en_GB", kShort)));
  expect_enough(dates("with full stops", .95, thai, pattern("en", "dd.MM.yyyy")));
  expect_enough(dates("digits alone", .90, thai, pattern("en", "yyyyMMdd")));
  expect_enough(dates("ordinal day", .95, thai, [](const Date& date) {
    return test::ordinal(date.day) + " of " + test::formatted(date, "en", "MMMM yyyy");
  }));
}

std::string quarter(const Date& date) { return std::to_string((date.month + 2) / 3); }

TEST(AnchorsTest, Quarters) {
  Kind kind{"quarter", .95, {}};
  std::mt19937 random(8);
  for (int i = 0; i < 40; ++i) {
    const Date date = {2005 + static_cast<int>(random() % 21), 1 + static_cast<int>(random() % 12),
                       1};
    const auto english = [](const Date& d) {
      return "Results of Q" + quarter(d) + " " + std::to_string(d.year);
    };
    const std::string thai =
        "ผลประกอบการไตรมาส " + quarter(date) + "/" + test::formatted(date, kBuddhist, "yy");
    kind.examples.push_back(
        {thai, english(date), english({date.year, (date.month + 2) % 12 + 1, 1})});
    kind.examples.push_back({thai, english(date), english({date.year + 2, date.month, 1})});
  }
  expect_enough(kind);
}

using WrittenNumber = std::function<std::string(double)>;

/// 200 numbers from `number`, each against another one of as many digits: lengths say nothing.
Kind numbers(std::string name, const std::function<double(std::mt19937&)>& number,
             const WrittenNumber& thai, const WrittenNumber& english, double least = .95) {
  Kind kind{std::move(name), least, {}};
  std::mt19937 random(9);
  while (kind.examples.size() < 200) {
    const double value = number(random);
    const double other = number(random);
    const bool as_long = static_cast<int>(std::log10(value)) == static_cast<int>(std::log10(other));
    if (value != other && as_long)
      kind.examples.push_back({thai(value), english(value), english(other)});
  }
  return kind;
}

WrittenNumber around(const std::string& before, const WrittenNumber& number,
                     const std::string& after) {
  return [=](double value) { return capitalised(before + number(value) + after); };
}
WrittenNumber people_th(const WrittenNumber& number) { return around("มีผู้ชม ", number, " คน"); }
WrittenNumber people_en(const WrittenNumber& number) {
  return around("It had ", number, " viewers.");
}

WrittenNumber in_digits(const char* locale) {
  return [=](double value) { return test::decimal(value, locale); };
}
WrittenNumber in_words(const char* locale, const char* rules = "") {
  return [=](double value) { return test::spelled(static_cast<int>(value), locale, rules); };
}
WrittenNumber in_compact(const char* locale, bool is_long) {
  return [=](double value) { return test::compact(value, locale, is_long); };
}

double from_range(std::mt19937& random, unsigned least, unsigned most) {
  return static_cast<double>(least + random() % (most - least + 1));
}
double of_any_length(std::mt19937& random) {
  double most = 10.0;
  for (std::size_t i = random() % 7; i > 0; --i) most *= 10.0;
  return from_range(random, static_cast<unsigned>(most / 5), static_cast<unsigned>(most * 2));
}
/// Two digits that count, and zeros: what compact notation does not round.
double of_two_digits(std::mt19937& random) {
  double value = from_range(random, 11, 99);
  for (std::size_t i = 2 + random() % 8; i > 0; --i) value *= 10.0;
  return value;
}

TEST(AnchorsTest, Numbers) {
  const WrittenNumber thai = people_th(in_digits("th"));
  const WrittenNumber english = people_en(in_digits("en"));
  expect_enough(numbers("digits", of_any_length, thai, english));
  expect_enough(
      numbers("Thai digits", of_any_length, people_th(in_digits("th@numbers=thai")), english));
  expect_enough(numbers("Thai words", of_any_length, people_th(in_words("th")), english));
  expect_enough(numbers("English words", of_any_length, thai, people_en(in_words("en"))));
  expect_enough(numbers("words in both", of_any_length, people_th(in_words("th")),
                        people_en(in_words("en"))));
}

TEST(AnchorsTest, CompactNumbers) {
  const WrittenNumber thai = people_th(in_digits("th"));
  const WrittenNumber english = people_en(in_digits("en"));
  const WrittenNumber short_english = people_en(in_compact("en", false));
  expect_enough(numbers("K, M, B in English", of_two_digits, thai, short_english, .90));
  expect_enough(
      numbers("K, M, B in Thai", of_two_digits, people_th(in_compact("th", false)), english, .90));
  expect_enough(numbers("Thai scales", of_two_digits, people_th(in_compact("th", true)), english));
  expect_enough(numbers("Thai scales, English scales", of_two_digits,
                        people_th(in_compact("th", true)), people_en(in_compact("en", true))));
  expect_enough(numbers("Thai scales, K, M, B", of_two_digits, people_th(in_compact("th", true)),
                        short_english, .90));
  expect_enough(numbers("money, K, M, B", of_two_digits,
                        around("ราคา ", in_compact("th", true), " บาท"),
                        around("The price is \u0E3F", in_compact("en", false), "."), .90));
}

double money(std::mt19937& random) {
  return from_range(random, 2, 999) + from_range(random, 1, 3) / 4.0;
}
std::string baht_and_satang(double value, const WrittenNumber& number) {
  const auto baht = static_cast<int>(value);
  return "ราคา" + number(baht) + "บาท" + number((value - baht) * 100.0) + "สตางค์";
}

TEST(AnchorsTest, Money) {
  const WrittenNumber english = [](double value) {
    return fmt::format("The price is {:.2f} baht.", value);
  };
  expect_enough(numbers(
      "baht and satang", money,
      [](double value) { return baht_and_satang(value, in_digits("th")); }, english, .90));
  expect_enough(numbers(
      "baht and satang in words", money,
      [](double value) { return baht_and_satang(value, in_words("th")); }, english, .90));
  expect_enough(numbers(
      "whole baht in words", [](std::mt19937& r) { return from_range(r, 2, 9999); },
      around("ราคา", in_words("th"), "บาทถ้วน"), english, .90));
}

/// Half hours from one at night to half past eleven in the evening.
double half_hour(std::mt19937& random) { return from_range(random, 2, 47) / 2.0; }

std::string thai_clock_text(double hours) {
  const int hour = static_cast<int>(hours);
  const std::string half = hours > hour ? "ครึ่ง" : "";
  const auto word = [](int number) { return test::spelled(number, "th"); };
  if (hour <= 5) return "ตี" + word(hour) + half;
  if (hour <= 11) return word(hour) + "โมง" + half;
  if (hour == 12) return "เที่ยง" + half;
  if (hour == 13) return "บ่ายโมง" + half;
  if (hour <= 15) return "บ่าย" + word(hour - 12) + "โมง" + half;
  if (hour <= 18) return word(hour - 12) + "โมงเย็น" + half;
  return (hour == 19 ? "หนึ่ง" : word(hour - 18)) + "ทุ่ม" + half;
}

TEST(AnchorsTest, Clock) {
  const auto english = [](double hours) {
    const int hour = static_cast<int>(hours);
    return "Starts at " + test::clock_12(hour, hours > hour ? 30 : 0);
  };
  expect_enough(numbers(
      "Thai clock", half_hour, [](double hours) { return "เริ่ม" + thai_clock_text(hours); },
      english));
}

TEST(AnchorsTest, OrdinalsErasAndDozens) {
  const auto small = [](std::mt19937& random) { return from_range(random, 3, 99); };
  const auto chapter = [](std::mt19937& random) { return from_range(random, 2, 39); };
  const auto old_year = [](std::mt19937& random) { return from_range(random, 90, 130); };
  expect_enough(numbers("ordinals in words", small, around("การประชุมครั้งที่ ", in_digits("th"), ""),
                        around("The ", in_words("en", "%spellout-ordinal"), " meeting")));
  expect_enough(numbers(
      "Roman numerals", chapter, around("บทที่ ", in_digits("th"), ""),
      around(
          "Chapter ", [](double value) { return test::roman(static_cast<int>(value)); }, "")));
  expect_enough(numbers(
      "Rattanakosin era", old_year, around("สร้างเมื่อ ร.ศ. ", in_digits("th"), ""),
      [](double year) { return fmt::format("Built in {}", static_cast<int>(year) + 1781); }));
  const auto older_year = [](std::mt19937& random) { return from_range(random, 1100, 1250); };
  expect_enough(numbers(
      "Chulasakarat era", older_year,
      [](double year) { return fmt::format("สร้างเมื่อ จ.ศ. {}", static_cast<int>(year)); },
      [](double year) { return fmt::format("Built in {}", static_cast<int>(year) + 638); }));
  const auto reign = [](std::mt19937& random) { return from_range(random, 1, 10); };
  expect_enough(numbers(
      "reigns", reign, around("สมัยรัชกาลที่ ", in_digits("th"), ""),
      [](double number) { return "The reign of Rama " + test::roman(static_cast<int>(number)); }));
  expect_enough(numbers(
      "dozens", chapter, around("ซื้อไข่ ", in_digits("th"), " โหล"),
      [](double dozens) { return fmt::format("Bought {} eggs", static_cast<int>(dozens) * 12); }));
}

}  // namespace
}  // namespace thalign
