// SPDX-License-Identifier: Apache-2.0
#include "align/search/fixed_beads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "align/search/problem.h"
#include "segment/segment.h"
#include "tests/align/search/search_texts_of.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::CommonNumbers;
using test::texts_of;

TEST(FixedBeadsTest, AreScoredByTheModelOfTheirTexts) {
  std::mt19937 random(53);
  const CommonNumbers words(random, 6);
  const std::vector<float> breaks(6, 1.0F);
  ScoreWeights weights;
  weights[Term::bead] = 17.0;
  const test::SmallProblem problem(test::text_of_units(Language::thai, words.thai, breaks),
                                   test::text_of_units(Language::english, words.english, breaks),
                                   Corridor::full(6, 6), ScoreModel(weights));
  const std::vector<FixedBead> fixed = {{{2, 4}, {2, 3}}};
  const Solution solution = solve_around(texts_of(problem), fixed);
  EXPECT_NO_THROW(Alignment(solution.beads, 6, 6));
  EXPECT_EQ(solution.statistics.blocks, 2U);
  bool is_there = false;
  int pairs = 0;
  for (const Bead& bead : solution.beads) {
    pairs += bead.is_null() ? 0 : 1;
    if (bead.source != UnitRange{2, 4}) continue;
    is_there = true;
    EXPECT_EQ(bead.target, (UnitRange{2, 3}));
    EXPECT_NEAR(bead.score, problem.scorer.score({2, 4}, {2, 3}), 1e-9);
  }
  EXPECT_TRUE(is_there);
  // Beads are worth so much that the regions have as many as they can.
  EXPECT_EQ(pairs, 5);
}

TEST(FixedBeadsTest, ManyTakeLinearTime) {
  constexpr std::uint32_t kLines = 60'000 / THALIGN_ONE_ROUND_OF;
  std::string lines;
  for (std::uint32_t line = 0; line < kLines; ++line) lines += "*\n";
  const SegmentedText thai =
      presegmented(Document::from_bytes("ก\n" + lines, {.language = Language::thai}));
  const SegmentedText english =
      presegmented(Document::from_bytes("a\n" + lines, {.language = Language::english}));
  const Problem problem(thai, english, Lexicon::empty());
  std::vector<FixedBead> fixed;
  for (std::uint32_t line = 0; line <= kLines; ++line) {
    const UnitRange unit = {line, line + 1};
    fixed.push_back(line % 3 == 0 ? FixedBead{unit, {}} : FixedBead{unit, unit});
    if (line % 3 == 0) fixed.push_back({{}, unit});
  }
  const auto start = std::chrono::steady_clock::now();
  const Solution solution = solve_around(problem.texts(), fixed);
  // Less than a second; half a minute if each fixed bead looks through all texts or all others.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
  EXPECT_NO_THROW(Alignment(solution.beads, kLines + 1, kLines + 1));
}

TEST(FixedBeadsTest, FixedNullBeadsStayApartFromTheirNeighbours) {
  // No sentence ends by the text alone, so that a run of null units is one bead.
  const std::vector<float> breaks(6, -4.0F);
  const test::SmallProblem problem(
      test::text_of_units(Language::thai, {"แมว", "ข้าว", "น้ำ", "ถนน", "ไป", "สีแดง"}, breaks),
      test::text_of_units(Language::english, {"cat"}, {1.0F}), Corridor::full(6, 1));
  const std::vector<FixedBead> fixed = {{{0, 1}, {0, 1}}, {{2, 4}, {1, 1}}};
  const Solution solution = solve_around(texts_of(problem), fixed);
  std::vector<UnitRange> sources;
  for (const Bead& bead : solution.beads) sources.push_back(bead.source);
  EXPECT_THAT(sources, ::testing::ElementsAre(UnitRange{0, 1}, UnitRange{1, 2}, UnitRange{2, 4},
                                              UnitRange{4, 6}));
}

}  // namespace
}  // namespace thalign
