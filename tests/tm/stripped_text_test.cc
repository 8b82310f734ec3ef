// SPDX-License-Identifier: Apache-2.0
#include "tm/stripped_text.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>

namespace thalign {
namespace {

TEST(StrippedTextTest, AllKindsOfWhiteSpaceGo) {
  EXPECT_EQ(stripped(" ฝน\u00A0ตก\n\t\u200Bแล้ว\uFEFF ."), "ฝนตกแล้ว.");
  EXPECT_EQ(stripped(" \n"), "");
}

TEST(StrippedTextTest, PlacesLeadThereAndBack) {
  constexpr std::string_view kText = "  น้ำ ท่วม ab";
  const StrippedText text(kText);
  EXPECT_EQ(text.text(), "น้ำท่วมab");
  EXPECT_EQ(text.position(0), 0U);
  EXPECT_EQ(text.position(2), 0U);
  const auto second = static_cast<std::uint32_t>(kText.find("ท่วม"));
  EXPECT_EQ(text.position(second), std::string_view("น้ำ").size());
  EXPECT_EQ(text.position(second - 1), std::string_view("น้ำ").size()) << "of a space: what follows";
  EXPECT_EQ(text.position(static_cast<std::uint32_t>(kText.size())), text.text().size());
}

TEST(StrippedTextTest, BytesHoldTheSpacesBetweenAndNoneAround) {
  constexpr std::string_view kText = " a  b c ";
  const StrippedText text(kText);
  const ByteRange range = text.bytes(0, 2);
  EXPECT_EQ(kText.substr(range.begin, range.size()), "a  b");
  EXPECT_EQ(text.bytes(1, 1), (ByteRange{4, 5}));
  EXPECT_EQ(text.bytes(3, 0), ByteRange{});
}

TEST(StrippedTextTest, AWordIsCutOnlyWhereItsLettersTouch) {
  const StrippedText text("ab 12กข-c");
  EXPECT_FALSE(text.cuts_word(0));
  EXPECT_TRUE(text.cuts_word(1));
  EXPECT_FALSE(text.cuts_word(2)) << "a space stands between";
  EXPECT_TRUE(text.cuts_word(3));
  EXPECT_FALSE(text.cuts_word(4)) << "a digit before a Thai letter";
  EXPECT_FALSE(text.cuts_word(text.text().size() - 1)) << "behind a hyphen";
  EXPECT_FALSE(text.cuts_word(text.text().size()));
}

}  // namespace
}  // namespace thalign
