// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/thai_clock.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace thalign {
namespace {

double hours(std::string_view text) {
  const std::optional<ClockText> time = thai_clock(text);
  return time ? time->hours : -1.0;
}

TEST(ThaiClockTest, PartsOfTheDay) {
  const std::vector<std::pair<const char*, double>> times = {
      {"สองทุ่มครึ่ง", 20.3}, {"บ่ายสามโมง", 15},         {"5 โมงเย็น", 17},
      {"ตีสี่ครึ่ง", 4.3},     {"13 นาฬิกา 30 นาที", 13.3}, {"เที่ยง", 12}};
  for (const auto& [text, expected] : times) EXPECT_DOUBLE_EQ(hours(text), expected) << text;
}

TEST(ThaiClockTest, TakesTheTimeAlone) {
  const std::optional<ClockText> time = thai_clock("สองทุ่มครึ่ง ฝนตก");
  ASSERT_TRUE(time);
  EXPECT_EQ(time->bytes, std::string_view("สองทุ่มครึ่ง").size());
}

TEST(ThaiClockTest, TheHoursOfTheMorningHaveTwoReadings) {
  const std::optional<ClockText> time = thai_clock("สองโมงเช้า");
  ASSERT_TRUE(time);
  ASSERT_TRUE(time->or_hours);
  EXPECT_DOUBLE_EQ(time->hours + *time->or_hours, 10);  // 8 and 2
}

TEST(ThaiClockTest, NothingWhereTheNumberSaysItAll) {
  for (const char* const text : {"ตี 2", "9 โมง", "ฝนตก", ""})
    EXPECT_FALSE(thai_clock(text)) << text;
}

}  // namespace
}  // namespace thalign
