// SPDX-License-Identifier: Apache-2.0
#include "segment/gap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr GapKind kNone = GapKind::none;
constexpr GapKind kSpace = GapKind::space;
constexpr GapKind kLineEnd = GapKind::line_end;
constexpr GapKind kBlankLine = GapKind::blank_line;

std::vector<GapKind> gaps(std::string_view text) {
  const Words words(text);
  return segmentation_input(text, words).gaps;
}

TEST(SegmentationInputTest, NoText) {
  const Words words("");
  const SegmentationInput input = segmentation_input("", words);
  EXPECT_TRUE(input.gaps.empty());
  EXPECT_TRUE(input.chunk_begin.empty());
  EXPECT_TRUE(input.unbroken.empty());
}

TEST(SegmentationInputTest, KindsOfGaps) {
  EXPECT_THAT(gaps("a b\tc\nd"), ElementsAre(kBlankLine, kSpace, kSpace, kLineEnd));
  EXPECT_THAT(gaps("a,b"), ElementsAre(kBlankLine, kNone, kNone));
  EXPECT_THAT(gaps("a\n\nb \n \n c"), ElementsAre(kBlankLine, kBlankLine, kBlankLine));
  EXPECT_THAT(gaps("a\r\nb\rc\r\n\r\nd\r\re"),
              ElementsAre(kBlankLine, kLineEnd, kLineEnd, kBlankLine, kBlankLine));
  EXPECT_THAT(gaps("a\u2028b\u2029c"), ElementsAre(kBlankLine, kLineEnd, kLineEnd));
  EXPECT_THAT(gaps("a\u00A0b\u3000c"), ElementsAre(kBlankLine, kSpace, kSpace));
}

TEST(SegmentationInputTest, InvisibleSpacesSeparateNothing) {
  EXPECT_THAT(gaps(".\u200B-\uFEFF!"), ElementsAre(kBlankLine, kNone, kNone));
  EXPECT_THAT(gaps("a \u200Bb"), ElementsAre(kBlankLine, kSpace));
}

TEST(SegmentationInputTest, Chunks) {
  const std::string_view text = "ab, c d!? ef";
  const Words words(text);  // ab , c d ! ? ef
  const SegmentationInput input = segmentation_input(text, words);
  EXPECT_THAT(input.chunk_begin, ElementsAre(0, 0, 2, 3, 3, 3, 6));
  EXPECT_THAT(input.chunk_end, ElementsAre(2, 2, 3, 6, 6, 6, 7));
  EXPECT_EQ(input.bytes_before(2), 3U);
  EXPECT_EQ(input.bytes_after(3), 3U);
  EXPECT_EQ(input.bytes_before(5), 2U);
  EXPECT_EQ(input.bytes_after(5), 1U);
}

/// The unbroken spans of a text, as they stand in it.
std::vector<std::string> spans(std::string_view text) {
  const Words words(text);
  std::vector<std::string> result;
  for (const ByteRange range : unbroken_spans(text, words)) {
    result.emplace_back(text.substr(range.begin, range.size()));
  }
  return result;
}

TEST(UnbrokenSpansTest, BracketsAndQuotations) {
  EXPECT_THAT(spans("a (b c) d [e] {f}"), ElementsAre("(b c)", "[e]", "{f}"));
  EXPECT_THAT(spans("a “b c” d «e» \"f g\" h"), ElementsAre("“b c”", "«e»", "\"f g\""));
}

TEST(UnbrokenSpansTest, OuterSpansSwallowInnerOnes) {
  EXPECT_THAT(spans("a (b (c) “d” e) f (g)"), ElementsAre("(b (c) “d” e)", "(g)"));
}

TEST(UnbrokenSpansTest, UnbalancedOnesAreNone) {
  EXPECT_THAT(spans("a (b c"), IsEmpty());
  EXPECT_THAT(spans("a) b c"), IsEmpty());
  EXPECT_THAT(spans("a (b ] c"), IsEmpty());
  EXPECT_THAT(spans("a \"b c"), IsEmpty());
  EXPECT_THAT(spans("a ( “b ) c"), ElementsAre("( “b )"));
}

TEST(UnbrokenSpansTest, WithinOneLine) { EXPECT_THAT(spans("a (b\nc) d"), IsEmpty()); }

TEST(UnbrokenSpansTest, LongOnesAreNone) {
  const std::string thai(
      "ข้อความที่ยาวมากจนไม่น่าจะเป็นเพียงคำอธิบายสั้นๆหรือชื่อเรื่องที่อยู่ในเครื่องหมายคำพูดเท่านั้นแต่เป็นคำพูดทั้งย่อหน้า");
  EXPECT_THAT(spans("“" + thai + "”"), IsEmpty());
  EXPECT_EQ(spans("(" + thai + ")").size(), 1U);
  EXPECT_THAT(spans("(" + thai + thai + thai + ")"), IsEmpty());
}

TEST(UnbrokenSpansTest, ApostrophesCloseNothing) {
  EXPECT_THAT(spans("‘it’s new’ they said"), ElementsAre("‘it’s new’"));
}

TEST(UnbrokenSpansTest, StraightSingleQuotes) {
  EXPECT_THAT(spans("งาน 'สายน้ำ และผู้คน' เปิด"), ElementsAre("'สายน้ำ และผู้คน'"));
  EXPECT_THAT(spans("'b c' d"), ElementsAre("'b c'"));
  EXPECT_THAT(spans("the farmer's house and the baker's shop"), IsEmpty());
  EXPECT_THAT(spans("the farmers' house and the bakers' shop"), IsEmpty());
}

TEST(UnbrokenSpansTest, GapsInside) {
  const std::string_view text = "a (b c) d";
  const Words words(text);  // a ( b c ) d
  const SegmentationInput input = segmentation_input(text, words);
  std::vector<bool> inside;
  for (std::uint32_t k = 0; k < words.all().size(); ++k) inside.push_back(input.inside_unbroken(k));
  EXPECT_THAT(inside, ElementsAre(false, false, true, true, true, false));
}

}  // namespace
}  // namespace thalign
