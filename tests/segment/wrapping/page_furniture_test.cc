// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/page_furniture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

/// The lines of `text` that belong to pages, joined.
std::string furniture(const std::string& text) {
  const auto lines = text_lines(text);
  const std::vector<bool> found = page_furniture(text, lines);
  std::string result;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) result += text.substr(lines[i].content.begin, lines[i].content.size()) + "|";
  }
  return result;
}

/// A page of different lines with a head and its number as the foot.
std::string page(int number, const std::string& foot) {
  std::string text = "Yearly report of the harbour\n";
  for (int line = 0; line < 16; ++line)
    text += "line " + std::string(1, static_cast<char>('a' + line)) + " of part " +
            std::string(static_cast<std::size_t>(number), 'x') + "\n";
  return text + foot + "\n";
}

TEST(PageFurnitureTest, HeadsAndNumbersAroundFormFeeds) {
  EXPECT_EQ(furniture(page(1, "- 1 -") + "\f" + page(2, "- 2 -") + "\f" + page(3, "- 3 -")),
            "Yearly report of the harbour|- 1 -|Yearly report of the harbour|- 2 -|"
            "Yearly report of the harbour|- 3 -|");
}

TEST(PageFurnitureTest, PagesByNumbersThatCountUp) {
  EXPECT_THAT(furniture(page(1, "หน้า ๑") + page(2, "หน้า ๒") + page(3, "หน้า ๓")),
              testing::HasSubstr("หน้า ๒|"));
}

TEST(PageFurnitureTest, ATextOfOnePageHasNone) {
  EXPECT_EQ(furniture(page(1, "- 1 -")), "");
  EXPECT_EQ(furniture(""), "");
}

}  // namespace
}  // namespace thalign
