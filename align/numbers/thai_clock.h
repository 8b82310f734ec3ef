// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace thalign {

/// A time of the day at the begin of a text.
struct ClockText {
  double hours;                    ///< of 24, minutes after the point: 20.3 is half past eight
  std::optional<double> or_hours;  ///< another reading, as likely
  std::size_t bytes;               ///< length
};

/// The time of the day that `folded` begins with, in the words that Thai has for parts of the day:
/// "สองทุ่มครึ่ง" (20.3), "บ่ายสามโมง" (15), "5 โมงเย็น" (17), "ตีสี่ครึ่ง" (4.3), "13 นาฬิกา 30 นาที" (13.3),
/// "เที่ยง" (12).
/// Nothing if the time is the number that is written and nothing more ("ตี 2", "9 โมง").
std::optional<ClockText> thai_clock(std::string_view folded);

}  // namespace thalign
