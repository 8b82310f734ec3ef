// SPDX-License-Identifier: Apache-2.0
#include "tm/line_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;

TEST(LineSourceTest, LinesWithoutEndsAndMark) {
  std::istringstream in("\xEF\xBB\xBFone\r\n\ntwo");
  LineSource lines(ByteSource(in, "a.txt"));
  EXPECT_EQ(lines.next(), "one");
  EXPECT_TRUE(lines.ended_with_crlf());
  EXPECT_EQ(lines.next(), "");
  EXPECT_FALSE(lines.ended_with_crlf());
  EXPECT_EQ(lines.next(), "two");
  EXPECT_EQ(lines.number(), 3U);
  EXPECT_EQ(lines.next(), std::nullopt);
}

TEST(LineSourceTest, NamesThePlaceOfWhatIsWrong) {
  std::istringstream in("one\ntwo\xFF\n");
  LineSource lines(ByteSource(in, "a.txt"));
  EXPECT_EQ(lines.next(), "one");
  try {
    lines.next();
    FAIL() << "taken as UTF-8";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::encoding);
    EXPECT_THAT(error.what(), testing::StartsWith("a.txt:2:"));
  }
}

TEST(LineSourceTest, Columns) {
  EXPECT_THAT(split("a\t\tb\t", '\t'), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", '\t'), ElementsAre(""));
}

TEST(LineSourceTest, NumbersAreWhole) {
  EXPECT_EQ(parse_number("-0.5"), -0.5);
  EXPECT_EQ(parse_number("1e3"), 1000.0);
  for (const char* const text : {"", "1 ", " 1", "1x", "-"}) {
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
    EXPECT_EQ(parse_index(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_index("4294967295"), 4294967295U);
  EXPECT_EQ(parse_index("4294967296"), std::nullopt);
  EXPECT_EQ(parse_index("-1"), std::nullopt);
}

}  // namespace
}  // namespace thalign
