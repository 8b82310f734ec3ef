// SPDX-License-Identifier: Apache-2.0
#include "tm/repair.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(RepairCountsTest, CountsByKindInTheOrderTheyCameFirst) {
  RepairCounts counts;
  EXPECT_EQ(counts.total(), 0U);
  counts.add({.kind = "b", .detail = "first", .line = 1});
  counts.add({.kind = "a", .detail = "other", .line = 2});
  counts.add({.kind = "b", .detail = "second", .line = 3});
  EXPECT_EQ(counts.total(), 3U);
  ASSERT_EQ(counts.entries().size(), 2U);
  EXPECT_EQ(counts.entries()[0].first.detail, "first");
  EXPECT_EQ(counts.entries()[0].count, 2U);
  EXPECT_EQ(counts.entries()[1].first.kind, "a");
  EXPECT_EQ(counts.entries()[1].count, 1U);
}

}  // namespace
}  // namespace thalign
