// SPDX-License-Identifier: Apache-2.0
#include "tm/unit_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace thalign {
namespace {

using testing::Optional;

TranslationUnit unit(const std::string& thai, const std::string& english) {
  return {
      .variants = {{.language = "th-TH", .text = thai}, {.language = "en-GB", .text = english}}};
}

std::optional<Property> mark(const std::string& thai, const std::string& english) {
  return mark_of(unit(thai, english));
}

Property property(std::string_view type, const std::string& text) {
  return {.type = std::string(type), .text = text};
}

TEST(UnitMarksTest, TranslationsHaveNone) {
  EXPECT_EQ(mark("ครู", "Teacher"), std::nullopt);
  EXPECT_EQ(mark("ใช้ GPS", "Use GPS"), std::nullopt);
  EXPECT_EQ(mark("ที่มา : https://a.example/1", "Source: https://a.example/2"), std::nullopt);
  EXPECT_EQ(mark("14.30 น.", "2.30 p.m."), std::nullopt);
}

TEST(UnitMarksTest, CopiedLinesAreOfOneLanguage) {
  EXPECT_THAT(mark("Read more", "Read more"), Optional(property(kSameLanguage, "en-GB")));
  EXPECT_THAT(mark("วันพุธที่ 4", "วันพุธที่ 4 AM"), Optional(property(kSameLanguage, "th-TH")));
  EXPECT_THAT(mark("ที่มา : https://a.example/long/path", "ที่มา : https://a.example/long/path"),
              Optional(property(kSameLanguage, "th-TH")))
      << "letters of URLs don't count";
}

TEST(UnitMarksTest, TextsWithoutLettersAreNone) {
  EXPECT_THAT(mark("22/01/2568", "23/01/2025"), Optional(property(kNotText, "th-TH en-GB")));
  EXPECT_THAT(mark("2568", "In 2025"), Optional(property(kNotText, "th-TH")));
  EXPECT_THAT(mark("ดูที่เว็บ", "www.example.org"), Optional(property(kNotText, "en-GB")));
  EXPECT_THAT(mark("—", "***"), Optional(property(kNotText, "th-TH en-GB")));
  EXPECT_THAT(mark("ไทย", "中文"), Optional(property(kNotText, "en-GB")))
      << "letters of other scripts";
}

TEST(UnitMarksTest, ThaiLettersInsideEnglishAreCounted) {
  EXPECT_THAT(mark("คำว่าครู", "The word ครู means teacher"), Optional(property(kThaiLetters, "2")));
  EXPECT_THAT(mark_of({.variants = {{.language = "en", .text = "Write to กนก now"},
                                    {.language = "th", .text = "เขียนถึงกนก"}}}),
              Optional(property(kThaiLetters, "3")));
}

TEST(UnitMarksTest, AMissingTextIsLeftOutOfAccount) {
  EXPECT_EQ(mark("ครู", ""), std::nullopt);
  EXPECT_THAT(mark("Read more", ""), Optional(property(kSameLanguage, "en-GB")));
  EXPECT_THAT(mark("", "12"), Optional(property(kNotText, "en-GB")));
}

TEST(UnitMarksTest, OtherLanguagesHaveNone) {
  EXPECT_EQ(mark_of({.variants = {{.language = "de", .text = "1"}, {.language = "th"}}}),
            std::nullopt);
  EXPECT_EQ(mark_of({.variants = {{.language = "en", .text = "1"}, {.language = "en-GB"}}}),
            std::nullopt);
  EXPECT_EQ(mark_of({.variants = {{.language = "en", .text = "1"}}}), std::nullopt);
}

TEST(UnitMarksTest, AFlagIsTheMarkWithoutItsContent) {
  TranslationUnit copied = unit("Read more", "Read more");
  EXPECT_EQ(flag_of(copied), "");
  set_flag(copied, "not-text");
  EXPECT_EQ(flag_of(copied), "") << "the letters say otherwise";
  EXPECT_FALSE(is_untranslated(copied));
  set_flag(copied, "same-language");
  EXPECT_EQ(flag_of(copied), "same-language");
  EXPECT_TRUE(is_untranslated(copied));
  TranslationUnit quoting = unit("คำว่าครู", "The word ครู");
  set_flag(quoting, "thai-letters");
  EXPECT_EQ(flag_of(quoting), "thai-letters");
  EXPECT_FALSE(is_untranslated(quoting));
}

}  // namespace
}  // namespace thalign
