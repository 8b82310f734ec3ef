// SPDX-License-Identifier: Apache-2.0
#include "align/search/search.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/align/search/oracle.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::Oracle;
using test::random_corridor;
using test::random_units;
using test::SmallProblem;
using test::solve;
using test::text_of_units;

double total(const Solution& solution) {
  double sum = 0.0;
  for (const Bead& bead : solution.beads) sum += bead.score;
  return sum;
}

/// Score of a tiling, added up bead by bead from what the scorer says.
double score_of(const std::vector<Bead>& beads, SmallProblem& problem) {
  const BeadScorer& scorer = problem.scorer;
  double sum = 0.0;
  const Bead* before = nullptr;
  for (const Bead& bead : beads) {
    const bool joined = before != nullptr &&
                        (bead.source.empty() ? before->source.empty() : before->target.empty());
    for (std::uint32_t u = bead.source.begin; bead.target.empty() && u < bead.source.end; ++u) {
      const bool opens = u == bead.source.begin && !joined;
      sum += scorer.null_source(u) +
             (opens ? scorer.null_source_open(u) : scorer.null_source_joined(u - 1));
    }
    for (std::uint32_t u = bead.target.begin; bead.source.empty() && u < bead.target.end; ++u) {
      const bool opens = u == bead.target.begin && !joined;
      sum += scorer.null_target(u) +
             (opens ? scorer.null_target_open(u) : scorer.null_target_joined(u - 1));
    }
    if (!bead.is_null()) sum += scorer.score(bead.source, bead.target);
    before = &bead;
  }
  return sum;
}

/// The confidence that a bead should have: of a null bead, that of its least sure unit.
double confidence(const Bead& bead, const Oracle& oracle) {
  if (!bead.is_null()) return oracle.posterior(bead.source, bead.target);
  double least = 1.0;
  for (std::uint32_t u = bead.source.begin; u < bead.source.end; ++u) {
    least = std::min(least, oracle.null_source(u));
  }
  for (std::uint32_t u = bead.target.begin; u < bead.target.end; ++u) {
    least = std::min(least, oracle.null_target(u));
  }
  return least;
}

void expect_as_oracle(SmallProblem& problem) {
  const Oracle oracle(problem);
  const Solution solution = solve(problem);
  ASSERT_NO_THROW(Alignment(solution.beads, problem.source.units(), problem.target.units()));
  EXPECT_NEAR(total(solution), oracle.best(), 1e-9);
  EXPECT_NEAR(score_of(solution.beads, problem), oracle.best(), 1e-3);  // sums of floats inside
  for (const Bead& bead : solution.beads) {
    EXPECT_TRUE(problem.corridor.contains(bead.source.begin, bead.target.begin));
    EXPECT_TRUE(problem.corridor.contains(bead.source.end, bead.target.end));
    EXPECT_NEAR(bead.confidence, confidence(bead, oracle), 1e-6);
  }
  ASSERT_EQ(solution.source_ends.size(), problem.source.units());
  ASSERT_EQ(solution.target_ends.size(), problem.target.units());
  for (std::uint32_t u = 0; u < problem.source.units(); ++u) {
    EXPECT_NEAR(solution.source_ends[u], oracle.source_end(u), 1e-6);
    EXPECT_NEAR(solution.source_null[u], oracle.null_source(u), 1e-6);
  }
  for (std::uint32_t u = 0; u < problem.target.units(); ++u) {
    EXPECT_NEAR(solution.target_ends[u], oracle.target_end(u), 1e-6);
    EXPECT_NEAR(solution.target_null[u], oracle.null_target(u), 1e-6);
  }
  // Pairs that beads or null units lead to are likely alike.
  double likely = 0.0;
  for (const LikelyPair& pair : solution.likely) {
    EXPECT_NEAR(std::exp(pair.log_posterior), oracle.through(pair.pair.source, pair.pair.target),
                1e-6);
    likely += std::exp(pair.log_posterior);
  }
  double through = 0.0;
  for (std::uint32_t i = 0; i <= problem.source.units(); ++i) {
    for (std::uint32_t j = 0; j <= problem.target.units(); ++j) through += oracle.through(i, j);
  }
  EXPECT_NEAR(likely, through, 1e-5);
}

TEST(SearchTest, EqualsTheOracleOnRandomTexts) {
  std::mt19937 random(6);
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    const auto source_units = static_cast<std::uint32_t>(random() % 6);
    const auto target_units = static_cast<std::uint32_t>(random() % 6);
    const SegmentedText source = random_units(random, Language::thai, source_units);
    const SegmentedText target = random_units(random, Language::english, target_units);
    // Cheap null runs, too, so that they win now and then; or any weights at all.
    ScoreWeights weights;
    weights[Term::null_thai_open] = test::uniform(random, -8.0, 0.0);
    weights[Term::null_english_open] = test::uniform(random, -8.0, 0.0);
    const std::string bytes = test::random_model(random);
    SmallProblem problem(source, target,
                         random() % 2 == 0 ? Corridor::full(source_units, target_units)
                                           : random_corridor(random, source_units, target_units),
                         round % 2 == 0 ? ScoreModel(weights) : ScoreModel(bytes, "random"));
    expect_as_oracle(problem);
    if (HasFailure()) return;
  }
}

