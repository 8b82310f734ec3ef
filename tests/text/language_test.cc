// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(LanguageTest, TagsAndNames) {
  EXPECT_EQ(language_tag(Language::thai), "th");
  EXPECT_EQ(language_tag(Language::english), "en");
  EXPECT_EQ(language_name(Language::thai), "Thai");
  EXPECT_EQ(language_name(Language::english), "English");
}

TEST(LanguageTest, TagIsReadWithoutCaseAndSubtags) {
  EXPECT_EQ(language_of_tag("th"), Language::thai);
  EXPECT_EQ(language_of_tag("TH-th"), Language::thai);
  EXPECT_EQ(language_of_tag("EN_us"), Language::english);
  EXPECT_EQ(language_of_tag("en-Latn-GB"), Language::english);
}

TEST(LanguageTest, OtherTagsAreNothing) {
  for (const char* const tag : {"", "-", "t", "tha", "eng", "de", "-th"}) {
    EXPECT_EQ(language_of_tag(tag), std::nullopt) << tag;
  }
}

TEST(ThaiShareTest, CountsThaiAndLatinLetters) {
  EXPECT_EQ(thai_share("แมว"), 1.0);
  EXPECT_EQ(thai_share("cat, chat"), 0.0);
  EXPECT_EQ(thai_share("แมว cat"), 0.5);
  EXPECT_EQ(thai_share("แมว été"), 0.5);
}

TEST(ThaiShareTest, SignsDigitsAndOtherScriptsDoNotCount) {
  EXPECT_EQ(thai_share(""), std::nullopt);
  EXPECT_EQ(thai_share(" 12 ๑๒ ฿ ่ 日本 - \n"), std::nullopt);
  EXPECT_EQ(thai_share("ที่ a"), 0.5);
}

}  // namespace
}  // namespace thalign
