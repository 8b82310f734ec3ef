// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/stemmer.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(StemmerTest, FormsOfAWordHaveOneStem) {
  Stemmer stem;
  const std::string country(stem("country"));
  EXPECT_EQ(stem("countries"), country);
  EXPECT_EQ(std::string(stem("walked")), std::string(stem("walking")));
  EXPECT_NE(std::string(stem("rain")), std::string(stem("train")));
  EXPECT_EQ(stem(""), "");
}

}  // namespace
}  // namespace thalign
