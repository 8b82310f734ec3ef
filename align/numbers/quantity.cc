// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/quantity.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

#include "align/numbers/anchor_key.h"
#include "align/numbers/english_number.h"
#include "align/numbers/roman.h"
#include "align/numbers/thai_clock.h"
#include "align/numbers/thai_number.h"
#include "text/calendar.h"
#include "text/two_letters.h"

namespace thalign {
namespace {

constexpr double kNoon = 12.0;

/// A unit of money and the hundredth part of it.
struct Money {
  std::string_view unit, hundredth;
};
constexpr std::array<Money, 8> kMoney = {{{"บาท", "สตางค์"},
                                          {"ดอลลาร์", "เซนต์"},
                                          {"ปอนด์", "เพนซ์"},
                                          {"ยูโร", "เซนต์"},
                                          {"baht", "satang"},
                                          {"dollars", "cents"},
                                          {"pounds", "pence"},
                                          {"euros", "cents"}}};
constexpr std::array<std::string_view, 8> kCurrencies = {"baht", "dollars", "thb",    "usd",
                                                         "yen",  "euros",   "pounds", "yuan"};
constexpr std::string_view kCurrencySigns = "$\u0E3F\u00A3\u20AC\u00A5";

/// Words that thai_clock() reads, before and behind the number of the hour.
constexpr std::array<std::string_view, 4> kBeforeHours = {"บ่าย", "ทุ่ม", "เที่ยง", "ตี"};
constexpr TwoLetters kHourOpenings = two_letters_of(std::identity(), kBeforeHours);
constexpr std::array<std::string_view, 3> kBehindHours = {"ทุ่ม", "โมง", "นาฬิกา"};

/// Years of an era, from `first` on up to `end`, less `offset` are years of the Common Era. Years
/// of the Buddhist Era from 2400 on are recognised without its name.
struct Era {
  std::string_view name;
  double first, end, offset;
};
constexpr std::array<Era, 3> kEras = {
    {{"ร.ศ.", 1, 200, -1781}, {"จ.ศ.", 1, 1400, -638}, {"พ.ศ.", 1000, 2400, kBuddhistEraOffset}}};

/// Words before a number that distinguish a Roman numeral from a word or an initial.
constexpr std::array<std::string_view, 20> kBeforeRoman = {
    "act",      "annex", "appendix", "article", "book",  "chapter", "class",
    "division", "grade", "king",     "part",    "phase", "rama",    "schedule",
    "section",  "title", "type",     "volume",  "war",   "stage"};
/// Roman numerals that are words or names, too.
constexpr std::array<std::string_view, 6> kRomanWords = {"li", "lv", "xi", "xl", "xv", "xx"};

template <typename List>
bool lists_word(const List& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

class Reader {
 public:
  Reader(const Words& words, std::size_t k) : words_(words), first_(k), k_(k) {}

  std::optional<Quantity> read() {
    const WordKind kind = words_.all()[k_].kind;
    if (kind == WordKind::mark) return std::nullopt;
    if (kind == WordKind::thai && kHourOpenings.may_begin(rest(k_)) && begins_with(kBeforeHours)) {
      if (const std::optional<Quantity> time = clock()) return time;
    }
    if (kind == WordKind::latin && begins_with_digit(k_)) return joined();
    const std::optional<double> digits =
        kind == WordKind::number ? digits_value(folded(k_)) : std::nullopt;
    if (kind == WordKind::number && !digits) return std::nullopt;
    const std::optional<double> value = number();
    if (!value) return kind == WordKind::latin ? other_word() : std::nullopt;
    if (is(k_, WordKind::thai) && begins_with(kBehindHours)) {
      if (const std::optional<Quantity> time = clock()) return time;
    }
    if (const std::optional<double> small = small_money()) return result(*value + *small / 100.0);
    if (const std::optional<double> year = digits ? common_year(*value) : std::nullopt)
      return result(*year);
    if (!digits) return *value == 0.0 || *value == 1.0 ? std::nullopt : timed(*value);
    return scaled_ ? result(*value) : afternoon(*value);
  }

 private:
  std::string_view folded(std::size_t k) const { return words_.folded(words_.all()[k]); }
  bool is(std::size_t k, WordKind kind) const {
    return k < words_.all().size() && words_.all()[k].kind == kind;
  }
  bool is(std::size_t k, std::string_view word) const {
    return k < words_.all().size() && folded(k) == word;
  }
  bool begins_with_digit(std::size_t k) const {
    return is(k, WordKind::latin) && folded(k).front() >= '0' && folded(k).front() <= '9';
  }
  std::optional<Quantity> result(double value) const { return Quantity{value, k_ - first_}; }
  /// The folded text from word `k` on.
  std::string_view rest(std::size_t k) const {
    return words_.folded_text().substr(words_.all()[k].folded.begin);
  }
  template <typename List>
  bool begins_with(const List& list) const {
    const std::string_view text = rest(k_);
    return std::ranges::any_of(list, [&](std::string_view word) { return text.starts_with(word); });
  }
  /// Moves behind `bytes` of the text from word `k_` on, which must end where a word does.
  bool pass(std::size_t bytes) {
    const std::size_t end = words_.all()[k_].folded.begin + bytes;
    std::size_t next = k_;
    while (next < words_.all().size() && words_.all()[next].folded.end <= end) ++next;
    if (next == k_ || words_.all()[next - 1].folded.end != end) return false;
    k_ = next;
    return true;
  }

  /// Digits or number words with their scales. Afterwards `k_` is behind, and `scaled_` says
  /// whether digits had a scale.
  std::optional<double> number() {
    std::optional<double> given;
    if (is(k_, WordKind::number)) {
      given = digits_value(folded(k_));
      if (!given) return std::nullopt;
      ++k_;
    }
    std::optional<double> value;
    if (is(k_, WordKind::thai)) {
      const std::optional<NumberText> found = thai_number(rest(k_), given);
      if (found && (!given || found->scaled) && pass(found->bytes)) value = found->value;
    } else if (is(k_, WordKind::latin)) {
      const std::optional<NumberWords> found = english_number(words_, k_, given);
      if (found) value = found->value;
      if (found) k_ += found->words;
    }
    scaled_ = given && value;
    return value ? value : given;
  }

  /// Behind the number of a unit of money: how many hundredths of it follow.
  std::optional<double> small_money() {
    const auto* const money = std::ranges::find_if(
        kMoney, [&](const Money& m) { return is(k_, m.unit) && k_ + 2 < words_.all().size(); });
    if (money == kMoney.end()) return std::nullopt;
    Reader part(words_, is(k_ + 1, "and") ? k_ + 2 : k_ + 1);
    const std::optional<double> hundredths = part.number();
    if (!hundredths || *hundredths >= 100.0 || !is(part.k_, money->hundredth)) return std::nullopt;
    k_ = part.k_ + 1;
    return hundredths;
  }

  /// The year of the Common Era that a year after the name of an era is, where its digits do not
  /// show it.
  std::optional<double> common_year(double year) const {
    std::string_view before = words_.folded_text().substr(0, words_.all()[first_].folded.begin);
    before = before.substr(0, before.find_last_not_of(' ') + 1);
    if (!before.ends_with("ศ.")) return std::nullopt;
    const auto* const era = std::ranges::find_if(kEras, [&](const Era& e) {
      return before.ends_with(e.name) && year >= e.first && year < e.end;
    });
    return era == kEras.end() ? std::nullopt : std::optional(year - era->offset);
  }

  std::optional<Quantity> clock() {
    const std::size_t k = std::exchange(k_, first_);
    const std::optional<ClockText> time = thai_clock(rest(k_));
    if (time && pass(time->bytes))
      return Quantity{time->hours, k_ - first_, time->or_hours, !time->or_hours};
    k_ = k;
    return std::nullopt;
  }

  /// Number words, which may be hours: "seven in the evening".
  std::optional<Quantity> timed(double value) {
    const std::optional<Quantity> time = part_of_day(value);
    return time ? time : result(value);
  }

  /// Digits without a scale. A time of twelve hours: "1 p.m.", "1:30 pm", "1.30 p.m.".
  std::optional<Quantity> afternoon(double hours) {
    double minutes = 0.0;
    if (is(k_, ":") && k_ + 1 < words_.all().size()) {
      const std::string_view text = folded(k_ + 1);
      const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
      const std::optional<double> after = digits_value(text.substr(0, size));
      if (!after || *after >= 60.0) return std::nullopt;
      minutes = *after / 100.0;
      k_ += 2;
      if (text.substr(size) == "pm" && hours < kNoon) return result(hours + minutes + kNoon);
      if (size < text.size()) return minutes > 0.0 ? result(hours + minutes) : std::nullopt;
    }
    const bool late = is(k_, "pm") || is(k_, "p.m");
    const bool early = is(k_, "am") || is(k_, "a.m");
    if (hours > kNoon + 0.6 || (!late && !early)) {
      if (const std::optional<Quantity> time = part_of_day(hours + minutes)) return time;
      return minutes > 0.0 ? result(hours + minutes) : std::nullopt;
    }
    return result(hours + minutes + (late && hours < kNoon ? kNoon : 0.0));
  }

  /// Hours of twelve: "7 o'clock in the evening".
  std::optional<Quantity> part_of_day(double hours) {
    const std::size_t k = is(k_, "o'clock") ? k_ + 1 : k_;
    const bool late =
        is(k, "in") && is(k + 1, "the") && (is(k + 2, "afternoon") || is(k + 2, "evening"));
    const bool night = is(k, "at") && is(k + 1, "night");
    if (hours >= kNoon || hours < 1.0 || (!late && !night)) return std::nullopt;
    return result(hours + kNoon);
  }

  /// Digits with letters that touch them.
  std::optional<Quantity> joined() {
    const std::string_view word = folded(k_++);
    const std::size_t letters = std::min(word.find_first_not_of("0123456789.,"), word.size());
    const std::optional<double> value = digits_value(word.substr(0, letters));
    if (!value) return std::nullopt;
    const std::string_view rest = word.substr(letters);
    if (const std::optional<double> scale = english_scale(rest)) return result(*value * *scale);
    if (const std::optional<double> scale = compact_scale(rest)) return compact(*value, *scale);
    if (rest == "hrs" && *value > 100.0 && *value < 2400.0) return result(*value / 100.0);
    if (rest == "pm" && *value < kNoon) return result(*value + kNoon);
    return result(*value);
  }

  /// "12K", "600M": the letter may be a unit of measure as well, unless money is meant.
  std::optional<Quantity> compact(double value, double scale) const {
    const bool sign = first_ > 0 && is(first_ - 1, WordKind::mark) &&
                      kCurrencySigns.find(folded(first_ - 1)) != std::string_view::npos;
    const bool name = (first_ > 0 && lists_word(kCurrencies, folded(first_ - 1))) ||
                      (is(k_, WordKind::latin) && lists_word(kCurrencies, folded(k_))) ||
                      is(k_, "บาท");
    if (sign || name) return result(value * scale);
    return Quantity{value, k_ - first_, value * scale, false};
  }

  /// A word of letters that is not a number word.
  std::optional<Quantity> other_word() {
    const std::string_view word = folded(k_++);
    if (word.size() == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4')
      return result(word[1] - '0');
    if (word == "noon") return result(kNoon);
    const std::optional<int> value = roman_value(word);
    if (!value) return std::nullopt;
    const bool named = first_ > 0 && lists_word(kBeforeRoman, folded(first_ - 1));
    if (!named && (word.size() == 1 || lists_word(kRomanWords, word))) return std::nullopt;
    Quantity found{static_cast<double>(*value), k_ - first_};
    found.certain = named;
    return found;
  }

  const Words& words_;
  std::size_t first_;
  std::size_t k_;
  bool scaled_ = false;
};

}  // namespace

std::string Quantity::key() const {
  if (certain) return number_key(value);
  std::vector<std::string> readings = {number_key(value)};
  if (or_value) readings.push_back(number_key(*or_value));
  return uncertain_key(readings);
}

std::optional<Quantity> quantity_at(const Words& words, std::size_t k) {
  return Reader(words, k).read();
}

}  // namespace thalign
