// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_learner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using Keys = std::vector<std::string_view>;

std::optional<WordId> find(const LexiconSide& side, std::string_view word) {
  for (WordId id = 0; id < side.entries.size(); ++id) {
    if (side.entries[id].word == word) return id;
  }
  return std::nullopt;
}

/// p(to | from) in a learnt side; 0 if it is not there.
float probability(const LexiconSide& from_side, const LexiconSide& to_side, std::string_view from,
                  std::string_view to) {
  const auto from_id = find(from_side, from);
  const auto to_id = find(to_side, to);
  if (!from_id || !to_id) return 0.0F;
  for (const Translation& t : from_side.entries[*from_id].translations) {
    if (t.word == *to_id) return t.probability;
  }
  return 0.0F;
}

std::vector<std::string> words(const LexiconSide& side) {
  std::vector<std::string> result;
  for (const LexiconSide::Entry& entry : side.entries) result.push_back(entry.word);
  return result;
}

/// Pairs in which each word stands beside each other one now and then.
LexiconLearner toy_learner() {
  LexiconLearner learner;
  learner.add(Keys{"แมว", "กิน", "ปลา"}, Keys{"cat", "eat", "fish"}, 1.0);
  learner.add(Keys{"แมว", "นอน"}, Keys{"cat", "sleep"}, 1.0);
  learner.add(Keys{"ปลา", "นอน"}, Keys{"fish", "sleep"}, 1.0);
  learner.add(Keys{"หมา", "กิน", "ข้าว"}, Keys{"dog", "eat", "rice"}, 1.0);
  learner.add(Keys{"หมา", "นอน"}, Keys{"dog", "sleep"}, 1.0);
  learner.add(Keys{"แมว", "กิน", "ข้าว"}, Keys{"cat", "eat", "rice"}, 1.0);
  return learner;
}

TEST(LexiconLearnerTest, NothingLearntFromNothing) {
  const auto [thai, english] = LexiconLearner().learn({});
  EXPECT_TRUE(thai.entries.empty());
  EXPECT_TRUE(english.entries.empty());
}

TEST(LexiconLearnerTest, LearnsAnObviousLexicon) {
  const LexiconLearner learner = toy_learner();
  EXPECT_EQ(learner.pairs(), 6U);
  const auto [thai, english] = learner.learn({.iterations = 10, .discount = 0.0});
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"แมว", "cat"},   {"ปลา", "fish"}, {"หมา", "dog"},
      {"นอน", "sleep"}, {"ข้าว", "rice"}, {"กิน", "eat"}};
  for (const auto& [t, e] : expected) {
    const auto t_id = find(thai, t);
    const auto e_id = find(english, e);
    ASSERT_TRUE(t_id && e_id) << t;
    ASSERT_FALSE(thai.entries[*t_id].translations.empty()) << t;
    EXPECT_EQ(english.entries[thai.entries[*t_id].translations.front().word].word, e);
    ASSERT_FALSE(english.entries[*e_id].translations.empty()) << e;
    EXPECT_EQ(thai.entries[english.entries[*e_id].translations.front().word].word, t);
  }
}

TEST(LexiconLearnerTest, GivesWhatALexiconRequires) {
  const auto [thai, english] = toy_learner().learn({});
  const std::string bytes = Lexicon::pack(thai, english);
  const Lexicon lexicon(bytes, "learnt");
  for (const LexiconSide* const side : {&thai, &english}) {
    EXPECT_TRUE(std::is_sorted(side->entries.begin(), side->entries.end(),
                               [](const auto& a, const auto& b) { return a.word < b.word; }));
    float shares = 0.0F;
    for (const LexiconSide::Entry& entry : side->entries) {
      shares += entry.background;
      float sum = 0.0F;
      float before = 1.0F;
      for (const Translation& t : entry.translations) {
        EXPECT_LE(t.probability, before) << entry.word;
        before = t.probability;
        sum += t.probability;
      }
      EXPECT_LE(sum, 1.0F + 1e-5F) << entry.word;
    }
    EXPECT_NEAR(shares, 1.0F, 1e-5F);
  }
}

TEST(LexiconLearnerTest, DiscountLetsRareWordsClaimLess) {
  LexiconLearner learner;
  for (int i = 0; i < 20; ++i) learner.add(Keys{"แมว"}, Keys{"cat"}, 1.0);
  for (int i = 0; i < 2; ++i) learner.add(Keys{"หมา"}, Keys{"dog"}, 1.0);
  const auto [thai, english] = learner.learn({.discount = 0.0});
  const auto [thai_less, english_less] = learner.learn({.discount = 1.0});
  for (const auto& [t, e] : {std::pair{"แมว", "cat"}, std::pair{"หมา", "dog"}}) {
    EXPECT_LT(probability(thai_less, english_less, t, e), probability(thai, english, t, e));
  }
  EXPECT_LT(probability(thai_less, english_less, "หมา", "dog"),
            probability(thai_less, english_less, "แมว", "cat"));
}

