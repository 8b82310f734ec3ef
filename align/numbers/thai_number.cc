// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/thai_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "text/two_letters.h"

namespace thalign {
namespace {

/// A morpheme that is part of a number.
struct ThaiNumeral {
  std::string_view name;
  double value;
};

constexpr double kTen = 10.0;
constexpr double kThaiDozen = 12.0;
constexpr double kMillion = 1e6;

constexpr std::array<ThaiNumeral, 12> kDigits = {{{"ศูนย์", 0},
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
constexpr std::array<ThaiNumeral, 7> kThaiScales = {{{"สิบ", kTen},
                                                     {"ร้อย", 100},
                                                     {"พัน", 1e3},
                                                     {"หมื่น", 1e4},
                                                     {"แสน", 1e5},
                                                     {"ล้าน", kMillion},
                                                     {"โหล", kThaiDozen}}};
constexpr std::string_view kHalf = "ครึ่ง";

constexpr TwoLetters kThaiNumeralOpenings = [] {
  TwoLetters letters =
      two_letters_of([](const ThaiNumeral& numeral) { return numeral.name; }, kDigits, kThaiScales);
  letters.add(kHalf);
  return letters;
}();

/// The numeral that `text` starts with.
template <typename Numerals>
const ThaiNumeral* find_prefix(const Numerals& numerals, std::string_view text) {
  const auto found = std::ranges::find_if(
      numerals, [&](const ThaiNumeral& n) { return text.starts_with(n.name); });
  return found == numerals.end() ? nullptr : &*found;
}

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
    if (const ThaiNumeral* const scale = find_prefix(kThaiScales, text)) {
      // A scale alone is not a number, as in "hundreds of", but ten is.
      if (value() == 0.0 && !has_digit_ && scale->value != kTen) return 0;
      multiply(scale->value);
      return scale->name.size();
    }
    if (const ThaiNumeral* const digit = given_ ? nullptr : find_prefix(kDigits, text)) {
      digit_ = digit->value;
      has_digit_ = true;
      return digit->name.size();
    }
    return text.starts_with(kHalf) && !has_digit_ ? half(text) : 0;
  }

 private:
  /// "สองล้านครึ่ง", "ครึ่งล้าน", "ครึ่ง".
  std::size_t half(std::string_view text) {
    ended_ = true;
    const ThaiNumeral* const scale =
        value() == 0.0 ? find_prefix(kThaiScales, text.substr(kHalf.size())) : nullptr;
    if (scale != nullptr) scale_ = scale->value;
    scaled_ = scaled_ || scale != nullptr;
    part_ += 0.5 * scale_;
    return kHalf.size() + (scale == nullptr ? 0 : scale->name.size());
  }

  void multiply(double scale) {
    if (scale == kMillion || scale == kThaiDozen) {
      total_ = value() * scale;
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

}  // namespace

std::optional<double> digits_value(std::string_view folded) {
  std::string plain(folded);
  std::erase(plain, ',');
  double value = 0.0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

std::optional<NumberText> thai_number(std::string_view folded, std::optional<double> given) {
  if (!kThaiNumeralOpenings.may_begin(folded)) return std::nullopt;
  ThaiNumber number(given);
  std::size_t end = 0;
  while (const std::size_t bytes = number.take(folded.substr(end))) end += bytes;
  if (end == 0) return std::nullopt;
  return NumberText{number.value(), end, number.scaled()};
}

std::optional<NumberText> any_thai_number(std::string_view folded) {
  const std::size_t end = std::min(folded.find_first_not_of("0123456789.,"), folded.size());
  if (end == 0) return thai_number(folded);
  const std::optional<double> value = digits_value(folded.substr(0, end));
  if (!value) return std::nullopt;
  return NumberText{*value, end, false};
}

}  // namespace thalign
