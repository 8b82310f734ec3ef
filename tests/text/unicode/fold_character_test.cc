// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/fold_character.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(FoldCharacterTest, WhatNoReaderSees) {
  for (const UChar32 c : {0x00AD, 0x200B, 0x200D, 0x200E, 0x2060, 0xFEFF})
    EXPECT_TRUE(is_hidden(c)) << c;
  for (const UChar32 c : {0x0020, 0x00A0, 0x0E33, 0x0E46, 0x2026}) EXPECT_FALSE(is_hidden(c)) << c;
}

TEST(FoldCharacterTest, FormsOfOldFonts) {
  EXPECT_EQ(shifted_thai(0xF70A), 0x48U);  // MAI EK, low
  EXPECT_EQ(shifted_thai(0xF6FF), 0U);
  EXPECT_EQ(shifted_thai(0xF71B), 0U);
  EXPECT_EQ(shifted_thai(0x0E48), 0U);
}

TEST(FoldCharacterTest, CaseAndWidth) {
  EXPECT_EQ(fold_character(0x00C9), 0x00E9);  // É
  EXPECT_EQ(fold_character(0xFF21), 'a');     // fullwidth A
  EXPECT_EQ(fold_character(0x6F22), 0x6F22);  // a Chinese character
}

}  // namespace
}  // namespace thalign
