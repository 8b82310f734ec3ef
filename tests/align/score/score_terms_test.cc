// SPDX-License-Identifier: Apache-2.0
#include "align/score/score_terms.h"

#include <gtest/gtest.h>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::text_of_units;

/// The terms of two texts by a model of one weight each.
struct Terms {
  Terms(const SegmentedText& source_text, const SegmentedText& target_text,
        const ScoreWeights& weights)
      : model(weights),
        source(make_features(source_text, vocabulary)),
        target(make_features(target_text, vocabulary)),
        links(link_texts(source, target, vocabulary, test::toy_lexicon())),
        terms(source, target, links.forward, links.backward, model) {}

  ScoreModel model;
  Vocabulary vocabulary;
  Features source, target;
  LinkPair links;
  ScoreTerms terms;
};

ScoreWeights zeros() {
  ScoreWeights weights;
  weights.values.fill(0.0);
  return weights;
}

TEST(ScoreTermsTest, LinesThatBeginOrEndOnBothSidesOrOnOne) {
  ScoreWeights weights = zeros();
  double price = 1.0;
  for (const Term term : {Term::begin_line_both, Term::begin_line_thai, Term::begin_line_english,
                          Term::end_line_both, Term::end_line_thai, Term::end_line_english}) {
    weights[term] = price;
    price *= 2.0;
  }
  const Terms of(text_of_units(Language::thai, {"แมว", "\nข้าว", "น้ำ"}, {0, 0, 0}),
                 text_of_units(Language::english, {"cat", "\nrice", "water"}, {0, 0, 0}), weights);
  EXPECT_EQ(of.terms.begin(1, 1), 1.0);
  EXPECT_EQ(of.terms.begin(1, 2), 2.0);
  EXPECT_EQ(of.terms.begin(2, 1), 4.0);
  EXPECT_EQ(of.terms.begin(2, 2), 0.0);
  EXPECT_EQ(of.terms.end_line(1, 1), 8.0);
  EXPECT_EQ(of.terms.end_line(1, 2), 16.0);
  EXPECT_EQ(of.terms.end_line(2, 1), 32.0);
  EXPECT_EQ(of.terms.end_line(2, 2), 0.0);
}

TEST(ScoreTermsTest, ARunOfMarksHasAPriceOfItsOwn) {
  ScoreWeights weights = zeros();
  weights[Term::null_thai_open] = -3.0;
  weights[Term::null_thai_begin] = -20.0;
  weights[Term::null_thai_marks] = 2.5;
  const Terms of(text_of_units(Language::thai, {"แมว", "- - -", "ข้าว", "\nน้ำ"}, {0, 0, 0, 0}),
                 text_of_units(Language::english, {"cat"}, {0}), weights);
  ASSERT_EQ(of.source.tokens_in({1, 2}), 0U);
  EXPECT_EQ(of.terms.null_source_open(1), -0.5);   // marks: no price of a begin inside a line
  EXPECT_EQ(of.terms.null_source_open(2), -23.0);  // words inside a line
  EXPECT_EQ(of.terms.null_source_open(3), -3.0);   // words that begin a line
}

TEST(ScoreTermsTest, ANullUnitThatEndsItsRunPaysForItsEnd) {
  ScoreWeights weights = zeros();
  weights[Term::null_thai_end] = -1.0;
  weights[Term::null_thai_line] = -8.0;
  const Terms of(text_of_units(Language::thai, {"แมว", "ข้าว", "\nน้ำ"}, {0.5F, 0.25F, 0}),
                 text_of_units(Language::english, {"cat"}, {0}), weights);
  // Log-odds of the gap as the text says them, and an end inside a line.
  EXPECT_NEAR(of.terms.null_source(0), 0.5 - 1.0, 1e-6);
  EXPECT_NEAR(of.terms.null_source(1), 0.25, 1e-6);
  // If the run goes on, both are taken back; a line end inside it has a price.
  EXPECT_NEAR(of.terms.null_source(0) + of.terms.null_source_joined(0), 0.0, 1e-6);
  EXPECT_NEAR(of.terms.null_source(1) + of.terms.null_source_joined(1), -8.0, 1e-6);
}

TEST(ScoreTermsTest, EndIsTheSumOfItsParts) {
  std::mt19937 random(76);
  const Terms of(test::random_units(random, Language::thai, 6),
                 test::random_units(random, Language::english, 6), test::random_weights(random));
  for (std::uint32_t i = 0; i <= 6; ++i) {
    for (std::uint32_t j = 0; j <= 6; ++j) {
      EXPECT_NEAR(of.terms.end(i, j),
                  of.terms.source_end(i) + of.terms.target_end(j) + of.terms.end_line(i, j), 1e-12);
    }
  }
  EXPECT_EQ(of.terms.source_end(0), 0.0);
}

}  // namespace
}  // namespace thalign
