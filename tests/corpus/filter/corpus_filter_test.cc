// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/corpus_filter.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/filter/number_agreement.h"

namespace thalign {
namespace {

TranslationUnit pair(std::string thai, std::string english) {
  return {.variants = {{.language = "th", .text = std::move(thai)},
                       {.language = "en", .text = std::move(english)}}};
}

std::optional<FilterReason> reason(const TranslationUnit& unit, const FilterOptions& options = {}) {
  return CorpusFilter(options, ".").judge(check_pair(unit, options));
}

const std::string kThai = "โรงเรียนใหม่เปิดแล้วเมื่อวานนี้";
const std::string kEnglish = "The new school opened yesterday.";

TEST(CorpusFilterTest, GoodPairsPassInEitherOrder) {
  TranslationUnit unit = pair(kThai, kEnglish);
  EXPECT_EQ(reason(unit), std::nullopt);
  std::swap(unit.variants[0], unit.variants[1]);
  EXPECT_EQ(reason(unit), std::nullopt);
}

TEST(CorpusFilterTest, EachReason) {
  EXPECT_EQ(reason(pair(kThai, "")), FilterReason::one_sided);
  TranslationUnit unsure = pair(kThai, kEnglish);
  unsure.confidence = 0.49;
  EXPECT_EQ(reason(unsure), FilterReason::confidence);
  unsure.confidence = 0.5;
  EXPECT_EQ(reason(unsure), std::nullopt);
  EXPECT_EQ(reason(pair(kThai, kEnglish), {.max_characters = 20}), FilterReason::length);
  EXPECT_EQ(reason(pair(kThai + kThai + kThai + kThai + kThai + kThai, kEnglish)),
            FilterReason::length_ratio);
  EXPECT_EQ(reason(pair("12 - 14", "12 - 14 !")), FilterReason::language);
  EXPECT_EQ(reason(pair(kThai, "โรงเรียนเก่าปิดแล้วเมื่อวานนี้")), FilterReason::language);
  EXPECT_EQ(reason(pair(kEnglish, kEnglish)), FilterReason::copied);
  EXPECT_EQ(reason(pair("The new school opened ครับ", kEnglish)), FilterReason::copied);
  EXPECT_EQ(reason(pair("มีนักเรียน 450 คน", "There are 540 students.")), FilterReason::numbers);
}

TEST(CorpusFilterTest, ReasonsCanBeIgnored) {
  FilterOptions options;
  options.ignored[static_cast<std::size_t>(FilterReason::numbers)] = true;
  EXPECT_EQ(reason(pair("มีนักเรียน 450 คน", "There are 540 students."), options), std::nullopt);
}

TEST(CorpusFilterTest, RepeatsAreFoundWhateverTheirSpacesAndCase) {
  CorpusFilter filter({}, ".");
  const auto judge = [&](const TranslationUnit& unit) {
    return filter.judge(check_pair(unit, {}));
  };
  EXPECT_EQ(judge(pair(kThai, kEnglish)), std::nullopt);
  EXPECT_EQ(judge(pair(kThai, "The  new SCHOOL opened yesterday.")), FilterReason::duplicate);
  const std::string thai = kThai + " มีนักเรียนหลายร้อยคนมาร่วมงานพร้อมผู้ปกครองและครู";
  const std::string english =
      kEnglish + " Hundreds of students came with their parents and teachers.";
  EXPECT_EQ(judge(pair(thai, english)), std::nullopt);
  EXPECT_EQ(judge(pair(thai, english + "..")), FilterReason::near_duplicate);
  EXPECT_EQ(judge(pair("ฝนตกหนักทางภาคใต้ตลอดสัปดาห์นี้", "It rains hard in the south all week.")),
            std::nullopt);
  EXPECT_EQ(filter.passed(), 3U);
  EXPECT_EQ(filter.count(FilterReason::duplicate), 1U);
  EXPECT_EQ(filter.count(FilterReason::near_duplicate), 1U);
}

TEST(CorpusFilterTest, NamesLeadBackToReasons) {
  for (std::size_t i = 0; i < kFilterReasons; ++i) {
    const auto named = static_cast<FilterReason>(i);
    EXPECT_EQ(filter_reason_of_name(filter_reason_name(named)), named);
  }
  EXPECT_EQ(filter_reason_of_name("whim"), std::nullopt);
}

TEST(NumbersDisagreeTest, AnySpellingAgrees) {
  EXPECT_FALSE(numbers_disagree("ปี ๒๕๖๗ มี 2 ล้านคน", "In 2024 there were 2,000,000 people"));
  EXPECT_FALSE(numbers_disagree("ทั้ง 2 ฝ่าย", "both sides"));
  EXPECT_FALSE(numbers_disagree("ทั้ง 2 ฝ่าย 30 คน", "30 people of both sides"));
  EXPECT_TRUE(numbers_disagree("ปี 2567", "in 2025"));
  EXPECT_TRUE(numbers_disagree("ราคา 15 บาท", "It costs 50 baht"));
}

TEST(NearDuplicatesTest, HalfInCommonIsNotNear) {
  std::string first, second;
  for (int i = 0; i < 60; ++i) first += "word" + std::to_string(i * 7919 % 1000) + ' ';
  second = first.substr(0, first.size() / 2);
  for (int i = 0; i < 30; ++i) second += "other" + std::to_string(i * 104729 % 1000) + ' ';
  const auto near = [](const std::string& a, const std::string& b) {
    const std::optional<NearKeys> one = near_keys(a), other = near_keys(b);
    if (!one || !other) return false;
    for (std::size_t band = 0; band < kNearBands; ++band) {
      if ((*one)[band] == (*other)[band]) return true;
    }
    return false;
  };
  EXPECT_FALSE(near(first, second));
  EXPECT_TRUE(near(first, first));
  EXPECT_TRUE(near(first, first + "."));
  EXPECT_FALSE(near("short", "short"));
}

}  // namespace
}  // namespace thalign
