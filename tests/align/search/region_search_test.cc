// SPDX-License-Identifier: Apache-2.0
#include "align/search/region_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "align/search/solve.h"
#include "tests/align/search/search_texts_of.h"
#include "tests/align/small_problem.h"
#include "text/error.h"

namespace thalign {
namespace {

using test::CommonNumbers;
using test::texts_of;
using test::total_score;
using ::testing::HasSubstr;

constexpr float kNoCoarsePass = std::numeric_limits<float>::infinity();

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

/// Of random problems that are pruned within a margin: those that were searched again, and those
/// whose best path was found.
struct Pruned {
  int again = 0;
  int best = 0;
};

constexpr int kProblems = 60;

Pruned search_pruned(float margin) {
  std::mt19937 random(54);
  Pruned found;
  for (int round = 0; round < kProblems; ++round) {
    const test::SmallProblem problem(test::random_units(random, Language::thai, 12),
                                     test::random_units(random, Language::english, 12),
                                     Corridor::full(12, 12));
    const Solution best = solve(texts_of(problem), {.loss_margin = kNoCoarsePass});
    const Solution pruned = solve(texts_of(problem), {.loss_margin = margin, .narrow = 0.0});
    if (pruned.statistics.searches > 1) ++found.again;
    if (std::abs(total_score(best) - total_score(pruned)) < 1e-6) ++found.best;
  }
  return found;
}

TEST(RegionSearchTest, SearchesAgainWhereTheCoarsePassErredAndNowhereElse) {
  // Within a narrow margin it errs by much of the margin now and then, within a wide one never.
  const Pruned narrow = search_pruned(3.0F);
  EXPECT_GT(narrow.again, 0);
  EXPECT_LT(narrow.again, kProblems / 4);
  const Pruned wide = search_pruned(20.0F);
  EXPECT_EQ(wide.again, 0);
  EXPECT_EQ(wide.best, kProblems);
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

}  // namespace
}  // namespace thalign
