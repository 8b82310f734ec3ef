// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/term_links.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/corpus/pairing/small_lexicon.h"

namespace thalign {
namespace {

TermNumbers numbers_of(std::vector<Term> terms) {
  std::ranges::sort(terms);
  TermTable table;
  table.add(terms);
  return TermNumbers(table);
}

TEST(TermLinksTest, WordsAreLinkedByTheLexiconIfTheCollectionHasThem) {
  const SmallLexicon words(8);
  const Lexicon lexicon = words.get();
  const TermNumbers thai = numbers_of({3, 4});
  const TermNumbers english = numbers_of({3, 4});
  const TermLinks links(thai, english, lexicon);
  ASSERT_EQ(links.of(0).size(), 2U) << "every third word has two translations";
  EXPECT_EQ(links.of(0)[0].english, 0U);
  EXPECT_NEAR(links.of(0)[0].to_english, 0.6F, 0.01F);
  EXPECT_NEAR(links.of(0)[0].to_thai, 0.5F, 0.01F);
  EXPECT_NEAR(links.of(0)[1].to_english, 0.1F, 0.01F);
  EXPECT_EQ(links.of(0)[1].to_thai, 0.0F) << "one way only";
  ASSERT_EQ(links.of(1).size(), 1U);
  EXPECT_EQ(links.of(1)[0].english, 1U);
  EXPECT_TRUE(TermLinks(thai, numbers_of({7}), lexicon).of(0).empty());
}

TEST(TermLinksTest, WhatBothLanguagesShareIsLinkedToItselfAndToTheWordThatIsWrittenSo) {
  const SmallLexicon words(3);
  const Lexicon lexicon = words.get();
  const Term year = shared_term("#2024");
  const Term word = shared_term(lexicon.word(Language::english, 2));
  const TermNumbers thai = numbers_of({year, word});
  const TermNumbers english = numbers_of({year, 2});
  const TermLinks links(thai, english, lexicon);
  for (const Term term : {year, word}) {
    const auto of = links.of(thai.find(term));
    ASSERT_EQ(of.size(), 1U);
    EXPECT_EQ(english.term(of[0].english), term == year ? year : 2U);
    EXPECT_GT(of[0].to_english, 0.5F);
    EXPECT_EQ(of[0].to_english, of[0].to_thai);
  }
}

TEST(TermLinksTest, ImprobableTranslationsAndThoseBeyondEightAreLeftOut) {
  LexiconSide thai, english;
  thai.entries.push_back({"\u0E01", 0.001F, {}});
  for (WordId i = 0; i < 10; ++i) {
    thai.entries[0].translations.push_back({i, 0.09F - 0.001F * static_cast<float>(i)});
    english.entries.push_back({"e" + std::to_string(i), 0.001F, {{0, 0.5F}}});
  }
  thai.entries.push_back({"\u0E02", 0.001F, {{0, 0.03F}, {1, 0.01F}}});
  const PackedLexicon lexicon(thai, english);
  std::vector<Term> all(10);
  for (Term i = 0; i < 10; ++i) all[i] = i;
  const TermLinks links(numbers_of({0, 1}), numbers_of(all), lexicon.get());
  EXPECT_EQ(links.of(0).size(), 8U);
  EXPECT_EQ(links.of(1).size(), 1U);
}

}  // namespace
}  // namespace thalign
