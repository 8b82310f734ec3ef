// SPDX-License-Identifier: Apache-2.0
#include "align/search/bead_scores.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/align/search/oracle.h"
#include "tests/align/search/search_texts_of.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_model;
using test::random_units;
using test::SmallProblem;
using test::text_of_units;

TEST(BeadScoresTest, AreThoseOfASearchThatSeesBothTextsWhole) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    const auto thai_units = static_cast<std::uint32_t>(1 + random() % 9);
    const auto english_units = static_cast<std::uint32_t>(1 + random() % 9);
    const std::string bytes = random_model(random);
    SmallProblem problem(random_units(random, Language::thai, thai_units),
                         random_units(random, Language::english, english_units),
                         Corridor::full(thai_units, english_units), ScoreModel(bytes, "random"));
    const Solution solution = test::solve(problem);
    const std::vector<double> scores = bead_scores(test::texts_of(problem), solution.beads);
    ASSERT_EQ(scores.size(), solution.beads.size());
    for (std::size_t k = 0; k < scores.size(); ++k)
      EXPECT_NEAR(scores[k], solution.beads[k].score, 1e-3) << k;
    if (HasFailure()) return;
  }
}

TEST(BeadScoresTest, ANullBeadThatGoesOnARunDoesNotOpenIt) {
  const std::vector<float> breaks = {1.0F, 1.0F, 1.0F};
  const SmallProblem problem(
      text_of_units(Language::thai, {"แมว ข้าว", "น้ำ", "ถนน"}, breaks),
      text_of_units(Language::english, {"school", "cat rice", "road"}, breaks),
      Corridor::full(3, 3));
  const std::vector<double> apart =
      bead_scores(test::texts_of(problem), std::vector<Bead>{{{0, 1}, {0, 0}, 0, 0},
                                                             {{1, 2}, {0, 0}, 0, 0},
                                                             {{2, 2}, {0, 1}, 0, 0},
                                                             {{2, 3}, {1, 3}, 0, 0}});
  const std::vector<double> together = bead_scores(
      test::texts_of(problem),
      std::vector<Bead>{{{0, 2}, {0, 0}, 0, 0}, {{2, 2}, {0, 1}, 0, 0}, {{2, 3}, {1, 3}, 0, 0}});
  EXPECT_NEAR(apart[0] + apart[1], together[0], 1e-9);
  EXPECT_NEAR(apart[2], together[1], 1e-9) << "of the other text: a run of its own";
  EXPECT_NEAR(together[1], problem.scorer.null_target(0) + problem.scorer.null_target_open(0),
              1e-9);
}

}  // namespace
}  // namespace thalign
