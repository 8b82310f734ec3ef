// SPDX-License-Identifier: Apache-2.0
#include "align/search/problem.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "align/score/score_model.h"
#include "align/search/solve.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

TEST(ProblemTest, SolvesAsTheSearchOverItsParts) {
  std::mt19937 random(12);
  for (int round = 0; round < 20; ++round) {
    const SegmentedText source = test::random_units(random, Language::thai, 5);
    const SegmentedText target = test::random_units(random, Language::english, 6);
    const Problem problem(source, target, test::toy_lexicon());
    test::SmallProblem parts(source, target, Corridor::full(5, 6), ScoreModel::shipped());
    const Solution expected = test::solve(parts);
    const Solution found = solve(problem.texts());
    ASSERT_EQ(found.beads.size(), expected.beads.size());
    for (std::size_t i = 0; i < found.beads.size(); ++i) {
      EXPECT_EQ(found.beads[i].source, expected.beads[i].source);
      EXPECT_EQ(found.beads[i].target, expected.beads[i].target);
      EXPECT_DOUBLE_EQ(found.beads[i].score, expected.beads[i].score);
    }
  }
}

TEST(ProblemTest, EnglishMayBeTheSource) {
  const SegmentedText english =
      test::text_of_units(Language::english, {"cat", "rice water"}, {1, 0});
  const SegmentedText thai = test::text_of_units(Language::thai, {"แมว", "ข้าวน้ำ"}, {1, 0});
  const Problem problem(english, thai, test::toy_lexicon());
  const Solution solution = solve(problem.texts());
  ASSERT_EQ(solution.beads.size(), 2U);
  EXPECT_EQ(solution.beads[0].source, (UnitRange{0, 1}));
  EXPECT_EQ(solution.beads[0].target, (UnitRange{0, 1}));
}

TEST(ProblemTest, LinksRaiseTheConfidence) {
  const ScoreModel plain;  // words of toys are not sentences, which the shipped model has learnt
  const auto least_confidence = [&](const std::vector<std::string>& english_units) {
    const SegmentedText thai =
        test::text_of_units(Language::thai, {"แมว", "ข้าว", "ถนน 12"}, {0.5, -0.5, 0});
    const SegmentedText english =
        test::text_of_units(Language::english, english_units, {0.5, -0.5, 0});
    const Problem problem(thai, english, test::toy_lexicon(), plain);
    double least = 1.0;
    for (const Bead& bead : solve(problem.texts()).beads) least = std::min(least, bead.confidence);
    return least;
  };
  EXPECT_GT(least_confidence({"cat", "rice", "road 12"}),
            least_confidence({"sea", "salt", "moon 34"}));
}

TEST(ProblemTest, AbbreviationsAreLinkedWithAcronyms) {
  const SegmentedText thai =
      test::text_of_units(Language::thai, {"หน่วยงาน สลท. (QWX)", "แมว สลท."}, {1, 0});
  const SegmentedText english =
      test::text_of_units(Language::english, {"agency QWX", "cat QWX"}, {1, 0});
  const Problem problem(thai, english, test::toy_lexicon());
  const Symbol abbreviation = problem.vocabulary().find("~qwx");
  ASSERT_LT(abbreviation, problem.vocabulary().size());
  const Symbol acronym = problem.vocabulary().find("qwx");
  EXPECT_TRUE(std::ranges::any_of(problem.forward().of(abbreviation),
                                  [&](const Link& link) { return link.symbol == acronym; }));
  EXPECT_EQ(std::ranges::count(problem.source().tokens, abbreviation), 2);
}

}  // namespace
}  // namespace thalign
