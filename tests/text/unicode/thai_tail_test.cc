// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/thai_tail.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(ThaiTailTest, FromTheEnd) {
  const ThaiTail tail("a\u0E01\u0E34");
  EXPECT_EQ(tail.index(0), 0x34U);
  EXPECT_EQ(tail[1], ThaiClass::consonant);
  EXPECT_EQ(tail.index(2), 0U);
  EXPECT_EQ(ThaiTail("").index(0), 0U);
  EXPECT_EQ(ThaiTail("abc").index(0), 0U);
}

TEST(ThaiTailTest, OpenSyllables) {
  for (const char* const text : {"เปิ", "นั้", "นั"})
    EXPECT_TRUE(ThaiTail(text).is_open_syllable()) << text;
  for (const char* const text : {"ก็", "นี้", "น", "", "abc"})
    EXPECT_FALSE(ThaiTail(text).is_open_syllable()) << text;
}

TEST(ThaiTailTest, DisplacedTones) {
  EXPECT_TRUE(ThaiTail("ทัง้").is_displaced_tone());
  EXPECT_FALSE(ThaiTail("ทั้ง").is_displaced_tone());
  EXPECT_FALSE(ThaiTail("บ้าน").is_displaced_tone());
}

TEST(ThaiTailTest, UnchangedRunsEndBeforeWhatIsFolded) {
  EXPECT_EQ(unchanged_thai(ThaiTail(""), "ตลาดa"), std::string_view("ตลาด").size());
  EXPECT_EQ(unchanged_thai(ThaiTail(""), "a"), 0U);
  // Two SARA E may be a SARA AE.
  EXPECT_EQ(unchanged_thai(ThaiTail(""), "ตลาดเเละ"), std::string_view("ตลาดเ").size());
}

}  // namespace
}  // namespace thalign
