// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/text_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextKeysTest, KeysOfUnitsInOrder) {
  const SegmentedText text =
      test::text_of_units(Language::english, {"Cats, 1,000", "rice"}, {0.0F, 0.0F});
  const TextKeys keys(text);
  EXPECT_THAT(keys.in({0, 1}), ElementsAre("cat", "#1000"));
  EXPECT_THAT(keys.in({1, 2}), ElementsAre("rice"));
  EXPECT_THAT(keys.in({1, 1}), IsEmpty());
  EXPECT_THAT(keys.all(), ElementsAre("cat", "#1000", "rice"));
}

}  // namespace
}  // namespace thalign
