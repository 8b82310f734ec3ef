// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/sentence_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace thalign {
namespace {

TEST(SentenceSourceTest, SentencesWithASpaceBetween) {
  std::istringstream in("one\ntwo\n\nfour\nfive\n");
  SentenceSource sentences(ByteSource(in, "a.en"));
  Variant side;
  EXPECT_TRUE(sentences.take({0, 2}, side));
  EXPECT_EQ(side.text, "one two");
  EXPECT_THAT(side.joints, testing::ElementsAre(4));
  EXPECT_EQ(side.units, (UnitRange{0, 2}));
  EXPECT_TRUE(sentences.take({2, 4}, side));
  EXPECT_EQ(side.text, "four");
  EXPECT_THAT(side.joints, testing::IsEmpty());
  EXPECT_EQ(sentences.position(), 4U);
}

TEST(SentenceSourceTest, LeavesOutWhatLiesBetweenAndReportsTheEnd) {
  std::istringstream in("one\ntwo\nthree\n");
  SentenceSource sentences(ByteSource(in, "a.en"));
  Variant side;
  EXPECT_TRUE(sentences.take({2, 2}, side));
  EXPECT_EQ(side.text, "");
  EXPECT_TRUE(sentences.take({2, 3}, side));
  EXPECT_EQ(side.text, "three");
  EXPECT_FALSE(sentences.take({3, 4}, side));
}

}  // namespace
}  // namespace thalign
