// SPDX-License-Identifier: Apache-2.0
#include "align/score/score_weights.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace thalign {
namespace {

TEST(ScoreWeightsTest, EachTermHasItsNameAndPrior) {
  EXPECT_EQ(kTermNames[static_cast<std::size_t>(Term::words_of_english)], "words_of_english");
  EXPECT_EQ(kTermNames.back(), "null_english_anchor");
  EXPECT_EQ(std::set<std::string_view>(kTermNames.begin(), kTermNames.end()).size(), kTerms);
  const ScoreWeights weights;
  EXPECT_EQ(weights[Term::bead], -2.05);
  EXPECT_EQ(weights[Term::null_thai_character], -0.007);
}

TEST(ScoreWeightsTest, OfEachTermOfASideTheEnglishOneFollowsTheThai) {
  for (std::size_t i = 0; i < kTerms; ++i) {
    std::string name(kTermNames[i]);
    const auto at = name.find("thai");
    if (at == std::string::npos) continue;
    ASSERT_LT(i + 1, kTerms) << name;
    EXPECT_EQ(kTermNames[i + 1], name.replace(at, 4, "english"));
  }
}

TEST(ScoreWeightsTest, OfChoosesTheSide) {
  ScoreWeights weights;
  weights[Term::null_thai_open] = 1.0;
  weights[Term::null_english_open] = 2.0;
  EXPECT_EQ(weights.of(Term::null_thai_open, true), 1.0);
  EXPECT_EQ(weights.of(Term::null_thai_open, false), 2.0);
}

TEST(ScoreWeightsTest, NeitherLanguageIsPreferredBeforeLearning) {
  const ScoreWeights weights;
  for (std::size_t i = 0; i + 1 < kTerms; ++i) {
    if (kTermNames[i].find("thai") == std::string_view::npos) continue;
    EXPECT_EQ(weights.of(static_cast<Term>(i), true), weights.of(static_cast<Term>(i), false))
        << kTermNames[i];
  }
}

}  // namespace
}  // namespace thalign
