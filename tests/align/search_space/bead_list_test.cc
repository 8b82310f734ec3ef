// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/bead_list.h"

#include <gtest/gtest.h>

#include <vector>

namespace thalign {
namespace {

TEST(BeadListTest, ByFirstSourceUnitThenEndsWhateverTheOrderGiven) {
  const BeadList beads({{{1, 2}, {0, 1}, 1.0F},
                        {{0, 2}, {0, 1}, 2.0F},
                        {{0, 1}, {1, 2}, 3.0F},
                        {{0, 1}, {0, 3}, 4.0F},
                        {{0, 1}, {0, 2}, 5.0F}},
                       3);
  EXPECT_EQ(beads.size(), 5U);
  const auto first = beads.from(0);
  ASSERT_EQ(first.size(), 4U);
  EXPECT_EQ(first[0].source_end, 1U);
  EXPECT_EQ(first[0].target_end, 2U);
  EXPECT_EQ(first[1].target_end, 3U);
  EXPECT_EQ(first[2].target_begin, 1U);
  EXPECT_EQ(first[3].source_end, 2U);
  ASSERT_EQ(beads.from(1).size(), 1U);
  EXPECT_EQ(beads.from(1)[0].source_end, 2U);
  EXPECT_TRUE(beads.from(2).empty());
}

TEST(BeadListTest, MayBeEmpty) {
  const BeadList beads({}, 2);
  EXPECT_EQ(beads.size(), 0U);
  EXPECT_TRUE(beads.from(0).empty());
  EXPECT_TRUE(beads.from(1).empty());
}

}  // namespace
}  // namespace thalign
