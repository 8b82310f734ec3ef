// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_headline.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/segment/boundaries.h"

namespace thalign {
namespace {

using test::all_odds;
using test::english_odds;

/// What makes a text long enough to have its headline in its first line.
const std::string kMore =
    " has been promised for years by people who wanted to sell their fish in the afternoon, when "
    "the heat is gone and the boats are back in the harbour, and who would not let the matter rest "
    "before the last of them had heard what the council was going to do about it in the end. ";

TEST(EnglishHeadlineTest, EndsBeforeAWordThatOpensSentences) {
  const auto found = all_odds(Language::english,
                              "Night market opens beside the old |harbour |The new market" + kMore);
  EXPECT_FALSE(found[0].has_value());
  ASSERT_TRUE(found[1].has_value());
  EXPECT_GT(*found[1], 0.0F);
}

TEST(EnglishHeadlineTest, LikelierBeforeAWordItHas) {
  const auto repeated = english_odds("Market traders win a long dispute |Market life" + kMore);
  const auto other = english_odds("Market traders win a long dispute |Harbour life" + kMore);
  ASSERT_TRUE(repeated.has_value());
  ASSERT_TRUE(other.has_value());
  EXPECT_GT(*repeated, *other);
}

TEST(EnglishHeadlineTest, HardlyInsideAName) {
  const auto found = all_odds(
      Language::english, "Traders win a long dispute with |Port |Salem |Fishing |Club" + kMore);
  EXPECT_FALSE(found[0].has_value());
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LT(found[i].value_or(-9.0F), -1.0F) << i;
}

TEST(EnglishHeadlineTest, OneAmongManyIsLessLikely) {
  const auto one = english_odds("Market traders win a long dispute |Harbour life" + kMore);
  const auto many =
      english_odds("Market traders win a long dispute |Harbour life Salem life Torv life" + kMore);
  ASSERT_TRUE(one.has_value());
  ASSERT_TRUE(many.has_value());
  EXPECT_LT(*many, *one);
}

TEST(EnglishHeadlineTest, OnlyWhereTheTextBeginsAndNoLineEndsEarly) {
  EXPECT_FALSE(english_odds("It rained. Market traders win a long dispute |Harbour life" + kMore));
  EXPECT_FALSE(english_odds("Market traders win a long dispute |Harbour life\n" + kMore));
  EXPECT_FALSE(english_odds("Market traders win a long dispute |Harbour life"));
}

}  // namespace
}  // namespace thalign
