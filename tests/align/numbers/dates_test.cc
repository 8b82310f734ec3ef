// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> date(const std::string& text, Language language) {
  const Words words(text);
  const std::optional<NumericDate> found = numeric_date(words, 0, language);
  return found ? found->keys : std::vector<std::string>();
}

TEST(NumericDateTest, DayMonthYearAndYearMonthDay) {
  EXPECT_THAT(date("14/6/2567", Language::thai), ElementsAre("#14", "@6", "#2567"));
  EXPECT_THAT(date("14.06.2024", Language::english), ElementsAre("#14", "@6", "#2024"));
  EXPECT_THAT(date("2024-06-14", Language::english), ElementsAre("#2024", "@6", "#14"));
  EXPECT_THAT(date("6/14/2024", Language::english), ElementsAre("@6", "#14", "#2024"));
}

TEST(NumericDateTest, EnglishMayHaveTheMonthFirst) {
  const auto keys = date("5/6/2024", Language::english);
  ASSERT_EQ(keys.size(), 3U);
  EXPECT_EQ(keys[0].front(), '|');
  EXPECT_EQ(keys[1].front(), '|');
  EXPECT_THAT(date("5/6/2567", Language::thai), ElementsAre("#5", "@6", "#2567"));
}

TEST(NumericDateTest, NoDateInOtherNumbers) {
  EXPECT_THAT(date("14/13/2567", Language::thai), IsEmpty());
  EXPECT_THAT(date("2024", Language::english), IsEmpty());
  EXPECT_THAT(date("1/2", Language::english), IsEmpty());
}

TEST(ShortYearTest, AfterAMonthOrTheWordForYear) {
  const std::string text = "ปี 67";
  const Words words(text);
  const std::size_t number = words.all().size() - 1;
  EXPECT_TRUE(short_year(words, number, Language::thai, YearPlace::none));
  const std::string alone = "67";
  const Words alone_words(alone);
  EXPECT_FALSE(short_year(alone_words, 0, Language::thai, YearPlace::none));
  EXPECT_TRUE(short_year(alone_words, 0, Language::thai, YearPlace::day_and_month));
}

}  // namespace
}  // namespace thalign
