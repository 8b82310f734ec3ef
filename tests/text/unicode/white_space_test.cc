// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/white_space.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace thalign {
namespace {

TEST(IsSpaceTest, ExactlyTheListedCharacters) {
  const std::vector<std::pair<char32_t, char32_t>> spaces = {
      {0x09, 0x0D},     {0x1C, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
      {0x1680, 0x1680}, {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
      {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    bool expected = false;
    for (const auto& [first, last] : spaces) expected = expected || (first <= c && c <= last);
    ASSERT_EQ(is_space(c), expected) << static_cast<std::uint32_t>(c);
  }
}

TEST(IsBlankTest, NothingButWhiteSpace) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \t\r\n\u00A0\u200B\uFEFF"));
  EXPECT_FALSE(is_blank("\u200Bก "));
  EXPECT_FALSE(is_blank("\u2060"));  // WORD JOINER is not white space
}

}  // namespace
}  // namespace thalign
