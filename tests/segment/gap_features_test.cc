// SPDX-License-Identifier: Apache-2.0
#include "segment/gap_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "segment/break_model.h"
#include "segment/segment.h"
#include "text/hash.h"

namespace thalign {
namespace {

using Hashes = std::vector<std::uint32_t>;

/// Features of the gap that `|` marks, before a word.
Hashes features_at(std::string text, Language language = Language::thai, float rule = 0.0F) {
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const GapReader reader(input, language);
  Hashes features = {42};
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    if (words.all()[k].original.begin == at) reader.read(k, rule, features);
  }
  EXPECT_GT(features.size(), GapFeatures::kCrossed) << "no word begins at the place marked";
  return features;
}

/// How many features differ.
std::size_t difference(const Hashes& a, const Hashes& b) {
  EXPECT_EQ(a.size(), b.size());
  std::size_t count = 0;
  for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k) count += a[k] != b[k] ? 1 : 0;
  return count;
}

const std::string kThai = "แมวกินข้าวบนถนน |โรงเรียนปิดแล้ววันนี้";

TEST(GapFeaturesTest, TheSameTextTheSameFeatures) {
  EXPECT_EQ(features_at(kThai), features_at(kThai));
}

TEST(GapFeaturesTest, AreThoseThatTheBreakModelWasLearntFrom) {
  // If they are changed on purpose: write the new hash there and learn the model again.
  std::uint32_t hash = 0;
  const std::vector<std::string> texts = {kThai, "ราคา 25 บาท |(รวม 2 ชิ้น) ๆ",
                                          "ข้อ 1. เปิด\n|ข้อ 2. ปิด", "Bangkok |กรุงเทพฯ",
                                          "ก.พ. 2567 |\"ไป\""};
  for (const std::string& text : texts) {
    for (const std::uint32_t feature : features_at(text, Language::thai, 1.5F))
      hash = mix_hash(hash, feature);
  }
  EXPECT_EQ(hash, BreakModel::kFeaturesHash);
}

TEST(GapFeaturesTest, FeaturesOfAGapAreAllDifferent) {
  for (const Language language : {Language::thai, Language::english}) {
    Hashes features = features_at(kThai, language);
    std::ranges::sort(features);
    EXPECT_TRUE(std::ranges::adjacent_find(features) == features.end());
  }
}

TEST(GapFeaturesTest, WordsOnEitherSideCount) {
  const Hashes here = features_at(kThai);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนแมว |โรงเรียนปิดแล้ววันนี้")), 3U);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนถนน |แมวปิดแล้ววันนี้")), 3U);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวที่ถนน |โรงเรียนปิดแล้ววันนี้")), 0U);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนถนน |โรงเรียนเปิดแล้ววันนี้")), 0U);
}

TEST(GapFeaturesTest, WordsFarAwayDoNot) {
  EXPECT_EQ(features_at("ถนน แมว แมว แมว แมว แมวกินข้าวบนถนน |โรงเรียนปิด แมวกินข้าวบนถนน น้ำ น้ำ"),
            features_at("น้ำ แมว แมว แมว แมว แมวกินข้าวบนถนน |โรงเรียนปิด แมวกินข้าวบนถนน น้ำ ข้าว"));
}

TEST(GapFeaturesTest, WhiteSpaceAndMarksCount) {
  const Hashes here = features_at(kThai);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนถนน\n|โรงเรียนปิดแล้ววันนี้")), 3U);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนถนน\n\n|โรงเรียนปิดแล้ววันนี้")), 3U);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนถนน|โรงเรียนปิดแล้ววันนี้")), 3U);
  EXPECT_GT(difference(here, features_at("แมวกินข้าวบนถนน. |โรงเรียนปิดแล้ววันนี้")), 3U);
}

TEST(GapFeaturesTest, LengthsOfRunsAndLinesCount) {
  EXPECT_GT(difference(features_at(kThai), features_at("แมวกินข้าวแมวกินข้าวบนถนน |โรงเรียนปิดแล้ววันนี้")),
            0U);
  EXPECT_GT(
      difference(features_at(kThai), features_at("น้ำ น้ำ น้ำ น้ำ แมวกินข้าวบนถนน |โรงเรียนปิดแล้ววันนี้")),
      0U);
}

TEST(GapFeaturesTest, NumbersCountByTheirDigitsLatinWordsOfThaiNotAtAll) {
  EXPECT_EQ(features_at("ปี 12 |แมวกินข้าว"), features_at("ปี 34 |แมวกินข้าว"));
  EXPECT_NE(features_at("ปี 12 |แมวกินข้าว"), features_at("ปี 345 |แมวกินข้าว"));
  EXPECT_EQ(features_at("แมว cats |แมวกินข้าว"), features_at("แมว dogs |แมวกินข้าว"));
  EXPECT_NE(features_at("The cats. |They eat", Language::english),
            features_at("The dogs. |They eat", Language::english));
}

TEST(GapFeaturesTest, RulesCount) {
  const std::string text = "The cats eat. |They sleep.";
  EXPECT_NE(features_at(text, Language::english, -2.0F),
            features_at(text, Language::english, 3.0F));
  EXPECT_EQ(features_at(text, Language::english, 2.0F), features_at(text, Language::english, 2.1F))
      << "in steps of half a nat";
}

TEST(GapFeaturesTest, LanguagesShareNoFeatures) {
  const Hashes thai = features_at(kThai);
  for (const std::uint32_t hash : features_at(kThai, Language::english))
    EXPECT_EQ(std::ranges::count(thai, hash), 0);
}

TEST(GapFeaturesTest, JoinedGapsHaveFewFeatures) {
  const std::string text = "แมวกินข้าวนอกจากนี้ถนนยาว";
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const GapReader reader(input, Language::thai);
  Hashes features;
  Hashes others;
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    reader.read_joined(k, features);
    EXPECT_LT(features.size(), 12U);
    EXPECT_EQ(std::ranges::count(features, reader.joined_word(k)), 1);
    EXPECT_NE(features, others);
    others = features;
  }
}

TEST(GapFeaturesTest, OneListAGapOfEachSegmentedText) {
  for (const Language language : {Language::thai, Language::english}) {
    const SegmentedText text = segment(Document::from_bytes(
        language == Language::thai ? "แมวกินข้าว ถนนยาวมาก\nโรงเรียนปิด น้ำท่วม"
                                   : "A cat eats. The road is long.\nThe school is closed.",
        {.language = language}));
    const GapFeatures& gaps = text.gap_features();
    const auto units = static_cast<std::uint32_t>(text.units().size());
    ASSERT_GT(units, 2U);
    ASSERT_EQ(gaps.begin.size(), units + 1);
    EXPECT_TRUE(std::ranges::is_sorted(gaps.begin));
    EXPECT_EQ(gaps.begin.back(), gaps.hashes.size());
    for (std::uint32_t u = 0; u + 1 < units; ++u)
      EXPECT_GT(gaps.of(u).size(), GapFeatures::kCrossed);
    EXPECT_TRUE(gaps.of(units - 1).empty()) << "the text ends";
    EXPECT_TRUE(gaps.of(units).empty());
  }
}

TEST(GapFeaturesTest, NoText) {
  const SegmentedText text = segment(Document::from_bytes("", {.language = Language::thai}));
  EXPECT_TRUE(text.gap_features().hashes.empty());
  EXPECT_TRUE(text.gap_features().of(0).empty());
}

}  // namespace
}  // namespace thalign
