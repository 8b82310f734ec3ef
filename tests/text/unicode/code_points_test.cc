// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/code_points.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/text/random_text.h"

namespace thalign {
namespace {

TEST(CodePointIndexTest, EmptyText) {
  const CodePointIndex index("");
  EXPECT_EQ(index.size(), 0U);
  EXPECT_EQ(index.code_point(0), 0U);
  EXPECT_EQ(index.byte(0), 0U);
}

TEST(CodePointIndexTest, CountsCharactersOfEveryLength) {
  const CodePointIndex index("aéก😀z");
  EXPECT_EQ(index.size(), 5U);
  EXPECT_EQ(index.code_point(6), 3U);
  EXPECT_EQ(index.byte(4), 10U);
  EXPECT_EQ(index.code_points({1, 10}), (CodePointRange{1, 4}));
  EXPECT_EQ(index.bytes({1, 4}), (ByteRange{1, 10}));
}

TEST(CodePointIndexTest, AgreesWithAPlainCount) {
  std::mt19937 random(1);
  for (const std::size_t pieces : {1U, 60U, 300U, 2000U}) {
    const std::string text = test::random_text(random, pieces);
    const CodePointIndex index(text);
    std::uint32_t count = 0;
    for (std::uint32_t offset = 0; offset < text.size(); ++offset) {
      if (!test::is_boundary(text, offset)) continue;
      ASSERT_EQ(index.code_point(offset), count) << offset;
      ASSERT_EQ(index.byte(count), offset) << count;
      ++count;
    }
    EXPECT_EQ(index.size(), count);
    EXPECT_EQ(index.code_point(static_cast<std::uint32_t>(text.size())), count);
    EXPECT_EQ(index.byte(count), text.size());
  }
}

TEST(CodePointIndexTest, TextThatFillsABlock) {
  for (const std::size_t size : {255U, 256U, 257U, 512U}) {
    const std::string text(size, 'x');
    const CodePointIndex index(text);
    EXPECT_EQ(index.size(), size);
    EXPECT_EQ(index.code_point(static_cast<std::uint32_t>(size)), size);
    EXPECT_EQ(index.byte(static_cast<std::uint32_t>(size)), size);
  }
}

}  // namespace
}  // namespace thalign
