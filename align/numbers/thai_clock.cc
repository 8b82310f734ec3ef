// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/thai_clock.h"

#include <algorithm>
#include <array>

#include "align/numbers/thai_number.h"

namespace thalign {
namespace {

constexpr double kThaiNoon = 12.0;
constexpr double kHalfHour = 0.3;

class ClockReader {
 public:
  explicit ClockReader(std::string_view text) : text_(text) {}

  std::optional<ClockText> read() {
    if (take("บ่าย")) return afternoon();
    if (take("ทุ่ม")) return half_after(kThaiNoon + 7.0);
    if (take("เที่ยง")) return noon();
    const bool after_midnight = take("ตี");
    const std::optional<double> hour = number();
    if (!hour) return std::nullopt;
    if (!after_midnight) return numbered(*hour);
    if (*hour > 5.0) return std::nullopt;
    // The word for one is not a number elsewhere.
    return *hour == 1.0 ? result(*hour) : minutes_after(*hour);
  }

 private:
  bool take(std::string_view word) {
    const std::size_t spaces = text_.substr(at_).starts_with(' ') ? 1 : 0;
    if (!text_.substr(at_ + spaces).starts_with(word)) return false;
    at_ += spaces + word.size();
    return true;
  }

  std::optional<double> number() {
    const std::size_t spaces = text_.substr(at_).starts_with(' ') ? 1 : 0;
    const std::optional<NumberText> found = any_thai_number(text_.substr(at_ + spaces));
    if (!found) return std::nullopt;
    at_ += spaces + found->bytes;
    return found->value;
  }

  /// Behind "เที่ยง", which is part of "midnight" and of words for "fair", too.
  std::optional<ClockText> noon() {
    constexpr std::array<std::string_view, 3> kOtherWords = {"คืน", "ธรรม", "แท้"};
    const bool other = std::ranges::any_of(
        kOtherWords, [&](std::string_view word) { return text_.substr(at_).starts_with(word); });
    return other ? std::nullopt : result(kThaiNoon);
  }

  /// Behind "บ่าย".
  std::optional<ClockText> afternoon() {
    if (take("โมง")) return result(kThaiNoon + 1.0);
    const std::optional<double> hour = number();
    if (!hour || *hour < 1.0 || *hour > 6.0) return std::nullopt;
    take("โมง");
    return result(kThaiNoon + *hour);
  }

  /// Behind a number.
  std::optional<ClockText> numbered(double hour) {
    if (take("ทุ่ม"))
      return hour >= 1.0 && hour <= 5.0 ? result(hour + kThaiNoon + 6.0) : std::nullopt;
    if (take("นาฬิกา")) return minutes_after(hour);
    if (!take("โมง")) return std::nullopt;
    if (take("เย็น")) return hour >= 3.0 && hour <= 6.0 ? result(hour + kThaiNoon) : std::nullopt;
    // Some count the hours of the morning from six.
    if (take("เช้า") && hour < 6.0) return ClockText{hour, hour + 6.0, at_};
    return minutes_after(hour);
  }

  std::optional<ClockText> half_after(double hours) {
    return take("ครึ่ง") ? std::optional(ClockText{hours + kHalfHour, {}, at_}) : std::nullopt;
  }

  std::optional<ClockText> minutes_after(double hours) {
    if (const auto half = half_after(hours)) return half;
    const std::size_t before = at_;
    const std::optional<double> minutes = number();
    if (minutes && *minutes < 60.0 && take("นาที"))
      return ClockText{hours + *minutes / 100.0, {}, at_};
    at_ = before;
    return std::nullopt;
  }

  std::optional<ClockText> result(double hours) {
    if (const auto with_minutes = minutes_after(hours)) return with_minutes;
    return ClockText{hours, {}, at_};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<ClockText> thai_clock(std::string_view folded) { return ClockReader(folded).read(); }

}  // namespace thalign
