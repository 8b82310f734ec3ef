// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::text_of_units;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// Keys of the tokens of a text of one unit.
std::vector<std::string> tokens(Language language, const std::string& text) {
  Vocabulary vocabulary;
  const Features features = make_features(text_of_units(language, {text}, {0}), vocabulary);
  std::vector<std::string> keys;
  for (const Symbol symbol : features.tokens) keys.push_back(vocabulary.key(symbol));
  return keys;
}
std::vector<std::string> thai(const std::string& text) { return tokens(Language::thai, text); }
std::vector<std::string> english(const std::string& text) {
  return tokens(Language::english, text);
}

TEST(FeaturesTest, ItemsOfAListBehindAColon) {
  const auto items = [](std::string text) {
    Vocabulary vocabulary;
    const SegmentedText segmented =
        segment(Document::from_bytes(std::move(text), {.language = Language::english}));
    return make_features(segmented, vocabulary).list_items;
  };
  const std::vector<bool> all = {false, true, true, false};
  EXPECT_EQ(items("Bring this:\n\u2022 a pen\n\u2022 a book\nThe lesson begins at nine."), all);
  EXPECT_EQ(items("Bring this:\n1. A pen\n2. A book\nThe lesson begins at nine."), all);
  EXPECT_TRUE(items("Bring this\n\u2022 a pen\n\u2022 a book").empty()) << "no colon";
  EXPECT_TRUE(items("Bring this:\na pen and a book").empty()) << "no marks";
  EXPECT_TRUE(items("Bring this:\n101. A pen\n102. A book").empty()) << "numbers of rooms";
}

TEST(VocabularyTest, NumbersKeysAsTheyAreFirstSeen) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.add("cat"), 0U);
  EXPECT_EQ(vocabulary.add("#12"), 1U);
  EXPECT_EQ(vocabulary.add("cat"), 0U);
  EXPECT_EQ(vocabulary.size(), 2U);
  EXPECT_EQ(vocabulary.key(1), "#12");
  EXPECT_EQ(vocabulary.find("#12"), 1U);
  EXPECT_EQ(vocabulary.find("dog"), vocabulary.size());
}

