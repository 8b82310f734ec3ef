// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/text_lines.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(TextLinesTest, MarksTakeNoColumns) {
  EXPECT_EQ(columns(""), 0U);
  EXPECT_EQ(columns("abc"), 3U);
  EXPECT_EQ(columns("น้ำ"), 2U);
  EXPECT_EQ(columns("ที่นี่"), 2U);
}

TEST(TextLinesTest, InCharactersMarksTakeColumns) {
  const std::string text = "  ที่นี่ มี\n";
  const auto lines = in_characters(text, text_lines(text));
  EXPECT_EQ(lines[0].indent, 2U);
  EXPECT_EQ(lines[0].first_chunk, 6U);
  EXPECT_EQ(lines[0].columns, 11U);
}

TEST(TextLinesTest, AllLineEndsCount) {
  const auto lines = text_lines("one\ntwo\r\n\rthree");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[1].content, (ByteRange{4, 7}));
  EXPECT_TRUE(lines[2].blank());
  EXPECT_EQ(lines[3].columns, 5U);
}

TEST(TextLinesTest, QuoteMarksAndIndentationAreNoContent) {
  const auto lines = text_lines("> >   Dear Ana  \n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].quotes, 2U);
  EXPECT_EQ(lines[0].indent, 2U);
  EXPECT_EQ(lines[0].columns, 10U);
  EXPECT_EQ(lines[0].first_chunk, 4U);
  EXPECT_TRUE(lines[0].ends_with_space);
}

TEST(TextLinesTest, ItemsOfLists) {
  for (const auto* const item : {"- rice", "* rice", "\u2022 rice", "1. rice", "12) rice",
                                 "(3) rice", "a) rice", "ก. ข้าว", "2.ข้าว"}) {
    EXPECT_TRUE(text_lines(item)[0].begins_item) << item;
  }
  for (const auto* const text :
       {"-5 degrees", "2019 was dry", "1.5 million", "rice - white", "A. Lee"}) {
    EXPECT_FALSE(text_lines(text)[0].begins_item) << text;
  }
}

TEST(TextLinesTest, TablesCodeAndHeadingsStandApart) {
  for (const auto* const text : {"a\tb", "rice      35", "| a | b |", "# Title", "-----", "....."})
    EXPECT_TRUE(text_lines(text)[0].apart) << text;
  const auto lines = text_lines("```\nx = 1\n```\nplain");
  EXPECT_TRUE(lines[1].apart);
  EXPECT_FALSE(lines[3].apart);
}

}  // namespace
}  // namespace thalign
