// SPDX-License-Identifier: Apache-2.0
#include "text/segmented_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace thalign {
namespace {

SegmentedText segmented(std::string text, std::vector<Unit> units) {
  Document document = Document::from_bytes(std::move(text), {.name = "test"});
  Words words(document.text());
  return {std::move(document), std::move(words), std::move(units)};
}

TEST(SegmentedTextTest, NoTextNoUnits) {
  const SegmentedText text = segmented(" \n\u200B ", {});
  EXPECT_TRUE(text.units().empty());
  EXPECT_EQ(text.bytes({0, 0}), (ByteRange{0, 0}));
  EXPECT_EQ(text.text({0, 0}), "");
}

TEST(SegmentedTextTest, TextOfUnitsIncludesTheGapsBetweenThem) {
  const SegmentedText text =
      segmented(" One.  Two. \nสาม", {{{1, 5}, 0, 2}, {{7, 11}, 0, 3}, {{13, 22}, 1, 0}});
  EXPECT_EQ(text.text({0, 1}), "One.");
  EXPECT_EQ(text.text({0, 2}), "One.  Two.");
  EXPECT_EQ(text.text({1, 3}), "Two. \nสาม");
  EXPECT_EQ(text.bytes({2, 3}), (ByteRange{13, 22}));
  EXPECT_TRUE(text.bytes({1, 1}).empty());
}

TEST(SegmentedTextTest, KeepsDocumentWordsAndUnits) {
  const SegmentedText text = segmented("Two words", {{{0, 3}, 0, -1}, {{4, 9}, 0, 0}});
  EXPECT_EQ(text.document().name(), "test");
  EXPECT_EQ(text.words().all().size(), 2U);
  ASSERT_EQ(text.units().size(), 2U);
  EXPECT_EQ(text.units()[0].break_after, -1.0F);
}

#ifndef NDEBUG
using SegmentedTextDeathTest = testing::Test;

TEST(SegmentedTextDeathTest, BrokenInvariantsAreCaught) {
  const auto with = [](std::vector<Unit> units) { segmented("one two", std::move(units)); };
  EXPECT_DEATH(with({}), "invariant");
  EXPECT_DEATH(with({{{0, 3}, 0, 0}}), "invariant");                  // "two" in no unit
  EXPECT_DEATH(with({{{0, 4}, 0, 0}, {{4, 7}, 0, 0}}), "invariant");  // space at an edge
  EXPECT_DEATH(with({{{0, 3}, 1, 0}, {{4, 7}, 0, 0}}), "invariant");  // paragraph descends
  EXPECT_DEATH(with({{{4, 7}, 0, 0}, {{0, 3}, 0, 0}}), "invariant");  // order
  EXPECT_DEATH(with({{{0, 7}, 0, 0}, {{7, 7}, 0, 0}}), "invariant");  // empty unit
}
#endif

}  // namespace
}  // namespace thalign
