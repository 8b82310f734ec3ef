// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/segment/boundaries.h"

namespace thalign {
namespace {

using test::all_odds;
using test::english_odds;
using testing::Each;
using testing::Eq;
using testing::Gt;
using testing::Lt;
using testing::Optional;

/// Expects that every place marked is likely an end.
void expect_ends(const std::string& text) {
  EXPECT_THAT(all_odds(Language::english, text), Each(Optional(Gt(0.0F)))) << text;
}
/// Expects that no place marked is likely an end; a possible one it may be.
void expect_goes_on(const std::string& text) {
  for (const std::optional<float> odds : all_odds(Language::english, text)) {
    EXPECT_LT(odds.value_or(-100.0F), 0.0F) << text;
  }
}
/// Expects that nothing may end at any place marked.
void expect_no_unit_end(const std::string& text) {
  EXPECT_THAT(all_odds(Language::english, text), Each(Eq(std::nullopt))) << text;
}

TEST(EnglishTest, SentenceMarks) {
  expect_ends("The rain stopped. |The market opened. |People came.");
  expect_ends("Did it rain? |Yes! |It did.");
  expect_ends("The rain stopped.  |The market opened.");
  expect_ends("It rained in 2024. |It was dry in 2023.");
}

TEST(EnglishTest, PlainSpacesAndCommas) {
  expect_no_unit_end("The |rain |stopped, |so the market |opened.");
}

TEST(EnglishTest, Titles) {
  for (const std::string title : {"Mr.", "Mrs.", "Ms.", "Dr.", "Gen.", "Prof.", "H.E."}) {
    expect_goes_on("We met " + title + " |Anan at the gate.");
  }
  expect_goes_on("It was opened by H.E. |Mr. |Anan in person.");
}

TEST(EnglishTest, Abbreviations) {
  expect_goes_on("The U.S. |Government agreed.");
  expect_goes_on("It was built in B.E. |2567 by villagers.");
  expect_goes_on("Some fruit, e.g. |Mangoes, was sold.");
  expect_goes_on("See No. |5 and Fig. |3 for details.");
  expect_goes_on("It opened on Dec. |5 last year.");
}

TEST(EnglishTest, AnAbbreviationMayStillEndASentence) {
  EXPECT_TRUE(english_odds("They sold rice, fruit, etc. |The market closed at noon."));
  EXPECT_TRUE(english_odds("They moved to the U.S. |The house was sold."));
}

TEST(EnglishTest, Initials) { expect_goes_on("The book by J. |K. |Miller is sold out."); }

TEST(EnglishTest, Ellipses) {
  expect_goes_on("He waited... |and waited.");
  const auto full_stop = english_odds("He waited. |Nobody came.");
  ASSERT_TRUE(full_stop);
  for (const std::string ellipsis : {"...", "\u2026"}) {
    EXPECT_THAT(english_odds("He waited" + ellipsis + " |Nobody came."), Optional(Lt(*full_stop)));
  }
}

TEST(EnglishTest, QuotesAndBracketsClose) {
  expect_ends("She said “Stop.” |Then she left.");
  expect_ends("She said \"Stop!\" |Then she left.");
  expect_ends("(See the map on page 4.) |The path is steep.");
  expect_ends("He called it ‘new.’ |Nobody agreed.");
}

TEST(EnglishTest, InsideQuotationsLess) {
  const auto outside = english_odds("Stop it. |Go home.");
  const auto inside = english_odds("She said “Stop it. |Go home.” and left.");
  ASSERT_TRUE(outside);
  EXPECT_LT(inside.value_or(-100.0F), *outside);
}

TEST(EnglishTest, ListMarkers) {
  expect_goes_on("1. |Open the box.\n2. |Close the box.");
  expect_goes_on("a) |Open the box.\nb) |Close the box.");
  expect_ends("1. Open the box.\n|2. Close the box.");
}

TEST(EnglishTest, DecimalsAndVersions) {
  expect_no_unit_end("It grew by 3.|5 per cent in version 2.|0.|1 of the plan.");
  expect_ends("It grew by 3.5. |Version 2.0.1 came later.");
}

TEST(EnglishTest, AColonAfterAPrepositionOpensAList) {
  expect_no_unit_end("The walk was led by: |Ida, Omar and Lena.");
  EXPECT_TRUE(english_odds("Three led the walk: |Ida, Omar and Lena.").has_value());
}

TEST(EnglishTest, SemicolonsAndColonsAreWeaker) {
  const auto full_stop = english_odds("The rain stopped. |The market opened.");
  ASSERT_TRUE(full_stop);
  EXPECT_THAT(english_odds("The rain stopped; |the market opened."), Optional(Lt(0.0F)));
  EXPECT_THAT(english_odds("They sold three things: |rice, fruit and fish."), Optional(Lt(0.0F)));
}

TEST(EnglishTest, LowerCaseNextIsWeaker) {
  const auto upper = english_odds("The shop is called Plum. |The owner is kind.");
  const auto lower = english_odds("The shop is called Plum. |the owner is kind.");
  ASSERT_TRUE(upper);
  EXPECT_LT(lower.value_or(-100.0F), *upper);
}

TEST(EnglishTest, LineEnds) {
  const std::string wrapped =
      "The committee will meet again at the beginning of next month to decide on the\n"
      "|budget of the new school.";
  EXPECT_THAT(english_odds(wrapped), Optional(Lt(0.0F))) << "hard-wrapped inside a sentence";
  const auto heading = english_odds("Opening hours\n|The museum is open every day.");
  const auto sentence = english_odds("The museum is open.\n|Admission is free.");
  const auto blank_line = english_odds("The museum is open\n\n|Admission is free.");
  EXPECT_THAT(heading, Optional(Gt(0.0F)));
  ASSERT_TRUE(sentence && blank_line);
  EXPECT_GT(*sentence, *heading);
  EXPECT_GT(*blank_line, *heading);
}

TEST(EnglishTest, BlankLinesAndAllKindsOfLineEnds) {
  for (const std::string end : {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\u2028\u2028"}) {
    const auto blank = english_odds("The museum is open" + end + "|every day");
    const auto line = english_odds("The museum is open\n|every day");
    ASSERT_TRUE(blank && line);
    EXPECT_GT(*blank, *line);
    EXPECT_GT(*blank, 0.0F);
  }
}

}  // namespace
}  // namespace thalign
