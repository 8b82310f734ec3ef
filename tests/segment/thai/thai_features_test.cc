#include "segment/thai/thai_features.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/gap.h"

namespace thalign {
namespace {

/// Features at the place that `|` marks, before a word.
std::vector<std::uint32_t> features(std::string text) {
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const ThaiFeatures features_of(input);
  std::vector<std::uint32_t> result = {1, 2, 3};  // replaced
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    if (words.all()[k].original.begin == at) features_of.of(k, result);
  }
  return result;
}

TEST(ThaiFeaturesTest, SameTextSameFeatures) {
  const std::vector<std::uint32_t> found = features("แมวกินปลา |หมากินข้าว");
  EXPECT_GT(found.size(), 3U);
  EXPECT_EQ(found, features("แมวกินปลา |หมากินข้าว"));
}

TEST(ThaiFeaturesTest, WordsOnBothSidesCount) {
  const auto found = features("แมวกินปลา |หมากินข้าว");
  EXPECT_NE(found, features("แมวกินนม |หมากินข้าว"));
  EXPECT_NE(found, features("แมวกินปลา |เป็ดกินข้าว"));
}

TEST(ThaiFeaturesTest, NumbersCountByTheirDigitsLatinWordsAsOne) {
  EXPECT_EQ(features("มีแมว 25 ตัว |หมากินข้าว"), features("มีแมว ๔๗ ตัว |หมากินข้าว"));
  EXPECT_EQ(features("ใช้ Linux |หมากินข้าว"), features("ใช้ Plant |หมากินข้าว"));
}

TEST(ThaiFeaturesTest, OtherLinesDoNotCount) {
  EXPECT_EQ(features("นกบิน\nแมวกินปลา |หมากินข้าว\nฝนตก"),
            features("โรงเรียนเปิดแล้ว\nแมวกินปลา |หมากินข้าว\nวันนี้อากาศดี"));
}

TEST(ThaiFeaturesTest, FirstAndLastWordOfATextHaveFeatures) {
  EXPECT_GT(features("ก |ข").size(), 3U);
}

}  // namespace
}  // namespace thalign
