// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/characters.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(CharactersTest, OfOneToFourBytes) {
  constexpr std::string_view kText = "a\u00E9\u0E01\U0001F600";
  std::size_t at = 0;
  EXPECT_EQ(next_character(kText, at), 'a');
  EXPECT_EQ(at, 1U);
  EXPECT_EQ(next_character(kText, at), 0xE9);
  EXPECT_EQ(next_character(kText, at), 0x0E01);
  EXPECT_EQ(at, 6U);
  EXPECT_EQ(next_character(kText, at), 0x1F600);
  EXPECT_EQ(at, kText.size());
}

TEST(CharactersTest, TheLastOne) {
  EXPECT_EQ(last_character("a\u0E01"), 0x0E01);
  EXPECT_EQ(last_character("\u0E01a"), 'a');
  EXPECT_EQ(last_character("\U0001F600"), 0x1F600);
  EXPECT_EQ(character_at("a\u0E01", 1), 0x0E01);
}

}  // namespace
}  // namespace thalign
