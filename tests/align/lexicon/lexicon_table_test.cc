// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using testing::FloatNear;
using Keys = std::vector<std::string_view>;

/// p(to | from); 0 if the lexicon does not have it.
float probability(const Lexicon& lexicon, Language from, std::string_view from_word,
                  std::string_view to_word) {
  const Language to = from == Language::thai ? Language::english : Language::thai;
  const auto id = lexicon.find(from, from_word);
  if (!id) return 0.0F;
  for (const Translation& t : lexicon.translations(from, *id)) {
    if (lexicon.word(to, t.word) == to_word) return t.probability;
  }
  return 0.0F;
}

/// The lexicon of `table`, and the bytes it lives in.
struct Packed {
  explicit Packed(const LexiconTable& table) : bytes(table.pack()), lexicon(bytes, "a test") {}
  std::string bytes;
  Lexicon lexicon;
};

TEST(LexiconTableTest, NothingAddedChangesNothing) {
  const Packed same((LexiconTable(test::toy_lexicon())));
  ASSERT_EQ(same.lexicon.words(Language::thai), test::toy_lexicon().words(Language::thai));
  EXPECT_EQ(probability(same.lexicon, Language::thai, "ถนน", "road"), 0.6F);
  EXPECT_EQ(probability(same.lexicon, Language::thai, "ถนน", "water"), 0.1F);
  EXPECT_EQ(probability(same.lexicon, Language::english, "school", "โรงเรียน"), 0.7F);
  const auto rice = same.lexicon.find(Language::thai, "ข้าว");
  ASSERT_TRUE(rice);
  EXPECT_EQ(same.lexicon.background(Language::thai, *rice), 0.02F);
}

TEST(LexiconTableTest, ANewPairIsAsSureAsItsWeight) {
  LexiconTable table;
  EXPECT_TRUE(table.add(Keys{"ซอย"}, Keys{"lane"}));
  EXPECT_TRUE(table.add(Keys{"ตรอก"}, Keys{"alley"}, {0.25, 0.5}));
  const Packed packed(table);
  EXPECT_EQ(probability(packed.lexicon, Language::thai, "ซอย", "lane"), 1.0F);
  EXPECT_EQ(probability(packed.lexicon, Language::english, "lane", "ซอย"), 1.0F);
  EXPECT_EQ(probability(packed.lexicon, Language::thai, "ตรอก", "alley"), 0.25F);
  EXPECT_EQ(probability(packed.lexicon, Language::english, "alley", "ตรอก"), 0.5F);
}

TEST(LexiconTableTest, WhatIsAddedJoinsWhatIsKnown) {
  LexiconTable table(test::toy_lexicon());
  table.add(Keys{"ถนน"}, Keys{"street"}, {3.0, 1.0});
  const Packed packed(table);
  EXPECT_THAT(probability(packed.lexicon, Language::thai, "ถนน", "road"), FloatNear(0.15F, 1e-6F));
  EXPECT_THAT(probability(packed.lexicon, Language::thai, "ถนน", "street"),
              FloatNear(0.75F, 1e-6F));
  EXPECT_EQ(probability(packed.lexicon, Language::english, "street", "ถนน"), 1.0F);
  EXPECT_EQ(probability(packed.lexicon, Language::english, "road", "ถนน"), 0.8F);
}

TEST(LexiconTableTest, ProbabilitiesDescendAndNeverSumToMoreThanOne) {
  LexiconTable table(test::toy_lexicon());
  for (int i = 0; i < 5; ++i) table.add(Keys{"แมว"}, Keys{"kitten"});
  table.add(Keys{"แมว"}, Keys{"cat"});
  const Packed packed(table);
  for (const Language language : {Language::thai, Language::english}) {
    for (WordId id = 0; id < packed.lexicon.words(language); ++id) {
      float sum = 0.0F;
      float last = 1.0F;
      for (const Translation& t : packed.lexicon.translations(language, id)) {
        EXPECT_GT(t.probability, 0.0F);
        EXPECT_LE(t.probability, last);
        last = t.probability;
        sum += t.probability;
      }
      EXPECT_LE(sum, 1.0F + 1e-5F);
    }
  }
}

