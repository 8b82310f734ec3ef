// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_ends.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace thalign {
namespace {

/// The log ratio of the end of line `line`; NaN if it is none of those that may be wrapped.
float log_ratio(const std::string& text, std::uint32_t line) {
  const auto lines = text_lines(text);
  for (const LineEnd& end : line_ends(text, lines)) {
    if (end.line == line) return end.log_ratio;
  }
  return std::numeric_limits<float>::quiet_NaN();
}

TEST(LineEndsTest, ARepeatedLineIsAHeadlineRatherThanWrapped) {
  const std::string once =
      "the harbour committee met again\nwith seven members\n\n"
      "the weather report of the week\nsaid rain\n";
  const std::string twice =
      "the harbour committee met again\nwith seven members\n\n"
      "the harbour committee met again\nsaid rain\n";
  EXPECT_LT(log_ratio(twice, 0), log_ratio(once, 0) - 1.0F);
}

TEST(LineEndsTest, LinesOfARepeatedHeadlineStayTogether) {
  const std::string headline =
      "Cabinet agrees to widen the road\nfrom Ban Rai Fah to the harbour\n";
  const std::string text = "News\n\n" + headline + headline + "by next year it said\n";
  const std::string once = "News\n\n" + headline + "\nby next year it said\n";
  EXPECT_EQ(log_ratio(text, 2), log_ratio(once, 2));
  EXPECT_LT(log_ratio(text, 3), log_ratio(once, 2) - 1.0F);
}

TEST(LineEndsTest, ADashThatNoOtherLineBeginsWithIsNoItem) {
  const std::string lone = "งานจัดที่ท่าเรือ (28 มิถุนายน\n- 3 กรกฎาคม) ทุกวัน\nค่าเข้าชม 20 บาท\n";
  const std::string list = "งานจัดที่ท่าเรือ (28 มิถุนายน\n- 3 กรกฎาคม) ทุกวัน\n- ค่าเข้าชม 20 บาท\n";
  const std::string colon = "งานจัดที่ท่าเรือ ดังนี้:\n- 3 กรกฎาคม ทุกวัน\nค่าเข้าชม 20 บาท\n";
  EXPECT_GT(log_ratio(lone, 0), log_ratio(list, 0) + 2.0F);
  EXPECT_LT(log_ratio(colon, 0), -4.0F);
}

TEST(LineEndsTest, ASmallLetterSpeaksForAWrappedLineAndAStopAgainstIt) {
  const float small = log_ratio("the ferry crosses the\nriver at noon\n", 0);
  EXPECT_GT(small, log_ratio("the ferry crosses the river.\nPeople wait at noon\n", 0));
  EXPECT_GT(small, log_ratio("the ferry crosses the\n- at noon\n", 0));
}

TEST(LineEndsTest, AWordThatCountsAndItsNumberBelongTogether) {
  const float apart = log_ratio("ชาวบ้านมารอเรือข้ามฟาก\n2563 เป็นปีที่ฝนแล้ง\n", 0);
  for (const auto* const together :
       {"ชาวบ้านที่มารอเรือมีประมาณ\n300 คน เมื่อเช้านี้\n", "ผลผลิตข้าวลดลงถึงร้อยละ\n12.5 ในปีนี้\n",
        "ค่าโดยสารเรือข้ามฟาก 12\nบาทต่อคน\n", "สะพานใหม่ยาวกว่าเดิม 40\nเมตร\n"}) {
    EXPECT_GT(log_ratio(together, 0), apart + 0.5F) << together;
  }
  EXPECT_LT(log_ratio("รายการของที่ต้องซื้อมีประมาณ\n3. ข้าว\n", 0), -3.0F) << "an item";
}

TEST(LineEndsTest, AWordThatGoesOnAndTwoWords) {
  const std::string inside = "ฝนตกที่โรง\nเรียนทุกวัน\n";
  const auto ends = line_ends(inside, text_lines(inside));
  ASSERT_EQ(ends.size(), 1U);
  EXPECT_TRUE(ends[0].thai);
  EXPECT_TRUE(ends[0].inside_word);
  const std::string between = "ฝนตกที่โรงเรียน\nทุกวัน\n";
  const auto other = line_ends(between, text_lines(between));
  ASSERT_EQ(other.size(), 1U);
  EXPECT_FALSE(other[0].inside_word);
  EXPECT_GT(other[0].next_word, 0U);
}

TEST(LineEndsTest, NoneAcrossABlankLine) {
  EXPECT_TRUE(line_ends("one\n\ntwo\n", text_lines("one\n\ntwo\n")).empty());
}

TEST(LineEndsTest, AParagraphMayBeginWithAnIndentButNotGoOnWithOne) {
  EXPECT_FALSE(std::isnan(log_ratio("    the ferry crosses the\nriver at noon\n", 0)));
  EXPECT_TRUE(std::isnan(log_ratio("the ferry crosses the\n    river at noon\n", 0)));
  EXPECT_FALSE(std::isnan(log_ratio("- the ferry crosses the\n    river at noon\n", 0)));
}

}  // namespace
}  // namespace thalign
