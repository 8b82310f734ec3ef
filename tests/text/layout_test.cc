// SPDX-License-Identifier: Apache-2.0
#include "text/layout.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

/// Two subtitles with a pause between them.
Layout two_cues() {
  return {.blocks = {},
          .times = {{.range = {10, 20}, .time = {1000, 3000}},
                    {.range = {30, 40}, .time = {5000, 5500}}}};
}

TEST(LayoutTest, TimeInsideARangeGoesByItsShare) {
  const Layout layout = two_cues();
  std::size_t next = 0;
  EXPECT_EQ(time_at(layout, 10, next), 1000U);
  EXPECT_EQ(time_at(layout, 15, next), 2000U);
  EXPECT_EQ(time_at(layout, 19, next), 2800U);
  EXPECT_EQ(time_at(layout, 35, next), 5250U);
}

TEST(LayoutTest, TimeBetweenRangesIsThatOfTheEdgeBefore) {
  const Layout layout = two_cues();
  std::size_t next = 0;
  EXPECT_EQ(time_at(layout, 0, next), 1000U) << "before the first range: where it begins";
  EXPECT_EQ(time_at(layout, 20, next), 3000U);
  EXPECT_EQ(time_at(layout, 29, next), 3000U);
  EXPECT_EQ(time_at(layout, 99, next), 5500U) << "behind the last range: where it ends";
}

TEST(LayoutTest, NextMovesToTheRangeThatBeginsAtThePlace) {
  const Layout layout = two_cues();
  std::size_t next = 0;
  time_at(layout, 29, next);
  EXPECT_EQ(next, 0U);
  EXPECT_EQ(time_at(layout, 30, next), 5000U);
  EXPECT_EQ(next, 1U);
}

}  // namespace
}  // namespace thalign