TEST(VocabularyTest, KeysStayWhileItGrows) {
  Vocabulary vocabulary;
  const std::string* const first = &vocabulary.key(vocabulary.add("first"));
  for (int i = 0; i < 10'000; ++i) vocabulary.add(std::to_string(i));
  EXPECT_EQ(*first, "first");
  EXPECT_EQ(vocabulary.key(5000), "4999");
}

TEST(FeaturesTest, ATextWithoutItsWordsHasTheSameFeatures) {
  std::vector<std::string> units;
  for (int u = 0; u < 5000; ++u) units.push_back("แมว " + std::to_string(u) + " ตัว");
  const SegmentedText text =
      text_of_units(Language::thai, units, std::vector<float>(units.size(), 1.0F));
  const SegmentedText bare(text.document(), Words(""), {text.units().begin(), text.units().end()});
  ASSERT_FALSE(bare.has_words());
  Vocabulary vocabulary;
  const Features expected = make_features(text, vocabulary);
  const Features found = make_features(bare, vocabulary);
  EXPECT_EQ(found.tokens, expected.tokens);
  EXPECT_EQ(found.token_begin, expected.token_begin);
  EXPECT_EQ(found.characters, expected.characters);
  EXPECT_EQ(found.break_after, expected.break_after);
  EXPECT_EQ(found.paragraph_start, expected.paragraph_start);
  EXPECT_EQ(expected.token_words.size(), expected.tokens.size());
  EXPECT_TRUE(found.token_words.empty());
}

TEST(FeaturesTest, NoText) {
  Vocabulary vocabulary;
  const Features features = make_features(text_of_units(Language::thai, {}, {}), vocabulary);
  EXPECT_EQ(features.units(), 0U);
  EXPECT_THAT(features.characters, ElementsAre(0));
  EXPECT_THAT(features.token_begin, ElementsAre(0));
  EXPECT_THAT(features.paragraph_start, ElementsAre(true));
}

TEST(FeaturesTest, ArraysOfUnits) {
  Vocabulary vocabulary;
  const Features features = make_features(
      text_of_units(Language::english, {"A cat, 12", "road", "\nwater!"}, {1.5F, -2, 3}),
      vocabulary);
  EXPECT_EQ(features.units(), 3U);
  EXPECT_THAT(features.characters, ElementsAre(0, 7, 11, 17));  // without white space
  EXPECT_THAT(features.token_begin, ElementsAre(0, 3, 4, 5));   // without marks
  EXPECT_THAT(features.break_after, ElementsAre(1.5F, -2.0F, 0.0F));
  EXPECT_THAT(features.paragraph_start, ElementsAre(true, false, true, true));
  EXPECT_EQ(features.characters_in({1, 3}), 10U);
  EXPECT_EQ(features.tokens_in({0, 2}), 4U);
}

TEST(FeaturesTest, AUnitMayEndInsideAWord) {
  Document document = Document::from_bytes("seaside road", {.language = Language::english});
  Words words(document.text());
  const SegmentedText text(std::move(document), std::move(words),
                           {{{0, 3}, 0, 0.0F}, {{3, 5}, 0, 0.0F}, {{5, 12}, 0, 0.0F}});
  Vocabulary vocabulary;
  const Features features = make_features(text, vocabulary);
  EXPECT_THAT(features.characters, ElementsAre(0, 3, 5, 11));
  EXPECT_THAT(features.token_begin, ElementsAre(0, 1, 1, 2));
}

TEST(FeaturesTest, QuantitiesStandBesideTheirWords) {
  EXPECT_THAT(thai("3 แสนไร่"), ElementsAre("#300000", "#3", "แสน", "ไร่"));
  EXPECT_THAT(english("20 billion"), ElementsAre("#20000000000", "#20", "billion"));
  EXPECT_THAT(english("the 18th"), ElementsAre("the", "#18", "18th"));
}

TEST(FeaturesTest, NumericDates) {
  EXPECT_THAT(thai("15/06/2567"), ElementsAre("#15", "@6", "#2567"));
  EXPECT_THAT(thai("5/12/2567"), ElementsAre("#5", "@12", "#2567"));
  EXPECT_THAT(thai("14-06-2567"), ElementsAre("#14", "@6", "#2567"));
  EXPECT_THAT(thai("2567/06/14"), ElementsAre("#2567", "@6", "#14"));
  EXPECT_THAT(english("2024-06-14"), ElementsAre("#2024", "@6", "#14"));
  EXPECT_THAT(english("14.06.2024"), ElementsAre("#14", "@6", "#2024"));
  EXPECT_THAT(english("5/13/2024"), ElementsAre("@5", "#13", "#2024"));
  EXPECT_THAT(english("13/5/2024"), ElementsAre("#13", "@5", "#2024"));
  EXPECT_THAT(english("1/2"), ElementsAre("#1", "#2"));
  EXPECT_THAT(english("13/14/2024"), ElementsAre("#13", "#14", "#2024"));
  EXPECT_THAT(english("1.2.3"), ElementsAre("#1.2.3"));
  EXPECT_THAT(english("555-1234-2024"), ElementsAre("#555", "#1234", "#2024"));
}

TEST(FeaturesTest, WhatHasTwoReadingsHasAKeyOfBoth) {
  EXPECT_THAT(english("5/12/2024"), ElementsAre("|#5|@5", "|#12|@12", "#2024"));
  EXPECT_THAT(english("6/6/2024"), ElementsAre("#6", "@6", "#2024"));
  EXPECT_THAT(english("20240614"), ElementsAre("#20240614", "|#2024", "|@6", "|#14"));
  EXPECT_THAT(english("20241314"), ElementsAre("#20241314"));
  EXPECT_THAT(thai("1/2/24"), ElementsAre("#1", "@2", "|#2524|#2024"));
  EXPECT_THAT(english("12K"), ElementsAre("|#12|#12000", "12k"));
}

TEST(FeaturesTest, YearsOfTwoDigits) {
  EXPECT_THAT(thai("14/6/67"), ElementsAre("#14", "@6", "#2567"));
  EXPECT_THAT(thai("31 ส.ค. 63"), ElementsAre("#31", "@8", "|#2563|#63"));
  EXPECT_THAT(thai("ส.ค. 63"), ElementsAre("@8", "|#2563|#63"));
  EXPECT_THAT(thai("ปี 67"), ElementsAre("ปี", "|#2567|#67"));
  EXPECT_THAT(thai("2/67"), ElementsAre("#2", "|#2567|#67"));
  EXPECT_THAT(thai("67 คน"), ElementsAre("#67", "คน"));
  EXPECT_THAT(thai("ปี 25"), ElementsAre("ปี", "#25"));
  EXPECT_THAT(english("6/14/24"), ElementsAre("@6", "#14", "#2024"));
  EXPECT_THAT(english("14 June 24"), ElementsAre("#14", "@6", "|#2024|#24"));
  EXPECT_THAT(english("June 24"), ElementsAre("@6", "#24"));
  EXPECT_THAT(english("2/67"), ElementsAre("#2", "#67"));
}

TEST(FeaturesTest, ThaiMonthsInAnyText) {
  EXPECT_THAT(english("4 ธันวาคม 2565"), ElementsAre("#4", "@12", "#2565"));
}

TEST(FeaturesTest, CharactersAreCodePoints) {
  Vocabulary vocabulary;
  const Features features = make_features(text_of_units(Language::thai, {"น้ำ 😀"}, {0}), vocabulary);
  EXPECT_EQ(features.characters.back(), 4U);
}

TEST(FeaturesTest, WordsAreFolded) {
  EXPECT_THAT(english("The CAT"), ElementsAre("the", "cat"));
  EXPECT_THAT(thai("เเมวกิน Water"), ElementsAre("แมว", "กิน", "water"));
}

TEST(FeaturesTest, NumbersAreTheirDigits) {
  EXPECT_THAT(english("1,000 07 3.5 0 00"), ElementsAre("#1000", "#7", "#3.5", "#0", "#0"));
  EXPECT_THAT(thai("๑,๐๐๐ ๐๗ ๓.๕"), ElementsAre("#1000", "#7", "#3.5"));
}

TEST(FeaturesTest, MonthsOfBothLanguages) {
  const std::vector<std::string> thai_names = {"มกราคม",  "กุมภาพันธ์", "มีนาคม",    "เมษายน",
                                               "พฤษภาคม", "มิถุนายน",  "กรกฎาคม",  "สิงหาคม",
                                               "กันยายน",  "ตุลาคม",   "พฤศจิกายน", "ธันวาคม"};
  const std::vector<std::string> thai_short = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
                                               "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};
  const std::vector<std::string> english_names = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
  for (std::size_t i = 0; i < 12; ++i) {
    const std::string key = "@" + std::to_string(i + 1);
    EXPECT_THAT(thai("วันที่ 14 " + thai_names[i] + " 2567"), Contains(key)) << thai_names[i];
    EXPECT_THAT(thai("14 " + thai_short[i] + " 67"), Contains(key)) << thai_short[i];
    EXPECT_THAT(english("on 14 " + english_names[i] + " 2024"), Contains(key)) << english_names[i];
    EXPECT_THAT(english(english_names[i].substr(0, 3) + " 14, 2024"), Contains(key))
        << english_names[i];
  }
}

TEST(FeaturesTest, EnglishMonthsOnlyBesideNumbers) {
  EXPECT_THAT(english("we may march"), Not(Contains("@5")));
  EXPECT_THAT(english("we may march"), Not(Contains("@3")));
  EXPECT_THAT(english("14 May"), ElementsAre("#14", "@5"));
  EXPECT_THAT(english("Jun. 14"), ElementsAre("@6", "#14"));
  EXPECT_THAT(english("the 14th of June"), Contains("@6"));
  EXPECT_THAT(english("June 14th"), Contains("@6"));
}

TEST(FeaturesTest, UnitsLeftOutHaveNothing) {
  Vocabulary vocabulary;
  Features text = make_features(
      text_of_units(Language::english, {"red cat", "blue dog", "12 owls"}, {0, 0, 0}), vocabulary);
  const std::vector<Symbol> all = text.tokens;
  ASSERT_EQ(all.size(), 6U);
  const Features before = text;
  leave_out(text, {});
  EXPECT_EQ(text.tokens, all);
  EXPECT_TRUE(text.null_only.empty());
  const std::vector<UnitRange> middle = {{1, 2}};
  leave_out(text, middle);
  EXPECT_THAT(text.tokens, ElementsAre(all[0], all[1], all[4], all[5]));
  EXPECT_THAT(text.token_begin, ElementsAre(0U, 2U, 2U, 4U));
  EXPECT_EQ(text.characters_in({0, 1}), before.characters_in({0, 1}));
  EXPECT_EQ(text.characters_in({1, 2}), 0U);
  EXPECT_EQ(text.characters_in({2, 3}), before.characters_in({2, 3}));
  EXPECT_THAT(text.null_only, ElementsAre(false, true, false));
}

TEST(FeaturesTest, KindsThatOneTextHasNowhereAreParagraphs) {
  using enum BlockKind;
  Features a;
  Features b;
  a.kinds = {heading, paragraph, list_item, heading};
  b.kinds = {paragraph, heading};
  keep_shared_kinds(a, b);
  EXPECT_THAT(a.kinds, ElementsAre(heading, paragraph, paragraph, heading));
  EXPECT_THAT(b.kinds, ElementsAre(paragraph, heading));
  b.kinds.clear();
  keep_shared_kinds(b, a);
  EXPECT_THAT(a.kinds, ElementsAre(paragraph, paragraph, paragraph, paragraph)) << "not known";
}

TEST(FeaturesTest, BothTextsShareSymbols) {
  Vocabulary vocabulary;
  const Features source =
      make_features(text_of_units(Language::thai, {"ใช้ Linux 14 ต.ค."}, {0}), vocabulary);
  const Features target =
      make_features(text_of_units(Language::english, {"Linux on 14 October"}, {0}), vocabulary);
  for (const char* const key : {"linux", "#14", "@10"}) {
    EXPECT_THAT(source.tokens, Contains(vocabulary.find(key))) << key;
    EXPECT_THAT(target.tokens, Contains(vocabulary.find(key))) << key;
  }
}

}  // namespace
}  // namespace thalign
