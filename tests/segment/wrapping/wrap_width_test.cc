// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/wrap_width.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "tests/segment/wrapping/wrap.h"

namespace thalign {
namespace {

/// What explains the line ends of `text` best.
WrapFit fitted(const std::string& text) {
  const std::vector<TextLine> lines = text_lines(text);
  const std::vector<LineEnd> ends = line_ends(text, lines);
  return fit_width({lines, ends}, std::vector<bool>(ends.size(), true), kAllThaiBreaks);
}

TEST(WrapWidthTest, TheWidthOfWrappedProseIsFound) {
  for (const std::uint32_t width : {50U, 64U, 72U}) {
    const WrapFit english = fitted(wrapped(kEnglishProse, width, Breaks::spaces));
    EXPECT_NEAR(english.width.columns, width, 1) << width;
    EXPECT_GT(english.log_ratio, 5.0F) << width;
    const WrapFit thai = fitted(wrapped(kThaiProse, width, Breaks::letters));
    EXPECT_NEAR(thai.width.columns, width, 2) << width;
    EXPECT_NE(thai.width.thai, ThaiBreaks::spaces);
  }
}

TEST(WrapWidthTest, ProseOfAParagraphALineIsNotWrapped) {
  EXPECT_LE(fitted(std::string(kEnglishProse)).log_ratio, 0.0F);
}

TEST(WrapWidthTest, NoLineEndsHaveNoWidth) {
  const WrapFit fit = fitted("one line");
  EXPECT_EQ(fit.width.columns, 0U);
  EXPECT_TRUE(fit.blocks.empty());
}

TEST(WrapWidthTest, BlocksAreConsecutiveLineEndsOfWrappedParagraphs) {
  const std::string text = wrapped(kEnglishProse, 60, Breaks::spaces);
  const std::vector<TextLine> lines = text_lines(text);
  const std::vector<LineEnd> ends = line_ends(text, lines);
  const WrapFit fit = fitted(text);
  ASSERT_FALSE(fit.blocks.empty());
  std::uint32_t last = 0;
  for (const WrapBlock& block : fit.blocks) {
    EXPECT_GE(block.begin, last);
    EXPECT_LT(block.begin, block.end);
    EXPECT_GT(block.wrapped, 0.5F);
    last = block.end;
  }
  EXPECT_LE(last, ends.size());
}

TEST(WrapWidthTest, ABlockOfMoreWrappedLinesMakesEachLikelier) {
  const std::string text = wrapped(kEnglishProse, 60, Breaks::spaces);
  const std::vector<TextLine> lines = text_lines(text);
  const std::vector<LineEnd> ends = line_ends(text, lines);
  const WrapInput input = {lines, ends};
  const WrapWidth width = {.columns = 60};
  const float few = wrapped_log_odds(input, ends.at(0), width, 0.5F);
  EXPECT_NEAR(wrapped_log_odds(input, ends.at(0), width, 0.9F), few + std::log(9.0F), 0.001F);
  EXPECT_GT(few, 0.0F);
}

}  // namespace
}  // namespace thalign
