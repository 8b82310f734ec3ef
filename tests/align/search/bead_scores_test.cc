// SPDX-License-Identifier: Apache-2.0
#include "align/search/bead_scores.h"

#include <gtest/gtest.h>

#include <algorithm>
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

std::vector<Bead> scored_beads(const SmallProblem& problem, std::vector<Bead> beads) {
  for (Bead& bead : beads) bead.score = -1e9;
  score_beads(test::texts_of(problem), beads);
  return beads;
}

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
    const std::vector<Bead> scored = scored_beads(problem, solution.beads);
    for (std::size_t k = 0; k < scored.size(); ++k)
      EXPECT_NEAR(scored[k].score, solution.beads[k].score, 1e-3) << k;
    if (HasFailure()) return;
  }
}

TEST(BeadScoresTest, ANullBeadThatGoesOnARunDoesNotOpenIt) {
  const std::vector<float> breaks = {1.0F, 1.0F, 1.0F};
  const SmallProblem problem(
      text_of_units(Language::thai, {"แมว ข้าว", "น้ำ", "ถนน"}, breaks),
      text_of_units(Language::english, {"school", "cat rice", "road"}, breaks),
      Corridor::full(3, 3));
  const std::vector<Bead> apart = scored_beads(problem, {{{0, 1}, {0, 0}, 0, 0},
                                                         {{1, 2}, {0, 0}, 0, 0},
                                                         {{2, 2}, {0, 1}, 0, 0},
                                                         {{2, 3}, {1, 3}, 0, 0}});
  const std::vector<Bead> together = scored_beads(
      problem, {{{0, 2}, {0, 0}, 0, 0}, {{2, 2}, {0, 1}, 0, 0}, {{2, 3}, {1, 3}, 0, 0}});
  EXPECT_NEAR(apart[0].score + apart[1].score, together[0].score, 1e-9);
  EXPECT_NEAR(apart[2].score, together[1].score, 1e-9) << "of the other text: a run of its own";
  EXPECT_NEAR(together[1].score, problem.scorer.null_target(0) + problem.scorer.null_target_open(0),
              1e-9);
}

/// Beads of parts of the texts are scored again where the parts meet, and nowhere else.
TEST(BeadScoresTest, AtSeamsAreThoseOfTheWhole) {
  std::mt19937 random(5);
  int scored_again = 0;
  int kept = 0;
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    constexpr std::uint32_t kUnits = 60;
    const std::string bytes = random_model(random);
    SmallProblem problem(random_units(random, Language::thai, kUnits),
                         random_units(random, Language::english, kUnits),
                         Corridor::full(kUnits, kUnits), ScoreModel(bytes, "random"));
    const SearchTexts texts = test::texts_of(problem);
    const Solution whole = test::solve(problem);
    const std::vector<Bead> expected = scored_beads(problem, whole.beads);
    // The beads of the whole, as if found in parts, whose scores are those of the parts.
    Solution parts;
    for (std::size_t first = 0; first < expected.size();) {
      const std::size_t end = std::min(expected.size(), first + 1 + random() % 20);
      const BoundaryPair from = {expected[first].source.begin, expected[first].target.begin};
      const Bead& last = expected[end - 1];
      const Features source = part_of(texts.source, {from.source, last.source.end});
      const Features target = part_of(texts.target, {from.target, last.target.end});
      Solution part;
      for (std::size_t k = first; k < end; ++k) {
        Bead bead = expected[k];
        bead.source = {bead.source.begin - from.source, bead.source.end - from.source};
        bead.target = {bead.target.begin - from.target, bead.target.end - from.target};
        part.beads.push_back(bead);
      }
      score_beads({source, target, texts.forward, texts.backward, texts.model}, part.beads);
      add_part(parts, part, part.beads.size(), from);
      first = end;
    }
    const std::vector<Bead> before = parts.beads;
    score_at_seams(texts, parts);
    EXPECT_TRUE(parts.seams.empty());
    ASSERT_EQ(parts.beads.size(), expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
      EXPECT_NEAR(parts.beads[k].score, expected[k].score, 1e-6) << k;
      EXPECT_EQ(parts.beads[k].source, expected[k].source);
      EXPECT_EQ(parts.beads[k].target, expected[k].target);
      (parts.beads[k].score == before[k].score ? kept : scored_again) += 1;
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(scored_again, 100);
  EXPECT_GT(kept, 100);
}

}  // namespace
}  // namespace thalign
