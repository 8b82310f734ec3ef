#include "align/search/region_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "align/search/fixed_beads.h"
#include "align/search/solve.h"
#include "tests/align/small_problem.h"
#include "text/error.h"

namespace thalign {
namespace {

using ::testing::HasSubstr;

constexpr float kNoCoarsePass = std::numeric_limits<float>::infinity();

SearchTexts texts_of(const test::SmallProblem& problem) {
  return {problem.source, problem.target, problem.forward, problem.backward, problem.model};
}

/// Units of three numbers each, the same on both sides; of few numbers, so that each is too common
/// to be a point of a chain.
struct CommonNumbers {
  std::vector<std::string> thai, english;

  CommonNumbers(std::mt19937& random, std::size_t units) {
    for (std::size_t u = 0; u < units; ++u) {
      std::string numbers;
      for (int n = 0; n < 3; ++n) numbers += " " + std::to_string(100 + random() % 12);
      thai.push_back("ข้าว" + numbers);
      english.push_back("rice" + numbers);
    }
  }
};

TEST(RegionSearchTest, SearchesAgainWhereThePathComesNearTheEdge) {
  // Thai lacks a part at its begin, English one at its end, so that the path leaves the diagonal;
  // no rare word shows where.
  constexpr std::uint32_t kShared = 180;
  constexpr std::uint32_t kLeftOut = 79;
  std::mt19937 random(51);
  const CommonNumbers all(random, kShared + 2 * kLeftOut);
  const std::vector<std::string> thai(all.thai.begin() + kLeftOut, all.thai.end());
  const std::vector<std::string> english(all.english.begin(), all.english.end() - kLeftOut);
  const std::vector<float> breaks(kShared + kLeftOut, 4.0F);
  const test::SmallProblem problem(test::text_of_units(Language::thai, thai, breaks),
                                   test::text_of_units(Language::english, english, breaks),
                                   Corridor::full(kShared + kLeftOut, kShared + kLeftOut));
  const SearchTexts texts = texts_of(problem);
  const SearchOptions options{.full_cells = 0, .margin = 0};
  const Corridor first = find_corridor(texts.source, texts.target, texts.forward, options);
  ASSERT_LT(first.cells(), problem.corridor.cells());
  const Solution solution = solve(texts, options);
  EXPECT_GT(solution.statistics.searches, 1U);
  EXPECT_GT(solution.statistics.corridor_pairs, first.cells());
  std::size_t right = 0;
  for (const Bead& bead : solution.beads)
    right += !bead.is_null() && bead.source.begin + kLeftOut == bead.target.begin ? 1 : 0;
  EXPECT_GT(right, kShared - kShared / 10);
}

TEST(RegionSearchTest, WordsThatNeverEndAreAlignedInLittleMemory) {
  const std::vector<std::string> thai(150, "น้ำ");
  const std::vector<std::string> english(150, "water");
  const std::vector<float> breaks(150, 2.0F);
  const test::SmallProblem problem(test::text_of_units(Language::thai, thai, breaks),
                                   test::text_of_units(Language::english, english, breaks),
                                   Corridor::full(150, 150));
  const SearchTexts texts = texts_of(problem);
  constexpr float kWide = 30.0F;
  const Solution all = solve(texts, {.loss_margin = kWide});
  constexpr std::size_t kBytes = 12'000'000;
  const Solution some = solve(texts, {.loss_margin = kWide, .bytes = kBytes});
  EXPECT_GT(all.statistics.candidates, 4 * some.statistics.candidates);
  EXPECT_GT(some.statistics.candidates, 1000U);
  EXPECT_LE(some.statistics.pairs * search_bytes_of_pair() +
                some.statistics.candidates * search_bytes_of_candidate(),
            kBytes);
  EXPECT_NO_THROW(Alignment(some.beads, 150, 150));
  double pairs = 0;
  for (const Bead& bead : some.beads) pairs += bead.is_null() ? 0 : 1;
  EXPECT_GT(pairs, 10);
}

TEST(RegionSearchTest, RefusesWhatNoPruningMakesFit) {
  const std::vector<std::string> thai(300, "สีแดง");
  const std::vector<std::string> english(300, "blue");
  const std::vector<float> breaks(300, 1.0F);
  const test::SmallProblem problem(test::text_of_units(Language::thai, thai, breaks),
                                   test::text_of_units(Language::english, english, breaks),
                                   Corridor::full(300, 300));
  for (const float margin : {30.0F, kNoCoarsePass}) {
    try {
      (void)solve(texts_of(problem), {.loss_margin = margin, .bytes = 100'000});
      FAIL() << "not refused";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::limit);
      EXPECT_THAT(error.what(), HasSubstr("300 units against 300"));
      EXPECT_THAT(error.what(), HasSubstr("split the documents"));
    }
  }
}

TEST(RegionSearchTest, ReportsWhatItLookedAt) {
  std::mt19937 random(52);
  const CommonNumbers words(random, 60);
  const std::vector<float> breaks(60, 4.0F);
  const test::SmallProblem problem(test::text_of_units(Language::thai, words.thai, breaks),
                                   test::text_of_units(Language::english, words.english, breaks),
                                   Corridor::full(60, 60));
  const AlignStatistics found = solve(texts_of(problem), {.narrow = 0.0}).statistics;
  EXPECT_EQ(found.corridor_pairs, 61U * 61U);
  EXPECT_LT(found.pairs, found.corridor_pairs);
  EXPECT_GT(found.candidates, 60U);
  EXPECT_EQ(found.blocks, 1U);
  EXPECT_GE(found.searches, 1U);
  EXPECT_GT(found.coarse, 0.0);
  EXPECT_GT(found.exact, 0.0);
  EXPECT_GT(found.posterior, 0.0);
}

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
