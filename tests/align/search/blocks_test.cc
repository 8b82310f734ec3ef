// SPDX-License-Identifier: Apache-2.0
#include "align/search/blocks.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/search/problem.h"
#include "align/search/solve.h"
#include "segment/segment.h"
#include "tests/align/search/search_texts_of.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::long_texts;

TEST(BlocksTest, FindWhatTheSearchOfTheWholeDoes) {
  std::mt19937 random(30);
  for (int round = 0; round < (THALIGN_ONE_ROUND_OF == 1 ? 3 : 1); ++round) {
    SCOPED_TRACE(round);
    const auto [thai, english] = long_texts(random, 400);
    for (const auto& [source, target] : {std::pair(&thai, &english), std::pair(&english, &thai)}) {
      const Problem problem(*source, *target, test::toy_lexicon());
      const Solution expected = solve(problem.texts());
      const Solution found = solve(problem.texts(), {.block = 100});
      EXPECT_EQ(expected.statistics.blocks, 1U);
      EXPECT_GT(found.statistics.blocks, 2U);
      ASSERT_EQ(found.beads.size(), expected.beads.size());
      for (std::size_t b = 0; b < found.beads.size(); ++b) {
        EXPECT_EQ(found.beads[b].source, expected.beads[b].source);
        EXPECT_EQ(found.beads[b].target, expected.beads[b].target);
        // A block does not see the words before its first boundary.
        EXPECT_NEAR(found.beads[b].confidence, expected.beads[b].confidence, 0.1);
      }
      EXPECT_EQ(found.seams.size(), found.statistics.blocks - 1);
    }
  }
}

TEST(BlocksTest, TextsThatHaveNothingInCommonAreTiled) {
  std::mt19937 random(31);
  for (int round = 0; round < 10; ++round) {
    const auto [thai, unused] = long_texts(random, 90);
    const auto [other, english] = long_texts(random, 70);
    const Problem problem(thai, english, Lexicon::empty());
    const Solution solution = solve(problem.texts(), {.block = 8});
    EXPECT_NO_THROW(Alignment(solution.beads, problem.source().units(), problem.target().units()));
  }
}

TEST(BlocksTest, BlocksMoveOnWhereNothingIsCertain) {
  std::mt19937 random(33);
  const auto lines = [&](std::string_view letters) {
    std::string text;
    for (int line = 0; line < 600; ++line) {
      for (int n = 0; n < 6; ++n) text += letters[random() % letters.size()];
      text += '\n';
    }
    return text;
  };
  const SegmentedText source =
      presegmented(Document::from_bytes(lines("aeiou"), {.language = Language::english}));
  // Letters of no word in either script, so that nothing speaks for any bead.
  std::string thai = lines("0");
  for (std::size_t at = thai.find('0'); at != std::string::npos; at = thai.find('0', at + 3))
    thai.replace(at, 1, random() % 2 == 0 ? "\u0E01" : "\u0E02");
  const SegmentedText target =
      presegmented(Document::from_bytes(thai, {.language = Language::thai}));
  const Problem problem(source, target, Lexicon::empty());
  const Solution solution = solve(problem.texts(), {.block = 40});
  EXPECT_LT(solution.statistics.blocks, 2 * problem.source().units() / 40 + 2);
}

TEST(BlocksTest, ALongOmission) {
  std::mt19937 random(32);
  const auto [thai, english] = long_texts(random, 300);
  std::vector<std::string> rest;
  for (std::uint32_t u = 0; u < english.units().size(); ++u) {
    if (u < 60 || u > 220) rest.emplace_back(english.text({u, u + 1}));
  }
  const SegmentedText short_english =
      test::text_of_units(Language::english, rest, std::vector<float>(rest.size(), 2.0F));
  const Problem problem(thai, short_english, test::toy_lexicon());
  const Solution solution = solve(problem.texts(), {.block = 40});
  EXPECT_NO_THROW(Alignment(solution.beads, problem.source().units(), problem.target().units()));
}

}  // namespace
}  // namespace thalign
