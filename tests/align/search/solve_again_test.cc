// SPDX-License-Identifier: Apache-2.0
#include "align/search/solve_again.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "align/search/problem.h"
#include "align/search/solve.h"
#include "segment/segment.h"

namespace thalign {
namespace {

SegmentedText lines_of(const std::string& text, Language language) {
  return presegmented(Document::from_bytes(text, {.name = "text", .language = language}));
}

/// Five pairs of lines.
class SolveAgainTest : public ::testing::Test {
 protected:
  const SegmentedText thai_ =
      lines_of("ครูมีนักเรียน 14 คน\nรถออกเวลา 9.30 น.\nค่าอาหาร 250 บาท\nบ้านมี 3 ห้อง\nแมวมี 7 ตัว\n",
               Language::thai);
  const SegmentedText english_ = lines_of(
      "The teacher has 14 pupils.\nThe bus leaves at 9:30.\nFood costs 250 baht.\nThe house has 3 "
      "rooms.\nThere are 7 cats.\n",
      Language::english);
  const Problem problem_ = {thai_, english_, Lexicon::shipped()};
  const SearchTexts texts_ = problem_.texts();

  static std::vector<Bead> again(const SearchTexts& texts, std::vector<Bead> beads,
                                 const std::vector<bool>& changed) {
    Solution solution = solve(texts);
    solution.beads = std::move(beads);
    return solve_again(texts, std::move(solution), changed).beads;
  }
};

TEST_F(SolveAgainTest, NothingChangedNothingSearched) {
  // Wrong on purpose: what is not searched stays, with its confidence.
  const std::vector<Bead> wrong = {{{0, 5}, {0, 5}, 0.0, 0.125}};
  const std::vector<Bead> beads = again(texts_, wrong, {false});
  ASSERT_EQ(beads.size(), 1U);
  EXPECT_EQ(beads[0].source, (UnitRange{0, 5}));
  EXPECT_EQ(beads[0].confidence, 0.125);
}

TEST_F(SolveAgainTest, ChangedBeadsAreSearchedWhereTheyStand) {
  const std::vector<Bead> wrong = {
      {{0, 1}, {0, 1}, 0.0, 0.75}, {{1, 4}, {1, 4}, 0.0, 0.75}, {{4, 5}, {4, 5}, 0.0, 0.75}};
  const std::vector<Bead> beads = again(texts_, wrong, {false, true, false});
  ASSERT_EQ(beads.size(), 5U);
  for (std::uint32_t i = 0; i < 5; ++i) {
    EXPECT_EQ(beads[i].source, (UnitRange{i, i + 1}));
    EXPECT_EQ(beads[i].target, (UnitRange{i, i + 1}));
  }
}

}  // namespace
}  // namespace thalign
