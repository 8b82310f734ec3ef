// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/thai_number.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace thalign {
namespace {

std::optional<double> value(std::string_view text, std::optional<double> given = {}) {
  const std::optional<NumberText> found = thai_number(text, given);
  if (!found) return std::nullopt;
  return found->value;
}

TEST(ThaiNumberTest, WordsFromDigitsToScales) {
  EXPECT_EQ(value("สามสิบห้าล้าน"), 35e6);
  EXPECT_EQ(value("สิบเอ็ด"), 11);
  EXPECT_EQ(value("ยี่สิบ"), 20);
  EXPECT_EQ(value("สามแสนสองพัน"), 302'000);
}

TEST(ThaiNumberTest, SaysHowMuchOfTheTextItTookAndWhetherItHasAScale) {
  const std::optional<NumberText> number = thai_number("สองล้านคน");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->bytes, std::string_view("สองล้าน").size());
  EXPECT_TRUE(number->scaled);
  const std::optional<NumberText> plain = thai_number("ห้าคน");
  ASSERT_TRUE(plain);
  EXPECT_FALSE(plain->scaled);
}

TEST(ThaiNumberTest, AScaleAfterDigits) {
  EXPECT_EQ(value("ล้านบาท", 2.5), 2.5e6);
  EXPECT_EQ(value("บาท", 2.5), std::nullopt);
}

TEST(ThaiNumberTest, NoNumberInOtherWords) {
  EXPECT_EQ(value("น้ำ"), std::nullopt);
  EXPECT_EQ(value(""), std::nullopt);
}

TEST(DigitsTest, SeparatorsAreNoDigits) {
  EXPECT_EQ(digits_value("1,250"), 1250);
  EXPECT_EQ(digits_value("2.5"), 2.5);
  EXPECT_EQ(digits_value("1.2.3"), std::nullopt);
  EXPECT_EQ(digits_value("rain"), std::nullopt);
}

TEST(AnyThaiNumberTest, DigitsOrWords) {
  ASSERT_TRUE(any_thai_number("12 คน"));
  EXPECT_EQ(any_thai_number("12 คน")->value, 12);
  EXPECT_EQ(any_thai_number("12 คน")->bytes, 2U);
  EXPECT_EQ(any_thai_number("สิบสองคน")->value, 12);
  EXPECT_FALSE(any_thai_number("คน"));
}

}  // namespace
}  // namespace thalign
