// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_edges.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(LineEdgesTest, WhatStandsBeforeClosingMarksCounts) {
  EXPECT_EQ(last_kind("It rains.”"), LineTail::stop);
  EXPECT_EQ(last_kind("rain,')"), LineTail::comma);
  EXPECT_EQ(last_kind("as follows:"), LineTail::colon);
  EXPECT_EQ(last_kind("well-"), LineTail::hyphen);
}

TEST(LineEdgesTest, ALineOfClosingMarksAlone) {
  for (const char* const line : {"”", "’", ")", "”)", ")”’"})
    EXPECT_NE(last_kind(line), LineTail::stop) << line;
}

}  // namespace
}  // namespace thalign