TEST(LexiconLearnerTest, ASmallPriorMakesWordsChoose) {
  const auto [thai, english] = toy_learner().learn({.iterations = 4, .prior = 0.01});
  const auto [thai_even, english_even] = toy_learner().learn({.iterations = 4, .prior = 10.0});
  for (const auto& [t, e] : {std::pair{"แมว", "cat"}, std::pair{"นอน", "sleep"}}) {
    EXPECT_GT(probability(thai, english, t, e), probability(thai_even, english_even, t, e) + 0.1F);
    EXPECT_GT(probability(english, thai, e, t), probability(english_even, thai_even, e, t) + 0.1F);
  }
}

TEST(LexiconLearnerTest, PairsOfGroupsLeftOutAreNotLearntFrom) {
  LexiconLearner learner;
  learner.add(Keys{"แมว"}, Keys{"cat"}, 2.0);
  learner.add(Keys{"หมา"}, Keys{"dog"}, 2.0, 0b01);
  learner.add(Keys{"ปลา"}, Keys{"fish"}, 2.0, 0b11);
  EXPECT_THAT(words(learner.learn({}).second), ElementsAre("cat", "dog", "fish"));
  EXPECT_THAT(words(learner.learn({.without = 0b10}).second), ElementsAre("cat", "dog"));
  const auto [thai, english] = learner.learn({.without = 0b01});
  EXPECT_THAT(words(thai), ElementsAre("แมว"));
  EXPECT_THAT(words(english), ElementsAre("cat"));
  EXPECT_FLOAT_EQ(english.entries.front().background, 1.0F);
}

TEST(LexiconLearnerTest, RareWordsAreDropped) {
  LexiconLearner learner;
  learner.add(Keys{"แมว", "หมา"}, Keys{"cat", "dog"}, 1.0);
  learner.add(Keys{"แมว"}, Keys{"cat"}, 1.0);
  const auto [thai, english] = learner.learn({.least_count = 1.5});
  EXPECT_THAT(words(thai), ElementsAre("แมว"));
  EXPECT_THAT(words(english), ElementsAre("cat"));
  const auto [all_thai, all_english] = learner.learn({.least_count = 1.0});
  EXPECT_THAT(words(all_thai), ElementsAre("หมา", "แมว"));
  EXPECT_THAT(words(all_english), ElementsAre("cat", "dog"));
}

TEST(LexiconLearnerTest, CountsAreWeighted) {
  LexiconLearner learner;
  for (int i = 0; i < 3; ++i) learner.add(Keys{"แมว"}, Keys{"cat"}, 0.25);
  EXPECT_TRUE(learner.learn({.least_count = 1.0}).first.entries.empty());
  EXPECT_EQ(learner.learn({.least_count = 0.7}).first.entries.size(), 1U);
}

TEST(LexiconLearnerTest, SureBeadsCountForMore) {
  LexiconLearner learner;
  for (int i = 0; i < 3; ++i) learner.add(Keys{"แมว"}, Keys{"cat"}, 0.9);
  for (int i = 0; i < 3; ++i) learner.add(Keys{"แมว"}, Keys{"dog"}, 0.1);
  const auto [thai, english] = learner.learn({.least_count = 0.1});
  EXPECT_GT(probability(thai, english, "แมว", "cat"), probability(thai, english, "แมว", "dog"));
}

TEST(LexiconLearnerTest, AnchorsAreLeftOut) {
  LexiconLearner learner;
  for (int i = 0; i < 3; ++i) learner.add(Keys{"แมว", "#2567", "@6"}, Keys{"cat", "#2024"}, 1.0);
  learner.add(Keys{"#12"}, Keys{"#12"}, 1.0);
  EXPECT_EQ(learner.pairs(), 3U) << "a pair of anchors alone teaches nothing";
  const auto [thai, english] = learner.learn({});
  EXPECT_THAT(words(thai), ElementsAre("แมว"));
  EXPECT_THAT(words(english), ElementsAre("cat"));
}

TEST(LexiconLearnerTest, KeepsTheMostProbable) {
  LexiconLearner learner;
  for (int i = 0; i < 6; ++i) learner.add(Keys{"แมว"}, Keys{"cat"}, 1.0);
  for (int i = 0; i < 4; ++i) learner.add(Keys{"แมว"}, Keys{"kitten"}, 1.0);
  for (int i = 0; i < 2; ++i) learner.add(Keys{"แมว"}, Keys{"puss"}, 1.0);
  const auto [thai, english] = learner.learn({.most_translations = 2});
  ASSERT_EQ(thai.entries.size(), 1U);
  ASSERT_EQ(thai.entries[0].translations.size(), 2U);
  EXPECT_EQ(english.entries[thai.entries[0].translations[0].word].word, "cat");
  EXPECT_EQ(english.entries[thai.entries[0].translations[1].word].word, "kitten");
}

TEST(LexiconLearnerTest, TranslationsThatAreTooImprobableAreDropped) {
  LexiconLearner learner;
  for (int i = 0; i < 9; ++i) learner.add(Keys{"แมว"}, Keys{"cat"}, 1.0);
  for (int i = 0; i < 2; ++i) learner.add(Keys{"แมว"}, Keys{"puss"}, 1.0);
  const auto [thai, english] = learner.learn({.least_probability = 0.4F});
  ASSERT_EQ(thai.entries[0].translations.size(), 1U);
  EXPECT_EQ(english.entries[thai.entries[0].translations[0].word].word, "cat");
}

}  // namespace
}  // namespace thalign