TEST(LexiconTableTest, TermsOfUnknownWordsShareTheWeightEqually) {
  LexiconTable table;
  table.add(Keys{"เรือ", "ด่วน"}, Keys{"express", "boat", "line"});
  const Packed packed(table);
  for (const std::string_view thai : {"เรือ", "ด่วน"}) {
    for (const std::string_view english : {"express", "boat", "line"}) {
      EXPECT_THAT(probability(packed.lexicon, Language::thai, thai, english),
                  FloatNear(1.0F / 3.0F, 1e-5F));
      EXPECT_THAT(probability(packed.lexicon, Language::english, english, thai),
                  FloatNear(0.5F, 1e-5F));
    }
  }
}

TEST(LexiconTableTest, TermsAreSharedOutByWhatIsKnown) {
  LexiconTable table(test::toy_lexicon());
  table.add(Keys{"แมว", "น้ำ"}, Keys{"water", "cat"});
  const Packed packed(table);
  EXPECT_GT(probability(packed.lexicon, Language::thai, "แมว", "cat"), 0.9F);
  EXPECT_LT(probability(packed.lexicon, Language::thai, "แมว", "water"), 0.05F);
  EXPECT_GT(probability(packed.lexicon, Language::english, "water", "น้ำ"), 0.75F);
}

TEST(LexiconTableTest, WordsThatStandEverywhereAreNoPartOfATerm) {
  LexiconTable table;
  table.set_background(Language::english, "of", 0.03F);
  table.add(Keys{"ท่าเรือ"}, Keys{"port", "of", "call"});
  table.add(Keys{"แห่ง"}, Keys{"of"});
  const Packed packed(table);
  EXPECT_EQ(probability(packed.lexicon, Language::thai, "ท่าเรือ", "of"), 0.0F);
  EXPECT_EQ(probability(packed.lexicon, Language::thai, "ท่าเรือ", "port"), 0.5F);
  EXPECT_EQ(probability(packed.lexicon, Language::thai, "แห่ง", "of"), 1.0F);
}

TEST(LexiconTableTest, AnchorsAreLeftOut) {
  LexiconTable table;
  EXPECT_FALSE(table.add(Keys{"#12"}, Keys{"#12"}));
  EXPECT_FALSE(table.add(Keys{"โหล"}, Keys{"#12"}));
  EXPECT_FALSE(table.add(Keys{"@3"}, Keys{"march"}));
  EXPECT_TRUE(table.add(Keys{"สาย", "#7"}, Keys{"line", "#7"}));
  const Packed packed(table);
  EXPECT_EQ(probability(packed.lexicon, Language::thai, "สาย", "line"), 1.0F);
}

TEST(LexiconTableTest, MergesLexicons) {
  LexiconTable other;
  other.add(Keys{"แมว"}, Keys{"tomcat"}, {0.5, 1.0});
  other.set_background(Language::thai, "แมว", 0.5F);
  other.set_background(Language::english, "tomcat", 0.25F);
  const Packed second(other);
  LexiconTable table(test::toy_lexicon());
  table.merge(second.lexicon);
  const Packed packed(table);
  EXPECT_THAT(probability(packed.lexicon, Language::thai, "แมว", "cat"), FloatNear(0.6F, 1e-6F));
  EXPECT_THAT(probability(packed.lexicon, Language::thai, "แมว", "tomcat"),
              FloatNear(1.0F / 3.0F, 1e-6F));
  const auto cat = packed.lexicon.find(Language::thai, "แมว");
  const auto tomcat = packed.lexicon.find(Language::english, "tomcat");
  ASSERT_TRUE(cat && tomcat);
  EXPECT_EQ(packed.lexicon.background(Language::thai, *cat), 0.01F) << "known before";
  EXPECT_EQ(packed.lexicon.background(Language::english, *tomcat), 0.25F);
}

}  // namespace
}  // namespace thalign
