// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/closest.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace thalign::cli {
namespace {

TEST(ClosestTest, CountsLettersLeftOutPutInExchangedAndSwapped) {
  const std::array<std::string, 3> commands{"align", "segment", "convert"};
  EXPECT_EQ(closest("alin", commands), "align");
  EXPECT_EQ(closest("aalign", commands), "align");
  EXPECT_EQ(closest("segmant", commands), "segment");
  EXPECT_EQ(closest("covnert", commands), "convert");
  EXPECT_EQ(closest("ALIGN", commands), "align");
}

TEST(ClosestTest, FindsNothingThatIsFar) {
  const std::array<std::string, 2> commands{"align", "segment"};
  EXPECT_EQ(closest("alxyz", commands), std::nullopt);
  EXPECT_EQ(closest("evaluate", commands), std::nullopt);
  EXPECT_EQ(closest("", commands), std::nullopt);
  EXPECT_EQ(closest("align", {}), std::nullopt);
}

TEST(ClosestTest, ASwapIsOneEditNotTwo) {
  // Two edits would be more than a third of four letters.
  const std::array<std::string, 1> formats{"jsno"};
  EXPECT_EQ(closest("json", formats), "jsno");
}

TEST(ClosestTest, TakesTheNearestAndTheFirstOfEquals) {
  const std::array<std::string, 3> keys{"formats", "format", "formas"};
  EXPECT_EQ(closest("format", keys), "format");
  EXPECT_EQ(closest("formal", std::array<std::string, 2>{"format", "formas"}), "format");
}

TEST(ClosestTest, SuggestsOrLists) {
  const std::array<std::string, 2> commands{"align", "segment"};
  EXPECT_EQ(suggest("aling", commands), "did you mean 'align'?");
  EXPECT_EQ(suggest("paint", commands), "give one of: align, segment");
}

}  // namespace
}  // namespace thalign::cli
