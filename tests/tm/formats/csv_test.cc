// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/csv.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

TEST(CsvTest, EverySignOfAFormulaIsDefused) {
  for (const char* const sign :
       {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    EXPECT_TRUE(needs_apostrophe(std::string(sign) + "SUM(A1)")) << sign;
  }
  EXPECT_FALSE(needs_apostrophe("rain"));
  EXPECT_FALSE(needs_apostrophe(""));
  EXPECT_FALSE(needs_apostrophe("a=b"));
}

TEST(CsvTest, AlsoBehindWhatSpreadsheetsLeaveOut) {
  for (const char* const mark :
       {" ", "'", "\"", "\u00A0", "\u00AD", "\u200B", "\u2060", "\u3000", "\uFEFF"}) {
    EXPECT_TRUE(needs_apostrophe(std::string(mark) + "=1")) << mark;
    EXPECT_TRUE(needs_apostrophe(std::string(mark) + mark + "@a")) << mark;
    EXPECT_FALSE(needs_apostrophe(std::string(mark) + "rain")) << mark;
    EXPECT_FALSE(needs_apostrophe(mark)) << mark;
  }
}

}  // namespace
}  // namespace thalign
