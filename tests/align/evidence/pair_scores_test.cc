// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/pair_scores.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

class PairScoresTest : public testing::Test {
 protected:
  PairScores scores(double word) const {
    const TokenWeights weights{.word = word, .anchor = 1.0};
    return {problem_.forward, problem_.backward, weights, weights};
  }
  Symbol symbol(const Features& text, std::size_t token) const { return text.tokens[token]; }
  /// What the link between two symbols adds; 0 if there is none.
  static float between(const PairScores& scores, Symbol of, Symbol other) {
    const auto list = scores.of(of);
    const auto found = std::ranges::find(list, other, &PairScore::symbol);
    return found == list.end() ? 0.0F : found->nats;
  }

  const SegmentedText thai_ = test::text_of_units(Language::thai, {"แมว", "น้ำ"}, {0.0F, 0.0F});
  const SegmentedText english_ =
      test::text_of_units(Language::english, {"cat", "water", "red"}, {0.0F, 0.0F, 0.0F});
  const test::SmallProblem problem_{thai_, english_, Corridor::full(2, 3)};
};

TEST_F(PairScoresTest, OnlyLinksAddToTheScore) {
  const PairScores found = scores(1.0);
  const Symbol cat = symbol(problem_.target, 0);
  const Symbol red = symbol(problem_.target, 2);
  EXPECT_GT(between(found, cat, symbol(problem_.source, 0)), 0.0F);
  EXPECT_EQ(between(found, cat, symbol(problem_.source, 1)), 0.0F);
  EXPECT_TRUE(found.of(red).empty());
}

TEST_F(PairScoresTest, GrowWithTheWeightsOfWords) {
  const Symbol cat = symbol(problem_.target, 0);
  const Symbol thai_cat = symbol(problem_.source, 0);
  EXPECT_NEAR(between(scores(2.0), cat, thai_cat), 2.0F * between(scores(1.0), cat, thai_cat),
              1e-4);
}

}  // namespace
}  // namespace thalign
