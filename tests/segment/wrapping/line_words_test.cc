// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_words.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(LineWordsTest, ReadsATable) {
  const LineWords words(
      "prior\t-2.0\nก\t1.0\t2.0\t3.0\t-1.0\t0\t2.0\nข\t0.5\t0\t-2.5\t0\t2.0\t0\n");
  EXPECT_FLOAT_EQ(words.space_log_odds({}, {}), -2.0F);
  EXPECT_GT(words.space_log_odds("ก", "ข"), -2.0F);
  EXPECT_LT(words.paragraph_log_ratio("ก", "ข"), 0.0F);
  EXPECT_GT(words.sentence_log_ratio("ก", "ข"), words.paragraph_log_ratio("ก", "ข"));
  EXPECT_FLOAT_EQ(words.paragraph_log_ratio("ค", {}), 0.0F);
  EXPECT_FLOAT_EQ(words.sentence_log_ratio("ค", {}), 0.0F);
}

TEST(LineWordsTest, WordsBesideNumbersHaveWeightsOfTheirOwn) {
  const LineWords words("0\t0\t0\t0\t0\t0\t0\t0\t0\nก\t0\t0\t1.0\t1.0\t1.0\t1.0\t2.0\t-2.0\n");
  EXPECT_GT(words.paragraph_log_ratio("ก", {}), 0.0F);
  EXPECT_LT(words.paragraph_log_ratio("ก", LineWords::kNumber), 0.0F);
  EXPECT_GT(words.paragraph_log_ratio(LineWords::kNumber, "ก"), words.paragraph_log_ratio({}, "ก"));
  EXPECT_GT(words.sentence_log_ratio(LineWords::kNumber, "ก"), words.sentence_log_ratio({}, "ก"));
}

TEST(LineWordsTest, WhatThaiWordsSay) {
  const LineWords& thai = LineWords::thai();
  EXPECT_GT(thai.space_log_odds("แล้ว", "ซึ่ง"), thai.space_log_odds("ที่", "มี"));
  EXPECT_GT(thai.paragraph_log_ratio("ว่า", "และ"), 1.0F) << "no paragraph ends or begins so";
  EXPECT_GT(thai.paragraph_log_ratio({}, "ซึ่ง"), thai.sentence_log_ratio({}, "ซึ่ง"))
      << "a sentence may begin so";
  EXPECT_GT(thai.sentence_log_ratio("ประมาณ", LineWords::kNumber), 1.5F) << "a number follows";
  EXPECT_GT(thai.sentence_log_ratio(LineWords::kNumber, "บาท"), 1.5F) << "a number stands before";
  EXPECT_LT(thai.sentence_log_ratio("บาท", LineWords::kNumber), -0.5F);
}

}  // namespace
}  // namespace thalign
