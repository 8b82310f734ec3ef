// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/wrap_place.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace thalign {
namespace {

/// Lines of a text and their ends, with what points to them.
struct OwnedInput {
  explicit OwnedInput(std::string of)
      : text(std::move(of)), lines(text_lines(text)), ends(line_ends(text, lines)) {}
  WrapInput view() const { return {lines, ends}; }

  std::string text;
  std::vector<TextLine> lines;
  std::vector<LineEnd> ends;
};

TEST(WrapPlaceTest, ALineIsOverWidthsAtWhichItCouldHaveBeenBroken) {
  const OwnedInput input("ab cdefgh");  // 9 columns, the first place after 2
  EXPECT_FALSE(is_over(input.lines[0], {.columns = 1})) << "no place to break it";
  EXPECT_TRUE(is_over(input.lines[0], {.columns = 2}));
  EXPECT_TRUE(is_over(input.lines[0], {.columns = 8}));
  EXPECT_FALSE(is_over(input.lines[0], {.columns = 9}));
}

TEST(WrapPlaceTest, ThaiMayStickOutWhereItIsBrokenAnywhere) {
  const OwnedInput input("กกกกกกกกกก กกกก");  // 15 columns
  const TextLine& line = input.lines[0];
  EXPECT_TRUE(is_over(line, {.columns = 10, .thai = ThaiBreaks::letters}));
  EXPECT_FALSE(is_over(line, {.columns = 11, .thai = ThaiBreaks::letters})) << "by four columns";
  EXPECT_TRUE(is_over(line, {.columns = 5, .thai = ThaiBreaks::words}));
  EXPECT_TRUE(is_over(line, {.columns = 14, .thai = ThaiBreaks::spaces}));
  EXPECT_FALSE(is_over(line, {.columns = 5, .thai = ThaiBreaks::spaces}))
      << "the first space is later";
}

TEST(WrapPlaceTest, LinesThatAreOverAreCountedAsOneByOne) {
  std::string text;
  for (int words = 1; words < 40; ++words) {
    for (int i = 0; i < words; ++i) text += i % 3 == 0 ? "กก " : "abcd ";
    text += "\n";
  }
  const OwnedInput input(text);
  const LineLengths lengths(input.view());
  for (const ThaiBreaks breaks : kAllThaiBreaks) {
    for (std::uint32_t columns = kLeastWrapWidth; columns <= kMostWrapWidth; ++columns) {
      std::uint32_t count = 0;
      for (const TextLine& line : input.lines) {
        if (!line.apart && is_over(line, {columns, breaks})) ++count;
      }
      ASSERT_EQ(lengths.over({columns, breaks}), count) << columns;
    }
  }
}

TEST(WrapPlaceTest, AWordThatHadRoomWasNotWrapped) {
  // The second line begins with a word of 5 columns; the first has 20.
  const OwnedInput input("the ferry left at si\nseven people came back\n");
  ASSERT_EQ(input.ends.size(), 1U);
  const LineLengths lengths(input.view());
  const auto ratio = [&](std::uint32_t columns) {
    return lengths.place_ratio(input.view(), input.ends[0], {.columns = columns});
  };
  EXPECT_GT(ratio(25), 1.0F) << "20 and a space and 5 do not fit";
  EXPECT_LT(ratio(40), 0.5F) << "they do";
}

TEST(WrapPlaceTest, WhatWasLeftOfALongerLineMayBeShort) {
  const OwnedInput input(
      "the ferry left at seven and was\nlate\nthe people who had waited for it\n");
  const LineLengths lengths(input.view());
  ASSERT_EQ(input.ends.size(), 2U);
  const LineEnd& short_end = input.ends[1];
  EXPECT_GT(lengths.place_ratio(input.view(), short_end, {.columns = 34, .again = true}),
            lengths.place_ratio(input.view(), short_end, {.columns = 34}));
  EXPECT_EQ(lengths.place_ratio(input.view(), input.ends[0], {.columns = 34, .again = true}),
            lengths.place_ratio(input.view(), input.ends[0], {.columns = 34}));
}

TEST(WrapPlaceTest, LinesOfOneLengthExplainAFullLine) {
  std::string even, uneven;
  for (int i = 0; i < 40; ++i) {
    even += "the river rose over the old road again\n";
    uneven += std::string(i % 2 == 0 ? "the river rose over the old road again\n" : "it fell\n");
  }
  const OwnedInput a(even);
  const OwnedInput b(uneven);
  ASSERT_FALSE(a.ends.empty());
  ASSERT_FALSE(b.ends.empty());
  const WrapWidth width = {.columns = 40};
  EXPECT_GT(LineLengths(a.view()).length_ratio(a.view(), a.ends[0], width),
            LineLengths(b.view()).length_ratio(b.view(), b.ends[0], width));
}

}  // namespace
}  // namespace thalign
