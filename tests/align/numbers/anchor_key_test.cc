// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/anchor_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(AnchorKeyTest, OneKeyForEachSpellingOfANumber) {
  for (const char* const text : {"1,000", "1000.0", "01000", "1000"})
    EXPECT_EQ(number_key(text), "#1000") << text;
  EXPECT_EQ(number_key("25.50"), "#25.5");
  EXPECT_EQ(number_key(25.5), number_key("25.5"));
}

TEST(AnchorKeyTest, UncertainKeysKeepTheirReadings) {
  const std::array<std::string, 2> readings{number_key("5"), month_key(5)};
  const std::string key = uncertain_key(readings);
  EXPECT_EQ(key, "|#5|@5");
  EXPECT_THAT(readings_of(key), ElementsAre("#5", "@5"));
  EXPECT_THAT(readings_of("#5"), IsEmpty());
  EXPECT_THAT(readings_of("rain"), IsEmpty());
}

TEST(AnchorKeyTest, NumbersMonthsAndWhatMayBeOneAreAnchors) {
  for (const char* const key : {"#5", "@6", "|#5|@5"}) EXPECT_TRUE(is_anchor(key)) << key;
  for (const char* const key : {"5", "rain", ""}) EXPECT_FALSE(is_anchor(key)) << key;
}

}  // namespace
}  // namespace thalign
