// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.h"
#include "tests/align/lexicon/found_names.h"

namespace thalign {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "thai=name" for each name found.
std::vector<std::string> names(const std::string& thai, const std::string& english) {
  return test::found_names(thai, english,
                           [](const SegmentedText& source, const SegmentedText& target) {
                             return find_names(source, target, Lexicon::shipped());
                           });
}

TEST(NamesTest, SpelledInThai) {
  EXPECT_THAT(
      names("เมื่อวานนี้ แบรดลีย์ พบกับ คริสติน ที่สนามบิน", "Yesterday Bradley met Christine at the airport."),
      ElementsAre("แบรดลีย์=bradley", "คริสติน=christine"));
}

TEST(NamesTest, InsideARunOfText) {
  EXPECT_THAT(names("ทนายความของแบรดลีย์กล่าวเสริม", "Bradley's lawyer added."),
              ElementsAre("แบรดลีย์=bradley"));
}

TEST(NamesTest, TheLikeliestOfTwoNamesWins) {
  const std::string thai = "เมื่อวานนี้ แบรดลีย์ มาถึง";
  EXPECT_THAT(names(thai, "Bradly came."), ElementsAre("แบรดลีย์=bradly"));
  // Both are spelled there; their order in the text and in the alphabet does not matter.
  for (const char* english : {"Bradley met Brandley.", "Brandley met Bradley."})
    EXPECT_THAT(names(thai, english), ElementsAre("แบรดลีย์=bradley"));
}

TEST(NamesTest, OnlyWordsWithACapital) {
  EXPECT_THAT(names("คริสตินมา", "christine came"), IsEmpty());
}

TEST(NamesTest, CommonWordsAreNoNames) {
  EXPECT_THAT(names("ที่นี่มีบุตรหลานของเขา", "The place. But he has children. It is Here."), IsEmpty());
}

TEST(NamesTest, AWordBehindATitleMayBeAName) {
  const std::string english = "Yesterday Prasert spoke.";
  EXPECT_THAT(names("เมื่อวานนี้ นายประเสริฐ พูด", english), ElementsAre("ประเสริฐ=prasert"));
  EXPECT_THAT(names("เมื่อวานนี้ ผลประเสริฐ มาก", english), IsEmpty());
}

TEST(NamesTest, AWordThatTheLexiconTranslatesIsNotLookedFor) {
  const std::string thai = "เขามาถึง ลอนดอน แล้ว";
  const std::string english = "He reached London.";
  EXPECT_THAT(names(thai, english), IsEmpty());
  EXPECT_THAT(test::found_names(thai, english,
                                [](const SegmentedText& source, const SegmentedText& target) {
                                  return find_names(source, target, Lexicon::empty());
                                }),
              ElementsAre("ลอนดอน=london"));
}

TEST(NamesTest, MonthsAreNoNames) {
  EXPECT_THAT(names("นายจันทร์ มาถึงแล้ว", "He came in June."), IsEmpty());
}

TEST(NamesTest, NothingToFind) {
  EXPECT_THAT(names("", ""), IsEmpty());
  EXPECT_THAT(names("ไม่มีชื่อ", ""), IsEmpty());
  EXPECT_THAT(names("", "Robert"), IsEmpty());
}

}  // namespace
}  // namespace thalign
