// SPDX-License-Identifier: Apache-2.0
#include "cli/view/text_width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace thalign::cli {
namespace {

using testing::ElementsAre;

TEST(TextWidthTest, CountsColumnsNotCharacters) {
  EXPECT_EQ(text_width(""), 0U);
  EXPECT_EQ(text_width("rain"), 4U);
  EXPECT_EQ(text_width("น้ำ"), 2U);        // NO NU and SARA AM; the tone mark takes no column
  EXPECT_EQ(text_width("e\u0301"), 1U);   // a combining accent
  EXPECT_EQ(text_width("a\u200Bb"), 2U);  // zero width space
  EXPECT_EQ(text_width("\u96E8"), 2U);    // a wide character
  EXPECT_EQ(text_width("\uFF21"), 2U);    // a letter of full width
}

TEST(WrapTest, BreaksBetweenWords) {
  EXPECT_THAT(wrap("rain fell all day", 9), ElementsAre("rain fell", "all day"));
  EXPECT_THAT(wrap("rain fell", 9), ElementsAre("rain fell"));
  EXPECT_THAT(wrap("ฝนตกทั้งวัน", 5), ElementsAre("ฝนตก", "ทั้งวัน"));
}

TEST(WrapTest, BreaksInsideAWordThatIsLongerThanALine) {
  EXPECT_THAT(wrap("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
  // No line begins with a mark that belongs to the letter before it.
  EXPECT_THAT(wrap("กี้กี้กี้กี้", 2), ElementsAre("กี้กี้", "กี้กี้"));
}

TEST(WrapTest, DropsWhiteSpaceAtLineEndsAndControlCharacters) {
  EXPECT_THAT(wrap("  rain \t\n fell  ", 20), ElementsAre("rain fell"));
  EXPECT_THAT(wrap("a\x1B[31mb", 20), ElementsAre("a\uFFFD[31mb"));
}

TEST(WrapTest, GivesOneLineAtLeast) {
  EXPECT_THAT(wrap("", 10), ElementsAre(""));
  EXPECT_THAT(wrap("   ", 10), ElementsAre(""));
}

}  // namespace
}  // namespace thalign::cli
