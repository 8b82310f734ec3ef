// SPDX-License-Identifier: Apache-2.0
#include "text/split_units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;

SegmentedText text_of_units(const std::string& bytes, std::vector<Unit> units) {
  Document document = Document::from_bytes(bytes, {.language = Language::english});
  Words words(document.text());
  return {std::move(document), std::move(words), std::move(units)};
}

std::vector<std::string> pieces(const SegmentedText& text) {
  std::vector<std::string> out;
  for (std::uint32_t u = 0; u < text.units().size(); ++u) out.emplace_back(text.text({u, u + 1}));
  return out;
}

TEST(SplitUnitsTest, TrimsSpacesOfAnyKind) {
  const std::string text = " \u00A0ก ข\u200B\n";
  EXPECT_EQ(trimmed(text, {0, static_cast<std::uint32_t>(text.size())}), (ByteRange{3, 10}));
  EXPECT_TRUE(trimmed(text, {0, 3}).empty());
  EXPECT_TRUE(trimmed(text, {3, 3}).empty());
}

TEST(SplitUnitsTest, CutsInsideUnitsAndWords) {
  const SegmentedText text =
      text_of_units("one two three", {{{0, 7}, 0, 1.5F}, {{8, 13}, 1, 0.0F}});
  const std::vector<std::uint32_t> edges = {0, 3, 4, 6, 10, 13};
  const SegmentedText cut = split_units(text, edges);
  EXPECT_THAT(pieces(cut), ElementsAre("one", "tw", "o", "th", "ree"));
  EXPECT_EQ(cut.units()[0].break_after, 0.0F);
  EXPECT_EQ(cut.units()[2].break_after, 1.5F);
  EXPECT_EQ(cut.units()[1].paragraph, 0U);
  EXPECT_EQ(cut.units()[3].paragraph, 1U);
}

TEST(SplitUnitsTest, EdgesBetweenUnitsChangeNothing) {
  const SegmentedText text = text_of_units("one  two", {{{0, 3}, 0, 1.0F}, {{5, 8}, 0, 0.0F}});
  const std::vector<std::uint32_t> edges = {0, 3, 4, 5, 8};
  EXPECT_THAT(pieces(split_units(text, edges)), ElementsAre("one", "two"));
  EXPECT_THAT(pieces(split_units(text, {})), ElementsAre("one", "two"));
}

}  // namespace
}  // namespace thalign
