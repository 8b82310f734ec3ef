// SPDX-License-Identifier: Apache-2.0
#include "align/alignment.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <vector>

namespace thalign {
namespace {

TEST(AlignmentTest, NoTextNoBeads) {
  const Alignment alignment({}, 0, 0);
  EXPECT_TRUE(alignment.beads().empty());
}

TEST(AlignmentTest, KeepsBeadsThatTile) {
  const Alignment alignment({{{0, 2}, {0, 1}, 3.5, 0.75}, {{2, 3}, {1, 1}}, {{3, 3}, {1, 4}}}, 3,
                            4);
  ASSERT_EQ(alignment.beads().size(), 3U);
  EXPECT_EQ(alignment.beads()[0].source, (UnitRange{0, 2}));
  EXPECT_EQ(alignment.beads()[0].score, 3.5);
  EXPECT_EQ(alignment.beads()[0].confidence, 0.75);
  EXPECT_FALSE(alignment.beads()[0].is_null());
  EXPECT_TRUE(alignment.beads()[1].is_null());
  EXPECT_TRUE(alignment.beads()[2].is_null());
}

TEST(AlignmentTest, EachViolationThrows) {
  const struct {
    const char* what;
    std::vector<Bead> beads;
  } cases[] = {
      {"source unit 0 left out", {{{1, 2}, {0, 2}}}},
      {"target unit 0 left out", {{{0, 2}, {1, 2}}}},
      {"source gap", {{{0, 0}, {0, 1}}, {{1, 2}, {1, 2}}}},
      {"target gap", {{{0, 1}, {0, 0}}, {{1, 2}, {1, 2}}}},
      {"source overlap", {{{0, 2}, {0, 1}}, {{1, 2}, {1, 2}}}},
      {"target overlap", {{{0, 1}, {0, 2}}, {{1, 2}, {1, 2}}}},
      {"crossing", {{{1, 2}, {0, 1}}, {{0, 1}, {1, 2}}}},
      {"order", {{{1, 2}, {1, 2}}, {{0, 1}, {0, 1}}}},
      {"empty bead", {{{0, 1}, {0, 1}}, {{1, 1}, {1, 1}}, {{1, 2}, {1, 2}}}},
      {"backwards", {{{0, 2}, {0, 2}}, {{2, 1}, {2, 2}}, {{1, 2}, {2, 2}}}},
      {"source ends early", {{{0, 1}, {0, 2}}}},
      {"target ends early", {{{0, 2}, {0, 1}}}},
      {"source ends late", {{{0, 3}, {0, 2}}}},
      {"target ends late", {{{0, 2}, {0, 3}}}},
      {"no beads", {}},
  };
  for (const auto& c : cases) EXPECT_THROW(Alignment(c.beads, 2, 2), std::logic_error) << c.what;
}

}  // namespace
}  // namespace thalign
