// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/stemmer.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

TEST(StemmerTest, FormsOfAWordHaveOneStem) {
  const std::string country(english_stem("country"));
  EXPECT_EQ(english_stem("countries"), country);
  EXPECT_EQ(std::string(english_stem("walked")), std::string(english_stem("walking")));
  EXPECT_NE(std::string(english_stem("rain")), std::string(english_stem("train")));
  EXPECT_EQ(english_stem(""), "");
}

TEST(StemmerTest, MoreWordsThanAreKept) {
  for (std::size_t n = 0; n <= kMostStemsKept; ++n)
    ASSERT_EQ(english_stem("x" + std::to_string(n)), "x" + std::to_string(n));
  EXPECT_EQ(english_stem("walking"), "walk");
  EXPECT_EQ(english_stem("walking"), "walk");
}

}  // namespace
}  // namespace thalign
