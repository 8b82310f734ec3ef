#include "tm/memory/match_key.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/text/random_text.h"

namespace thalign {
namespace {

TEST(MatchText, FoldsWhatMakesNoDifferenceToTranslators) {
  EXPECT_EQ(match_text(" ๑๐\u00A0ลิตร\n"), "10 ลิตร");
  EXPECT_EQ(match_text("Ａ\u200B b"), "a b");
  EXPECT_EQ(match_text("\u0E19\u0E4D\u0E32"), "\u0E19\u0E33");
  EXPECT_EQ(match_text("one \t\r\n\u2028 two"), "one two");
  EXPECT_EQ(match_text(" \u00A0\n"), "");
}

TEST(MatchText, KeepsWhatDoes) {
  EXPECT_NE(match_text("ไม่ไป"), match_text("ไม่ ไป"));
  EXPECT_NE(match_text("10"), match_text("100"));
  EXPECT_NE(match_text("yes"), match_text("yes."));
}

TEST(MatchText, OfAMatchingTextIsItself) {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::string once = match_text(test::random_text(random, random() % 30));
    EXPECT_EQ(match_text(once), once);
  }
}

// Memories and exported files hold these numbers: whoever changes them raises
// memory_schema_version.
TEST(MatchKey, StaysTheSame) {
  EXPECT_EQ(match_key(""), 0xCBF29CE484222325U);
  EXPECT_EQ(match_key("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(match_key("ฝนตก 10"), match_key(match_text("ฝนตก\u00A0๑๐")));
}

}  // namespace
}  // namespace thalign
