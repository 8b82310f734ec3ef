// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/match_key.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/text/random_text.h"
#include "tm/memory/memory_schema.h"

namespace thalign {
namespace {

TEST(MatchText, FoldsWhatMakesNoDifferenceToTranslators) {
  EXPECT_EQ(match_text(" ๑๐\u00A0ลิตร\n"), "10 ลิตร");
  EXPECT_EQ(match_text("Ａ\u200B b"), "a b");
  EXPECT_EQ(match_text("\u0E19\u0E4D\u0E32"), "\u0E19\u0E33");
  EXPECT_EQ(match_text("one \t\r\n\u2028 two"), "one two");
  EXPECT_EQ(match_text(" \u00A0\n"), "");
}

TEST(MatchText, MaiYamokIsSpacedInTwoWays) {
  EXPECT_EQ(match_text("เด็ก ๆ ชอบ"), "เด็กๆชอบ");
  EXPECT_EQ(match_text("เด็กๆ ชอบ"), match_text("เด็ก\u00A0ๆ\u200Bชอบ"));
  EXPECT_EQ(match_text("จริง ๆ ๆ 5"), "จริงๆๆ5");
  EXPECT_EQ(match_text("ดี ฯลฯ มาก"), "ดี ฯลฯ มาก");
}

TEST(MatchText, WhatReadersDontSee) {
  EXPECT_EQ(match_text("\u200Eเขา\u200Cทำ\u2060งาน\u00AD"), "เขาทำงาน");
  EXPECT_EQ(match_text("\u200E a \u2060 b"), "a b");
  EXPECT_EQ(match_text("น \u00AD ี้"), "นี้");
  EXPECT_EQ(match_text("\u2060"), "");
  EXPECT_EQ(match_text("wait\u2026"), match_text("wait..."));
  EXPECT_EQ(match_text("ท\uF70Aี ครัง้ แรก"), match_text("ที่ ครั้งแรก"));
}

TEST(MatchText, LeadsBack) {
  const auto original = [](std::string_view text, std::string_view part) {
    const MatchText matching(text);
    const auto at = static_cast<std::uint32_t>(matching.text().find(part));
    const ByteRange place = matching.original({at, at + static_cast<std::uint32_t>(part.size())});
    return text.substr(place.begin, place.size());
  };
  EXPECT_EQ(original(" เด็ก ๆ  ชอบ", "เด็กๆ"), "เด็ก ๆ");
  EXPECT_EQ(original(" เด็ก ๆ  ชอบ", "ชอบ"), "ชอบ");
  EXPECT_EQ(original("a \n b ๒", "b 2"), "b ๒");
  EXPECT_EQ(original("wait\u2026 go", "."), "\u2026");
  EXPECT_EQ(original("\u200E น \u00AD ี้ x", "นี้"), "น \u00AD ี้");
}

TEST(MatchText, KeepsWhatDoes) {
  EXPECT_NE(match_text("ไม่ไป"), match_text("ไม่ ไป"));
  EXPECT_NE(match_text("10"), match_text("100"));
  EXPECT_NE(match_text("yes"), match_text("yes."));
}

TEST(MatchText, OfAMatchingTextIsItself) {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = test::random_text(random, random() % 30);
    const std::string once = match_text(text);
    const MatchText matching(text);
    ASSERT_EQ(matching.text(), once);
    ASSERT_EQ(match_text(once), once);
  }
}

// Memories and exported files hold these numbers: whoever changes them raises
// `kMemorySchemaVersion`.
TEST(MatchText, StaysTheSame) {
  std::string all;
  for (const char* const text :
       {" ๑๐\u00A0ลิตร\n", "Ａ\u200B b", "\u0E19\u0E4D\u0E32", "เด็ก ๆ ชอบ", "ดี ฯลฯ มาก", "น \u00AD ี้",
        "wait\u2026 “No” – ‘yes’", "ท\uF70Aี ครัง้ แรก", "ÉCOLE straße İ ﬁ", "㍿ ½ ①"}) {
    all.append(match_text(text)).push_back('\n');
  }
  EXPECT_EQ(match_key(all), 15238967141289818359U) << all;
  EXPECT_EQ(kMemoryMatchVersion, 2);
}

TEST(MatchKey, StaysTheSame) {
  EXPECT_EQ(match_key(""), 0xCBF29CE484222325U);
  EXPECT_EQ(match_key("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(match_key("ฝนตก 10"), match_key(match_text("ฝนตก\u00A0๑๐")));
}

}  // namespace
}  // namespace thalign
