// SPDX-License-Identifier: Apache-2.0
#include "align/search/lattice.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/align/search/oracle.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::SmallProblem;
using test::text_of_units;

TEST(NullStepsTest, NullSourceUnitsComeBeforeNullTargetUnits) {
  SmallProblem problem(text_of_units(Language::thai, {"แมว", "ข้าว"}, {1, 1}),
                       text_of_units(Language::english, {"cat", "rice"}, {1, 1}),
                       Corridor::full(2, 2));
  const NullSteps nulls(problem.scorer, problem.corridor);
  EXPECT_EQ(nulls.source(kTargetNull, 1, 1), kImpossible);
  EXPECT_GT(nulls.source(kMatch, 1, 1), kImpossible);
  EXPECT_GT(nulls.target(kSourceNull, 1), kImpossible);
}

TEST(NullStepsTest, ARunPaysOnceForItsBegin) {
  SmallProblem problem(text_of_units(Language::thai, {"แมว", "ข้าว"}, {1, 1}),
                       text_of_units(Language::english, {"cat", "rice"}, {1, 1}),
                       Corridor::full(2, 2));
  const NullSteps nulls(problem.scorer, problem.corridor);
  const BeadScorer& scorer = problem.scorer;
  EXPECT_DOUBLE_EQ(nulls.source(kMatch, 1, 0), scorer.null_source(1) + scorer.null_source_open(1));
  EXPECT_DOUBLE_EQ(nulls.source(kSourceNull, 1, 0),
                   scorer.null_source(1) + scorer.null_source_joined(0));
  EXPECT_DOUBLE_EQ(nulls.target(kTargetNull, 1),
                   scorer.null_target(1) + scorer.null_target_joined(0));
}

TEST(NullStepsTest, TurnsAreAllowedWhereTheCorridorHasNoOtherWay) {
  // From (0, 0) to (0, 1) to (1, 1): null target, then null source.
  SmallProblem problem(text_of_units(Language::thai, {"แมว"}, {1}),
                       text_of_units(Language::english, {"cat"}, {1}), Corridor({{0, 1}, {1, 1}}));
  NullSteps nulls(problem.scorer, problem.corridor);
  EXPECT_EQ(nulls.source(kTargetNull, 0, 1), kImpossible);
  nulls.allow_turns();
  EXPECT_GT(nulls.source(kTargetNull, 0, 1), kImpossible);
}

TEST(BestPathsTest, TheLastCellHasTheBestOfAllTilings) {
  std::mt19937 random(71);
  for (int round = 0; round < 60; ++round) {
    const auto n = static_cast<std::uint32_t>(random() % 5);
    const auto m = static_cast<std::uint32_t>(random() % 5);
    SmallProblem problem(test::random_units(random, Language::thai, n),
                         test::random_units(random, Language::english, m), Corridor::full(n, m));
    const test::Oracle oracle(problem);
    const NullSteps nulls(problem.scorer, problem.corridor);
    BeadStore beads(problem.scorer, problem.scored);
    const BestPaths paths = best_paths(beads, nulls, problem.corridor);
    EXPECT_NEAR(paths.best(problem.corridor.cells() - 1), oracle.best(), 1e-9);
  }
}

TEST(BestPathsTest, OfEqualBeadsTheFirstStays) {
  // No term counts, so that all beads score 0; two ways lead to (2, 2) by one or by two beads.
  ScoreWeights none;
  none.values.fill(0.0);
  SmallProblem problem(text_of_units(Language::thai, {"แมว", "แมว"}, {0, 0}),
                       text_of_units(Language::english, {"cat", "cat"}, {0, 0}),
                       Corridor::full(2, 2), ScoreModel(none));
  const NullSteps nulls(problem.scorer, problem.corridor);
  BeadStore beads(problem.scorer, problem.scored);
  const BestPaths paths = best_paths(beads, nulls, problem.corridor);
  const std::size_t last = problem.corridor.cell(2, 2);
  ASSERT_EQ(paths.score[kMatch][last], 0.0);
  EXPECT_EQ(paths.origin[last].source, 2);  // it begins with the first source unit
  EXPECT_EQ(paths.origin[last].target, 2);
}

TEST(BeadStoreTest, GivesTheBeadsOfTheScorerAgainAndAgain) {
  std::mt19937 random(72);
  SmallProblem problem(test::random_units(random, Language::thai, 5),
                       test::random_units(random, Language::english, 5), Corridor::full(5, 5));
  BeadStore store(problem.scorer, problem.scored);
  for (int pass = 0; pass < 2; ++pass) {
    for (std::uint32_t i = 0; i < 5; ++i) {
      const std::vector<double> kept = store.from(i).scores;
      EXPECT_EQ(kept, problem.scorer.runs_from(i).scores);
    }
  }
}

}  // namespace
}  // namespace thalign
