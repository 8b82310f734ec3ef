// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/trigrams.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Trigrams, AreThreeCodePointsInARow) {
  EXPECT_THAT(trigrams("abcd"), ElementsAre("abc", "bcd"));
  EXPECT_THAT(trigrams("น้ำa"), ElementsAre("น้ำ", "้ำa"));
  EXPECT_THAT(trigrams("ab"), IsEmpty());
  EXPECT_THAT(trigrams(""), IsEmpty());
}

TEST(TrigramSample, CountsTexts) {
  TrigramSample sample;
  for (int i = 0; i < 9; ++i) sample.add("common common");
  sample.add("rare");
  EXPECT_EQ(sample.texts(), 10);
  EXPECT_NEAR(sample.share("com"), 0.9, 0.1);
  EXPECT_NEAR(sample.share("rar"), 0.1, 0.1);
  EXPECT_GT(sample.share("xyz"), 0.0);
  EXPECT_LT(sample.share("xyz"), sample.share("rar"));
  const TrigramSample again(sample.bytes(), sample.texts());
  EXPECT_EQ(again.share("com"), sample.share("com"));
}

TEST(ChooseTrigrams, TakesRareOnesFromAllOverTheText) {
  TrigramSample sample;
  for (int i = 0; i < 100; ++i) sample.add("aaaaaaaaaaaaaaaaaaaa");
  const auto chosen = choose_trigrams("xyzaaaaaaaaaaaaaaaaaaaaaaaaaaqrs", sample, 1000, 500.0);
  ASSERT_GE(chosen.size(), 3U);
  EXPECT_EQ(chosen.front().trigram, "xyz");
  EXPECT_GT(chosen.front().weight, 3.0);
  bool has_last = false;
  for (const ChosenTrigram& one : chosen) has_last |= one.trigram == "qrs";
  EXPECT_TRUE(has_last);
}

TEST(ChooseTrigrams, OfShortTexts) {
  EXPECT_THAT(choose_trigrams("ab", {}, 10, 10.0), IsEmpty());
  EXPECT_EQ(choose_trigrams("abc", {}, 10, 0.0).size(), 1U);
}

}  // namespace
}  // namespace thalign
