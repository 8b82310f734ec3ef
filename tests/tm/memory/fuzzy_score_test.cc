// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/fuzzy_score.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>

#include <memory>
#include <random>

#include "tests/text/random_text.h"
#include "tm/memory/match_key.h"

namespace thalign {
namespace {

int score(std::string_view a, std::string_view b) {
  return FuzzyScorer(match_text(a)).score(match_text(b));
}

std::vector<std::uint64_t> clusters_of_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
  iterator->setText(utf16);
  std::vector<std::uint64_t> symbols;
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    std::string cluster;
    utf16.tempSubStringBetween(begin, end).toUTF8String(cluster);
    symbols.push_back(match_key(cluster));
    begin = end;
  }
  return symbols;
}

TEST(ClusterSymbols, AreThoseOfIcu) {
  EXPECT_EQ(cluster_symbols("น้ำท่วม").size(), 4U);
  EXPECT_EQ(cluster_symbols("a\u0301b").size(), 2U);
  EXPECT_EQ(cluster_symbols("\U0001F469\u200D\U0001F680").size(), 1U);
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = test::random_text(random, random() % 30);
    ASSERT_EQ(cluster_symbols(text), clusters_of_icu(text)) << text;
  }
}

TEST(FuzzyScorer, EqualTextsOnlyAre99) {
  EXPECT_EQ(score("ฝนตกหนัก", "ฝนตกหนัก"), kFoldedScore);
  EXPECT_EQ(score("ฝนตก 10", "ฝนตก ๑๐"), kFoldedScore);
  // One character of three hundred: not quite the same.
  const std::string text(300, 'a');
  EXPECT_EQ(score(text, text + "b"), 49);  // one word, another one
  std::string words;
  for (int i = 0; i < 300; ++i) words += "word ";
  EXPECT_EQ(score(words, words + "more"), kBestFuzzyScore);
}

TEST(FuzzyScorer, IsTheMeanOfClustersAndWords) {
  // 1 of 23 clusters and 1 of 5 words differ.
  EXPECT_EQ(score("one two three four five", "one two three four fivb"), 87);
  // Of 6 clusters the last is the same; no word is.
  EXPECT_EQ(score("ฝนตก", "แดดออก"), 8);
  EXPECT_EQ(score("", ""), kFoldedScore);
  EXPECT_EQ(score("", "ฝน"), 0);
}

TEST(FuzzyScorer, IsSymmetricAndWithinItsBounds) {
  std::mt19937 random(2);
  for (int i = 0; i < 2000; ++i) {
    const std::string a = match_text(test::random_text(random, random() % 30));
    const std::string b = match_text(test::random_text(random, random() % 30));
    const auto clusters = cluster_symbols(b);
    const FuzzyScorer scorer(a);
    const int ab = scorer.score(b, clusters);
    ASSERT_EQ(ab, FuzzyScorer(b).score(a));
    ASSERT_EQ(ab, scorer.score(b));
    ASSERT_EQ(ab == kFoldedScore, a == b);
    if (a == b) continue;
    ASSERT_LE(ab, scorer.bound(clusters));
    ASSERT_LE(scorer.bound(clusters), scorer.bound(clusters.size()));
  }
}

}  // namespace
}  // namespace thalign
