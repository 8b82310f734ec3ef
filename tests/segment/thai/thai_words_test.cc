// SPDX-License-Identifier: Apache-2.0
#include "segment/thai/thai_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "text/fold.h"

namespace thalign {
namespace {

TEST(ThaiWordsTest, ListsHoldFoldedWordsEachOnce) {
  for (const auto list :
       {thai_openers_of_more(), thai_titles(), thai_no_titles(), thai_counters(),
        thai_words_before_numbers(), thai_multipliers(), thai_abbreviations_before_names()}) {
    std::set<std::string_view> seen;
    EXPECT_FALSE(list.empty());
    for (const std::string_view word : list) {
      // Texts are folded before they are looked at: another spelling would never be found.
      const FoldedText folded(word);
      EXPECT_EQ(folded.text(), word);
      EXPECT_FALSE(word.empty());
      EXPECT_TRUE(seen.insert(word).second) << word << " is there twice";
    }
  }
}

}  // namespace
}  // namespace thalign
