// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "align/score/score_terms.h"

namespace thalign {
namespace {

TEST(LengthModelTest, LossGrowsWithTheSquareThenLinearly) {
  const LengthModel model;
  const double best = model.score(0.0, 200);
  const double sigma = LengthModel::kInner / model.term(200).scale;
  const auto loss = [&](double log_ratio) { return best - model.score(log_ratio, 200); };
  EXPECT_NEAR(loss(0.5 * sigma), loss(sigma) / 4.0, 1e-9);
  EXPECT_NEAR(loss(-3.0 * sigma), loss(3.0 * sigma), 1e-9);
  EXPECT_NEAR(loss(4.0 * sigma) - loss(3.0 * sigma), loss(3.0 * sigma) - loss(2.0 * sigma), 1e-9);
  EXPECT_NEAR(loss(2.0 * sigma), 3.0 * loss(sigma), 1e-9);
}

TEST(LengthModelTest, PrefersLikeLengthsAndTrustsLongTexts) {
  const LengthModel model;
  const double doubled = std::log(2.0);
  for (const std::uint32_t characters : {20U, 200U, 5000U}) {
    EXPECT_GT(model.score(0.0, characters), model.score(doubled, characters));
    EXPECT_GT(model.score(doubled, characters), model.score(2 * doubled, characters));
  }
  EXPECT_GT(model.score(0.0, 200), model.score(0.0, 20));
  EXPECT_LT(model.score(doubled, 400), model.score(doubled, 40));
}

}  // namespace
}  // namespace thalign
