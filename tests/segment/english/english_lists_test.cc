// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What `shown` gives of the words of `text` that `fits` holds for, those after a space.
template <typename Fits, typename Shown>
std::vector<std::string> words_where(std::string_view text, Fits fits, Shown shown) {
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const EnglishView view(input);
  const EnglishLists lists(view);
  std::vector<std::string> result;
  for (std::uint32_t k = 1; k < view.size(); ++k) {
    if (view.gap(k) == GapKind::space && fits(lists, k)) result.emplace_back(shown(view, k));
  }
  return result;
}

/// Words of `text` that follow a marker.
std::vector<std::string> after_markers(std::string_view text) {
  return words_where(
      text, [](const EnglishLists& lists, std::uint32_t k) { return lists.after_marker(k); },
      [](const EnglishView& view, std::uint32_t k) { return view.original(k); });
}

/// First words of items inside lines.
std::vector<std::string> items(std::string_view text) {
  return words_where(
      text, [](const EnglishLists& lists, std::uint32_t k) { return lists.begins_item(k); },
      [](const EnglishView& view, std::uint32_t k) { return view.chunk(k); });
}

TEST(EnglishListsTest, MarkersAtLineBegins) {
  EXPECT_THAT(after_markers("1. Open\n2) Shut\n(c) Wait\nIV. End\n2.1. Part\n12.) Last"),
              ElementsAre("Open", "Shut", "Wait", "End", "Part", "Last"));
  EXPECT_THAT(after_markers("• Open\n- Shut\n* Wait\n• 9. Go"),
              ElementsAre("Open", "Shut", "Wait", "9", "Go"));
}

TEST(EnglishListsTest, NoMarkers) {
  EXPECT_THAT(after_markers("Open it. Then 1 was left\n2024. A year\nOh! Well"), IsEmpty());
}

TEST(EnglishListsTest, ItemsInOneLine) {
  EXPECT_THAT(items("1) Open it 2) Shut it 3) Wait"), ElementsAre("2)", "3)"));
  EXPECT_THAT(items("a. Open it b. Shut it"), ElementsAre("b."));
  EXPECT_THAT(items("There are two ways: (1) open it (2) shut it"), ElementsAre("(2)"));
}

TEST(EnglishListsTest, ItemsAreNumberedInOrder) {
  EXPECT_THAT(items("1) Open it 3) Shut it"), IsEmpty());
  EXPECT_THAT(items("1) Open it 2. Shut it"), IsEmpty());
  EXPECT_THAT(items("Built by Ann. A. Moe and B. Lund were there"), IsEmpty());
  EXPECT_THAT(items("1) Open it\nSee 2) below"), IsEmpty());
}

}  // namespace
}  // namespace thalign
