// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_lines.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace thalign {
namespace {

/// Log-odds at each line end of `text` that has no blank line.
std::vector<float> odds(std::string_view text) {
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const EnglishView view(input);
  const EnglishLines lines(view);
  std::vector<float> result;
  for (std::uint32_t k = 1; k < view.size(); ++k) {
    if (view.gap(k) == GapKind::line_end) result.push_back(lines.log_odds(k));
  }
  return result;
}

TEST(EnglishLinesTest, ShortLinesWithRoomEndSentences) {
  for (const float found :
       odds("Opening hours\nThe museum is open every day of the week but Monday"))
    EXPECT_GT(found, 0.0F);
}

TEST(EnglishLinesTest, LinesThatGoOnInSmallLettersAreWrapped) {
  const std::vector<float> found = odds("The museum is open every\nday of the week but Monday.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_LT(found[0], 0.0F);
}

TEST(EnglishLinesTest, ALabelOfAFewWordsStandsAlone) {
  EXPECT_GT(odds("“Buyer”\nmeans the person who pays for the goods.").at(0), 0.0F);
  EXPECT_LT(odds("The price,\nwhich the buyer pays, is fixed.").at(0), 0.0F) << "a comma";
  EXPECT_LT(odds("the buyer\nand the seller agree.").at(0), 0.0F) << "begins in small letters";
  EXPECT_LT(odds("A letter to the\nmayor").at(0), 0.0F) << "opens a phrase";
}

TEST(EnglishLinesTest, ANameAtTheBeginOfALineAmongWrappedOnes) {
  const std::string_view wrapped =
      "The owners of the mill have met the mayor of the town and told him that the\n"
      "roof is to be mended before the winter by a company that comes from far away\n"
      "Bergen and knows how to build with slate.";
  for (const float found : odds(wrapped)) EXPECT_LT(found, 0.0F);
}

TEST(EnglishLinesTest, NoSentenceEndsWithAWordThatOpensAPhrase) {
  EXPECT_LT(odds("A letter to the\nMayor").at(0), 0.0F);
}

TEST(EnglishLinesTest, ListsOfSmallWords) {
  for (const float found : odds("tents\nropes and lamps\nstoves")) EXPECT_GT(found, 0.0F);
}

TEST(EnglishLinesTest, FarLinesDoNotCount) {
  const std::string_view near =
      "short\nA line\nAnother\nOne more\nAnd one\nThe sixth\nThe seventh\nEnd";
  const std::string far = std::string(near) + "\n" + std::string(300, 'x');
  EXPECT_EQ(odds(near).front(), odds(far).front());
}

}  // namespace
}  // namespace thalign
