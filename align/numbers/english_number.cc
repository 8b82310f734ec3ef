// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/english_number.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/two_letters.h"

namespace thalign {
namespace {

/// A word that is part of a number.
struct Numeral {
  std::string_view name;
  double value;
};

constexpr double kThousand = 1e3;
constexpr double kDozen = 12.0;

constexpr std::array<Numeral, 54> kNumerals = {
    {{"zero", 0},        {"one", 1},        {"two", 2},          {"three", 3},
     {"four", 4},        {"five", 5},       {"six", 6},          {"seven", 7},
     {"eight", 8},       {"nine", 9},       {"ten", 10},         {"eleven", 11},
     {"twelve", 12},     {"thirteen", 13},  {"fourteen", 14},    {"fifteen", 15},
     {"sixteen", 16},    {"seventeen", 17}, {"eighteen", 18},    {"nineteen", 19},
     {"twenty", 20},     {"thirty", 30},    {"forty", 40},       {"fifty", 50},
     {"sixty", 60},      {"seventy", 70},   {"eighty", 80},      {"ninety", 90},
     {"third", 3},       {"fourth", 4},     {"fifth", 5},        {"sixth", 6},
     {"seventh", 7},     {"eighth", 8},     {"ninth", 9},        {"tenth", 10},
     {"eleventh", 11},   {"twelfth", 12},   {"thirteenth", 13},  {"fourteenth", 14},
     {"fifteenth", 15},  {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
     {"nineteenth", 19}, {"twentieth", 20}, {"thirtieth", 30},   {"fortieth", 40},
     {"fiftieth", 50},   {"sixtieth", 60},  {"seventieth", 70},  {"eightieth", 80},
     {"ninetieth", 90},  {"half", 0.5}}};
/// Words of other meanings as well, but not behind tens.
constexpr std::array<Numeral, 2> kBehindTens = {{{"first", 1}, {"second", 2}}};
constexpr std::array<Numeral, 10> kScales = {{{"hundred", 100},
                                              {"hundredth", 100},
                                              {"thousand", kThousand},
                                              {"dozen", kDozen},
                                              {"million", 1e6},
                                              {"mn", 1e6},
                                              {"billion", 1e9},
                                              {"bn", 1e9},
                                              {"trillion", 1e12},
                                              {"tn", 1e12}}};

constexpr TwoLetters kEnglishNumeralOpenings = two_letters_of(
    [](const Numeral& numeral) { return numeral.name; }, kNumerals, kBehindTens, kScales);

template <typename Numerals>
const Numeral* find(const Numerals& numerals, std::string_view word) {
  const auto found =
      std::ranges::find_if(numerals, [&](const Numeral& n) { return n.name == word; });
  return found == numerals.end() ? nullptr : &*found;
}

class NumberReader {
 public:
  NumberReader(const Words& words, std::size_t k, std::optional<double> given)
      : words_(words), k_(k), given_(given), part_(given.value_or(0.0)), number_(given_) {}

  std::optional<NumberWords> read() {
    const std::size_t first = k_;
    if (!is_word(k_) || !kEnglishNumeralOpenings.may_begin(folded(k_))) return std::nullopt;
    while (is_word(k_) && take(folded(k_))) {
      ++k_;
      if (joined_by(k_)) ++k_;
    }
    if (!number_ || (given_ && !scaled_)) return std::nullopt;
    return NumberWords{total_ + part_, k_ - first};
  }

 private:
  bool is_word(std::size_t k) const {
    return k < words_.all().size() && words_.all()[k].kind == WordKind::latin;
  }
  std::string_view folded(std::size_t k) const { return words_.folded(words_.all()[k]); }

  bool is_behind_tens() const { return part_ > 0.0 && std::fmod(part_, 10.0) == 0.0; }
  bool is_scale(std::size_t k) const { return find(kScales, folded(k)) != nullptr; }
  bool is_numeral(std::size_t k) const {
    return find(kNumerals, folded(k)) != nullptr ||
           (is_behind_tens() && find(kBehindTens, folded(k)) != nullptr);
  }

  /// "twenty-five", "two hundred and five", "half a million": whether word `k` stands inside the
  /// number.
  bool joined_by(std::size_t k) const {
    if (k + 1 >= words_.all().size() || !is_word(k + 1)) return false;
    const std::string_view word = folded(k);
    if (word == "-") return is_numeral(k + 1);
    if (word == "and") return !given_ && is_scale(k - 1) && is_numeral(k + 1);
    return word == "a" && part_ == 0.5 && is_scale(k + 1);
  }

  bool take(std::string_view word) {
    if (const Numeral* const scale = find(kScales, word)) return multiply(scale->value);
    if (given_) return false;
    const Numeral* numeral = find(kNumerals, word);
    if (numeral == nullptr && is_behind_tens()) numeral = find(kBehindTens, word);
    if (numeral == nullptr) return false;
    part_ += numeral->value;
    number_ = true;
    return true;
  }

  bool multiply(double scale) {
    // "dozens of" is not a number, "a dozen" is.
    if (!number_ && scale != kDozen) return false;
    part_ = number_ ? part_ * scale : scale;
    if (scale >= kThousand) {
      total_ += part_;
      part_ = 0.0;
    }
    number_ = true;
    scaled_ = true;
    return true;
  }

  const Words& words_;
  std::size_t k_;
  bool given_;
  double total_ = 0.0;
  double part_;  // below the last scale
  bool number_;
  bool scaled_ = false;
};

}  // namespace

std::optional<NumberWords> english_number(const Words& words, std::size_t k,
                                          std::optional<double> given) {
  return NumberReader(words, k, given).read();
}

std::optional<double> english_scale(std::string_view folded) {
  const Numeral* const scale = find(kScales, folded);
  return scale == nullptr ? std::nullopt : std::optional(scale->value);
}

std::optional<double> compact_scale(std::string_view folded) {
  if (folded == "k") return 1e3;
  if (folded == "m") return 1e6;
  if (folded == "b") return 1e9;
  if (folded == "t") return 1e12;
  return std::nullopt;
}

}  // namespace thalign
