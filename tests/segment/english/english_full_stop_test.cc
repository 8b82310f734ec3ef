// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_full_stop.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "segment/english/english_view.h"
#include "segment/gap.h"

namespace thalign {
namespace {

/// What the first full stop, or run of dots, before white space says of an end.
std::optional<float> after_stop(const std::string& text) {
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const EnglishView view(input);
  for (std::uint32_t k = 0; k + 1 < view.size(); ++k) {
    if (view.folded(k).starts_with('.') && view.gap(k + 1) != GapKind::none)
      return after_no_plain_full_stop(view, k, k + 1);
  }
  ADD_FAILURE() << "no full stop in: " << text;
  return std::nullopt;
}

TEST(EnglishFullStopTest, AfterAPlainWordItHasNothingToSay) {
  EXPECT_EQ(after_stop("It rained. They left"), std::nullopt);
}

TEST(EnglishFullStopTest, TitlesNeverEnd) {
  EXPECT_EQ(after_stop("We met Dr. Somchai"), kNeverEnds);
}

TEST(EnglishFullStopTest, BeforeASmallLetterAbbreviationsGoOn) {
  EXPECT_EQ(after_stop("At 6 p.m. they left"), kNeverEnds);
}

TEST(EnglishFullStopTest, InitialsRatherGoOn) {
  const auto initial = after_stop("It was J. Smith");
  ASSERT_TRUE(initial.has_value());
  EXPECT_LT(*initial, 0.0F);
  EXPECT_GT(*initial, kNeverEnds);
}

TEST(EnglishFullStopTest, FourDotsRatherEndThanThree) {
  const auto three = after_stop("It rained... They left");
  const auto four = after_stop("It rained.... They left");
  ASSERT_TRUE(three && four);
  EXPECT_GT(*four, *three);
  EXPECT_GT(*three, 0.0F);
}

}  // namespace
}  // namespace thalign
