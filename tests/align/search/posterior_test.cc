// SPDX-License-Identifier: Apache-2.0
#include "align/search/posterior.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <utility>

#include "tests/align/search/oracle.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::SmallProblem;

TEST(LogSumTest, AddsExponentials) {
  LogSum sum;
  EXPECT_EQ(sum.log(), kImpossible);
  sum.add(std::log(2.0));
  sum.add(std::log(3.0));
  sum.add(std::log(0.5));
  EXPECT_NEAR(std::exp(sum.log()), 5.5, 1e-12);
}

TEST(LogSumTest, TermsMayBeFarApart) {
  LogSum sum;
  sum.add(-1000.0);
  sum.add(1000.0);
  sum.add(-1000.0);
  EXPECT_DOUBLE_EQ(sum.log(), 1000.0);
}

/// A posterior and all it refers to.
struct Lattice {
  explicit Lattice(SmallProblem& problem)
      : nulls(problem.scorer, problem.corridor),
        beads(problem.scorer, problem.scored),
        paths(best_paths(beads, nulls, problem.corridor)),
        posterior(beads, nulls, problem.corridor, paths, problem.scorer.posterior_scale()) {}

  NullSteps nulls;
  BeadStore beads;
  BestPaths paths;
  Posterior posterior;
};

TEST(PosteriorTest, LikelyPairsAreAllThatPathsGoThrough) {
  constexpr double kReported = -18.0;
  std::mt19937 random(73);
  std::size_t by_null_units_alone = 0;
  for (int round = 0; round < 60; ++round) {
    const std::uint32_t n = 1 + static_cast<std::uint32_t>(random() % 4);
    const std::uint32_t m = 1 + static_cast<std::uint32_t>(random() % 4);
    SmallProblem problem(test::random_units(random, Language::thai, n),
                         test::random_units(random, Language::english, m),
                         test::random_corridor(random, n, m));
    const test::Oracle oracle(problem);
    const Lattice lattice(problem);
    if (lattice.paths.best(problem.corridor.cells() - 1) == kImpossible) continue;
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    std::pair<std::uint32_t, std::uint32_t> last = {n + 1, 0};
    for (const auto& [pair, log_posterior] : lattice.posterior.likely()) {
      const std::pair at(pair.source, pair.target);
      EXPECT_LT(at, last) << "descending";
      last = at;
      found.insert(at);
      EXPECT_NEAR(std::exp(log_posterior), oracle.through(at.first, at.second), 1e-6);
    }
    for (std::uint32_t i = 0; i <= n; ++i) {
      for (std::uint32_t j = 0; j <= m; ++j) {
        if (std::log(oracle.through(i, j)) < kReported / 2) continue;
        EXPECT_TRUE(found.contains({i, j}));
        const bool bead_ends = i > 0 && j > 0 && oracle.source_end(i - 1) > 1e-6;
        by_null_units_alone += i + j > 0 && !bead_ends ? 1 : 0;
      }
    }
  }
  EXPECT_GT(by_null_units_alone, 10U);  // the test sees pairs that no bead ends at
}

TEST(PosteriorTest, ASmallerScaleIsLessSure) {
  SmallProblem problem(test::text_of_units(Language::thai, {"แมว", "ข้าว"}, {3, 3}),
                       test::text_of_units(Language::english, {"cat", "rice"}, {3, 3}),
                       Corridor::full(2, 2));
  Lattice lattice(problem);
  const double score = problem.scorer.score({0, 1}, {0, 1});
  const Posterior half(lattice.beads, lattice.nulls, problem.corridor, lattice.paths,
                       problem.scorer.posterior_scale() / 4);
  const double sure = lattice.posterior.bead({0, 1}, {0, 1}, score);
  EXPECT_GT(sure, 0.5);
  EXPECT_LT(half.bead({0, 1}, {0, 1}, score), sure);
}

TEST(PosteriorTest, EachUnitEndsOrIsNullOrStandsInside) {
  std::mt19937 random(75);
  for (int round = 0; round < 30; ++round) {
    SmallProblem problem(test::random_units(random, Language::thai, 6),
                         test::random_units(random, Language::english, 7), Corridor::full(6, 7));
    const Lattice lattice(problem);
    for (std::size_t u = 0; u < 6; ++u) {
      const double ends = lattice.posterior.source_ends()[u];
      const double null = lattice.posterior.source_null()[u];
      EXPECT_GE(ends, 0.0);
      EXPECT_GE(null, 0.0);
      EXPECT_LE(ends + null, 1.0 + 1e-9);
    }
    // The last unit ends a bead or is null.
    EXPECT_NEAR(lattice.posterior.source_ends()[5] + lattice.posterior.source_null()[5], 1.0, 1e-9);
    EXPECT_NEAR(lattice.posterior.target_ends()[6] + lattice.posterior.target_null()[6], 1.0, 1e-9);
  }
}

}  // namespace
}  // namespace thalign
