// SPDX-License-Identifier: Apache-2.0
#include "text/ranges.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace thalign {
namespace {

static_assert(!std::is_convertible_v<ByteRange, UnitRange>);
static_assert(!std::is_convertible_v<CodePointRange, ByteRange>);

TEST(RangeTest, SizeAndEmptiness) {
  EXPECT_EQ((ByteRange{3, 7}.size()), 4U);
  EXPECT_FALSE((ByteRange{3, 7}.empty()));
  EXPECT_TRUE((ByteRange{3, 3}.empty()));
  EXPECT_TRUE(ByteRange{}.empty());
}

TEST(RangeTest, Contains) {
  const ByteRange range = {3, 7};
  EXPECT_TRUE(range.contains({3, 7}));
  EXPECT_TRUE(range.contains({4, 6}));
  EXPECT_FALSE(range.contains({2, 5}));
  EXPECT_FALSE(range.contains({5, 8}));
}

TEST(RangeTest, OrderedByBeginThenEnd) {
  EXPECT_LT((ByteRange{1, 9}), (ByteRange{2, 3}));
  EXPECT_LT((ByteRange{1, 3}), (ByteRange{1, 4}));
  EXPECT_EQ((ByteRange{1, 3}), (ByteRange{1, 3}));
}

}  // namespace
}  // namespace thalign
