#include "align/lexicon/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace thalign {
namespace {

/// A word or morpheme that is part of a number.
struct Numeral {
  std::string_view name;
  double value;
};

constexpr double kMillion = 1e6;

constexpr std::array<Numeral, 12> kThaiDigits = {{{"ศูนย์", 0},
                                                  {"หนึ่ง", 1},
                                                  {"เอ็ด", 1},
                                                  {"สอง", 2},
                                                  {"ยี่", 2},
                                                  {"สาม", 3},
                                                  {"สี่", 4},
                                                  {"ห้า", 5},
                                                  {"หก", 6},
                                                  {"เจ็ด", 7},
                                                  {"แปด", 8},
                                                  {"เก้า", 9}}};
constexpr std::array<Numeral, 6> kThaiScales = {
    {{"สิบ", 10}, {"ร้อย", 100}, {"พัน", 1e3}, {"หมื่น", 1e4}, {"แสน", 1e5}, {"ล้าน", kMillion}}};
constexpr std::string_view kThaiHalf = "ครึ่ง";

constexpr std::array<Numeral, 37> kEnglishNumerals = {
    {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
     {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
     {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
     {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
     {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
     {"seventy", 70}, {"eighty", 80},  {"ninety", 90},    {"third", 3},     {"fourth", 4},
     {"fifth", 5},    {"sixth", 6},    {"seventh", 7},    {"eighth", 8},    {"ninth", 9},
     {"tenth", 10},   {"half", 0.5}}};
constexpr std::array<Numeral, 8> kEnglishScales = {{{"hundred", 100},
                                                    {"thousand", 1e3},
                                                    {"million", kMillion},
                                                    {"mn", kMillion},
                                                    {"billion", 1e9},
                                                    {"bn", 1e9},
                                                    {"trillion", 1e12},
                                                    {"tn", 1e12}}};

template <typename Numerals>
const Numeral* find(const Numerals& numerals, std::string_view word) {
  const auto found =
      std::ranges::find_if(numerals, [&](const Numeral& n) { return n.name == word; });
  return found == numerals.end() ? nullptr : &*found;
}

/// The numeral that `text` starts with.
template <typename Numerals>
const Numeral* find_prefix(const Numerals& numerals, std::string_view text) {
  const auto found =
      std::ranges::find_if(numerals, [&](const Numeral& n) { return text.starts_with(n.name); });
  return found == numerals.end() ? nullptr : &*found;
}

/// Digits with separators as a number; nothing if they are none ("1.2.3").
std::optional<double> digits(std::string_view folded) {
  std::string plain(folded);
  std::erase(plain, ',');
  double value = 0.0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

/// A Thai number that is read from digits to scales: 3 x 100,000 + 2 x 1,000 ...
class ThaiNumber {
 public:
  /// `given`: digits that stand before the first scale.
  explicit ThaiNumber(std::optional<double> given)
      : given_(given.has_value()), digit_(given.value_or(0.0)), has_digit_(given_) {}

  double value() const { return total_ + part_ + (has_digit_ ? digit_ : 0.0); }
  bool scaled() const { return scaled_; }

  /// Takes the numeral that `text` begins with; returns its bytes, 0 if there is none.
  std::size_t take(std::string_view text) {
    if (ended_) return 0;
    if (const Numeral* const scale = find_prefix(kThaiScales, text)) {
      // A scale alone is no number, as in "hundreds of", but ten is.
      if (value() == 0.0 && !has_digit_ && scale->value != 10.0) return 0;
      multiply(scale->value);
      return scale->name.size();
    }
    if (const Numeral* const digit = given_ ? nullptr : find_prefix(kThaiDigits, text)) {
      digit_ = digit->value;
      has_digit_ = true;
      return digit->name.size();
    }
    if (!text.starts_with(kThaiHalf) || has_digit_) return 0;
    part_ += 0.5 * scale_;
    ended_ = true;
    return kThaiHalf.size();
  }

 private:
  void multiply(double scale) {
    if (scale == kMillion) {
      total_ = value() * kMillion;
      part_ = 0.0;
    } else {
      part_ += (has_digit_ ? digit_ : 1.0) * scale;
    }
    has_digit_ = false;
    scaled_ = true;
    scale_ = scale;
  }

  bool given_;
  double digit_;  // not yet multiplied by a scale
  bool has_digit_;
  double total_ = 0.0;  // millions
  double part_ = 0.0;   // below
  double scale_ = 1.0;  // the last
  bool scaled_ = false;
  bool ended_ = false;
};

class Reader {
 public:
  Reader(const Words& words, std::size_t k) : words_(words), first_(k), k_(k) {}

  std::optional<Quantity> read() {
    const Word& word = words_.all()[k_];
    switch (word.kind) {
      case WordKind::number:
        return number();
      case WordKind::latin:
        return folded(k_).front() >= '0' && folded(k_).front() <= '9' ? joined() : english({});
      case WordKind::thai:
        return thai({});
      case WordKind::mark:
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::string_view folded(std::size_t k) const { return words_.folded(words_.all()[k]); }
  bool is(std::size_t k, WordKind kind) const {
    return k < words_.all().size() && words_.all()[k].kind == kind;
  }
  bool is(std::size_t k, std::string_view word) const {
    return k < words_.all().size() && folded(k) == word;
  }
  std::optional<Quantity> result(double value) const { return Quantity{value, k_ - first_}; }

  /// Digits, and what makes more of them than digits.
  std::optional<Quantity> number() {
    const std::optional<double> value = digits(folded(k_));
    if (!value) return std::nullopt;
    ++k_;
    if (is(k_, WordKind::thai)) return thai(value);
    if (is(k_, WordKind::latin) && find(kEnglishScales, folded(k_)) != nullptr)
      return english(value);
    return afternoon(*value);
  }

  /// A time of twelve hours: "1 p.m.", "1:30 pm", "1.30 p.m.".
  std::optional<Quantity> afternoon(double hours) {
    constexpr double kNoon = 12.0;
    double minutes = 0.0;
    if (is(k_, ":") && is(k_ + 1, WordKind::number)) {
      const std::optional<double> after = digits(folded(k_ + 1));
      if (!after || *after >= 60.0) return std::nullopt;
      minutes = *after / 100.0;
      k_ += 2;
    }
    const bool late = is(k_, "pm") || is(k_, "p.m");
    const bool early = is(k_, "am") || is(k_, "a.m");
    if (hours > kNoon + 0.6 || (!late && !early)) {
      return minutes > 0.0 ? result(hours + minutes) : std::nullopt;
    }
    return result(hours + minutes + (late && hours < kNoon ? kNoon : 0.0));
  }

  /// Digits with letters that touch them.
  std::optional<Quantity> joined() {
    const std::string_view word = folded(k_++);
    const std::size_t letters = std::min(word.find_first_not_of("0123456789.,"), word.size());
    const std::optional<double> value = digits(word.substr(0, letters));
    if (!value) return std::nullopt;
    const std::string_view rest = word.substr(letters);
    if (const Numeral* const scale = find(kEnglishScales, rest))
      return result(*value * scale->value);
    if (rest == "hrs" && *value > 100.0 && *value < 2400.0) return result(*value / 100.0);
    if (rest == "pm" && *value < 12.0) return result(*value + 12.0);
    return result(*value);
  }

  /// Number words; after digits, a scale.
  std::optional<Quantity> english(std::optional<double> given) {
    double total = 0.0;
    double part = given.value_or(0.0);
    bool number = given.has_value();
    bool scaled = false;
    for (; is(k_, WordKind::latin); ++k_) {
      if (const Numeral* const scale = find(kEnglishScales, folded(k_))) {
        if (!number) break;
        part *= scale->value;
        if (scale->value >= 1e3) {
          total += part;
          part = 0.0;
        }
        scaled = true;
      } else if (const Numeral* const numeral =
                     given ? nullptr : find(kEnglishNumerals, folded(k_))) {
        part += numeral->value;
        number = true;
      } else {
        break;
      }
      if (is(k_ + 1, "-") && is(k_ + 2, WordKind::latin) &&
          find(kEnglishNumerals, folded(k_ + 2)) != nullptr) {
        ++k_;
      }
    }
    const double value = total + part;
    if (!number || (given && !scaled) || value == 0.0 || value == 1.0) return std::nullopt;
    return result(value);
  }

  /// Number words, which may be parts of words of the dictionary; after digits, a scale. The end
  /// must be that of a word.
  std::optional<Quantity> thai(std::optional<double> given) {
    const std::string_view text = words_.folded_text();
    std::size_t at = words_.all()[k_].folded.begin;
    ThaiNumber number(given);
    while (const std::size_t bytes = number.take(text.substr(at))) at += bytes;
    const double value = number.value();
    if (value == 0.0 || value == 1.0 || (given && !number.scaled())) return std::nullopt;
    while (k_ < words_.all().size() && words_.all()[k_].folded.end <= at) ++k_;
    if (k_ == first_ || words_.all()[k_ - 1].folded.end != at) return std::nullopt;
    return result(value);
  }

  const Words& words_;
  std::size_t first_;
  std::size_t k_;
};

}  // namespace

std::optional<Quantity> quantity_at(const Words& words, std::size_t k) {
  return Reader(words, k).read();
}

std::string number_key(std::string_view folded) {
  std::string key = "#";
  for (const char c : folded) {
    const bool leading_zero = c == '0' && key.size() == 1;
    if (c != ',' && !leading_zero) key += c;
  }
  if (std::ranges::count(key, '.') == 1) {
    key.erase(key.find_last_not_of('0') + 1);
    if (key.back() == '.') key.pop_back();
  }
  if (key.size() == 1) key += '0';
  return key;
}

std::string number_key(double value) {
  constexpr double kMostDecimals = 1e4;
  const double rounded = std::round(value * kMostDecimals) / kMostDecimals;
  return number_key(std::string_view(fmt::format("{:.4f}", rounded)));
}

}  // namespace thalign