TEST(SearchTest, EqualsTheOracleOnFiveByFive) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    SCOPED_TRACE(round);
    const SegmentedText source = random_units(random, Language::thai, 5);
    const SegmentedText target = random_units(random, Language::english, 5);
    SmallProblem problem(source, target, Corridor::full(5, 5));
    expect_as_oracle(problem);
  }
}

TEST(SearchTest, EqualsTheOracleWhereASideIsEmptyOrOneUnit) {
  std::mt19937 random(8);
  for (std::uint32_t units = 0; units <= 5; ++units) {
    for (std::uint32_t other = 0; other <= 1; ++other) {
      SCOPED_TRACE(testing::Message() << units << " x " << other);
      {
        SmallProblem problem(random_units(random, Language::thai, units),
                             random_units(random, Language::english, other),
                             Corridor::full(units, other));
        expect_as_oracle(problem);
      }
      SmallProblem problem(random_units(random, Language::thai, other),
                           random_units(random, Language::english, units),
                           Corridor::full(other, units));
      expect_as_oracle(problem);
    }
  }
}

TEST(SearchTest, NullRunsInAnyOrderWhereTheCorridorHasNoOtherWay) {
  // No bead is looked at, and (1, 0), after the source unit alone, is outside.
  SmallProblem problem(text_of_units(Language::thai, {"แมว"}, {0.0F}),
                       text_of_units(Language::english, {"cat"}, {0.0F}),
                       Corridor({{0, 1}, {1, 1}}), ScoreModel(),
                       std::make_unique<BeadList>(std::vector<Candidate>(), 1U));
  const Solution solution = solve(problem);
  ASSERT_EQ(solution.beads.size(), 2U);
  EXPECT_TRUE(solution.beads[0].source.empty());
  EXPECT_TRUE(solution.beads[1].target.empty());
  EXPECT_NEAR(solution.source_null[0], 1.0, 1e-9);
  EXPECT_NEAR(solution.target_null[0], 1.0, 1e-9);
}

TEST(SearchTest, NoTextNoBeads) {
  SmallProblem problem(text_of_units(Language::thai, {}, {}),
                       text_of_units(Language::english, {}, {}), Corridor::full(0, 0));
  EXPECT_TRUE(solve(problem).beads.empty());
}

TEST(SearchTest, SourceNullsStandBeforeTargetNulls) {
  // Nothing goes together: what is long faces what is short.
  const std::string much(2000, 'x');
  SmallProblem problem(text_of_units(Language::thai, {"แมว"}, {0}),
                       text_of_units(Language::english, {much}, {0}), Corridor::full(1, 1));
  const std::vector<Bead> beads = solve(problem).beads;
  ASSERT_EQ(beads.size(), 2U);
  EXPECT_EQ(beads[0].source, (UnitRange{0, 1}));
  EXPECT_EQ(beads[0].target, (UnitRange{0, 0}));
  EXPECT_EQ(beads[1].source, (UnitRange{1, 1}));
  EXPECT_EQ(beads[1].target, (UnitRange{0, 1}));
}

TEST(SearchTest, NullRunsAreCutWhereTheTextEndsASentence) {
  SmallProblem problem(text_of_units(Language::thai, {"แมว", "ข้าว", "น้ำ", "ถนน"}, {-1, 2, -1, 0}),
                       text_of_units(Language::english, {}, {}), Corridor::full(4, 0));
  const std::vector<Bead> beads = solve(problem).beads;
  ASSERT_EQ(beads.size(), 2U);
  EXPECT_EQ(beads[0].source, (UnitRange{0, 2}));
  EXPECT_EQ(beads[1].source, (UnitRange{2, 4}));
  for (const Bead& bead : beads) EXPECT_DOUBLE_EQ(bead.confidence, 1.0);
}

TEST(SearchTest, TranslationsMeet) {
  SmallProblem problem(
      text_of_units(Language::thai, {"แมว", "ข้าว", "น้ำ", "โรงเรียน"}, {1, 1, 1, 0}),
      text_of_units(Language::english, {"cat", "rice", "water", "school"}, {1, 1, 1, 0}),
      Corridor::full(4, 4));
  const std::vector<Bead> beads = solve(problem).beads;
  ASSERT_EQ(beads.size(), 4U);
  for (std::uint32_t u = 0; u < 4; ++u) {
    EXPECT_EQ(beads[u].source, (UnitRange{u, u + 1}));
    EXPECT_EQ(beads[u].target, (UnitRange{u, u + 1}));
  }
}

}  // namespace
}  // namespace thalign
