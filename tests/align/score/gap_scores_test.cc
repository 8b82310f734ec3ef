// SPDX-License-Identifier: Apache-2.0
#include "align/score/gap_scores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "align/search/problem.h"
#include "segment/segment.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_units;
using test::text_of_units;
using testing::ElementsAre;

/// Features of a text with `spaces`, and one unit a sentence that ends with the given log-odds.
Features text_with(bool thai, std::uint32_t spaces, std::vector<float> odds) {
  Features features;
  features.is_thai = thai;
  features.spaces = spaces;
  features.break_after = odds;
  features.sentence_odds = std::move(odds);
  return features;
}

std::uint32_t kind_of(std::uint32_t thai_spaces, std::uint32_t english_sentences) {
  return document_kind(text_with(true, thai_spaces, {}),
                       text_with(false, 0, std::vector<float>(english_sentences - 1, 1.0F)));
}

TEST(DocumentKindTest, GrowsWithTheThaiSpacesOfAnEnglishSentence) {
  std::set<std::uint32_t> kinds;
  std::uint32_t last = 0;
  for (const std::uint32_t spaces : {0U, 100U, 130U, 200U, 400U, 800U, 10'000U}) {
    const std::uint32_t kind = kind_of(spaces, 100);
    EXPECT_GE(kind, last);
    kinds.insert(kind);
    last = kind;
  }
  EXPECT_GT(kinds.size(), 5U);
  EXPECT_EQ(kind_of(0, 100), 0U);
  EXPECT_EQ(kind_of(200, 100), kind_of(400, 200)) << "the ratio counts, not the length";
  EXPECT_EQ(kind_of(4'000'000, 1), 12U);
}

TEST(DocumentKindTest, ThreeKindsAreAFactorOfTwo) {
  EXPECT_EQ(kind_of(800, 100), kind_of(400, 100) + 3);
}

TEST(DocumentKindTest, OnlyLikelySentenceEndsCount) {
  const Features thai = text_with(true, 8, {});
  EXPECT_EQ(document_kind(thai, text_with(false, 0, {1.0F, -1.0F, -1.0F, 1.0F})),
            document_kind(thai, text_with(false, 0, {1.0F, 1.0F})));
  EXPECT_EQ(document_kind(thai, text_with(false, 0, {1.0F, 0.0F, 0.0F, 1.0F})),
            document_kind(thai, text_with(false, 0, {1.0F, 1.0F})))
      << "as likely as not is not likely";
}

TEST(DocumentKindTest, EitherSideMayBeTheSource) {
  const Features thai = text_with(true, 17, {});
  const Features english = text_with(false, 90, std::vector<float>(6, 1.0F));
  EXPECT_EQ(document_kind(thai, english), document_kind(english, thai));
}

TEST(StyleTest, FewStylesThatKindsFallInto) {
  std::vector<std::uint32_t> styles;
  for (std::uint32_t kind = 0; kind <= 12; ++kind) styles.push_back(style_of(kind));
  EXPECT_TRUE(std::ranges::is_sorted(styles));
  EXPECT_EQ(styles.front(), 0U);
  EXPECT_EQ(styles.back(), kStyles - 1);
  EXPECT_EQ(std::set(styles.begin(), styles.end()).size(), kStyles);
}

std::vector<std::uint32_t> hashes_of(std::uint32_t features, std::uint32_t kind) {
  GapFeatures gaps;
  for (std::uint32_t feature = 0; feature < features; ++feature)
    gaps.hashes.push_back(1000 + feature);
  gaps.begin.push_back(features);
  std::vector<std::uint32_t> hashes;
  gap_hashes(gaps, 0, kind, hashes);
  return hashes;
}

TEST(GapHashesTest, PlainWithTheKindAndWithTheStyle) {
  constexpr auto kCrossed = static_cast<std::uint32_t>(GapFeatures::kCrossed);
  const std::vector<std::uint32_t> hashes = hashes_of(7, 6);
  EXPECT_EQ(hashes.size(), 7 + kCrossed + 7);
  EXPECT_EQ(std::set(hashes.begin(), hashes.end()).size(), hashes.size());
  EXPECT_THAT(std::vector(hashes.begin(), hashes.begin() + 3), ElementsAre(1000, 1001, 1002));
  EXPECT_EQ(hashes_of(2, 6).size(), 6U) << "fewer features than are crossed";
  EXPECT_TRUE(hashes_of(0, 6).empty());
}

TEST(GapHashesTest, KindsOfOneStyleShareTheHashesOfStyles) {
  ASSERT_EQ(style_of(6), style_of(7));
  ASSERT_NE(style_of(7), style_of(8));
  const auto common = [](std::uint32_t a, std::uint32_t b) {
    const std::vector<std::uint32_t> first = hashes_of(7, a);
    const std::vector<std::uint32_t> second = hashes_of(7, b);
    return std::ranges::count_if(
        first, [&](std::uint32_t hash) { return std::ranges::count(second, hash) > 0; });
  };
  EXPECT_EQ(common(7, 7), 18);
  EXPECT_EQ(common(6, 7), 14);
  EXPECT_EQ(common(7, 8), 7);
}

TEST(DocumentKindTest, ACollectionCountsAsMuchAsFortySentences) {
  const Features thai = text_with(true, 40, {});
  const Features english = text_with(false, 0, std::vector<float>(9, 1.0F));
  EXPECT_EQ(document_kind(thai, english), 6U) << "4 a sentence";
  EXPECT_EQ(document_kind(thai, english, {.spaces = 9000, .sentences = 1000}), 9U) << "8";
  EXPECT_EQ(document_kind(thai, english, {.spaces = 4000, .sentences = 1000}), 6U);
}

TEST(ScoreGapsTest, WeighedLogOddsAndTheWeightsOfAllHashes) {
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    const SegmentedText thai = random_units(random, Language::thai, 6);
    const SegmentedText english = random_units(random, Language::english, 5);
    const std::string bytes = test::random_model(random);
    const ScoreModel model(bytes, "random");
    Vocabulary vocabulary;
    Features source = make_features(thai, vocabulary);
    Features target = make_features(english, vocabulary);
    const std::uint32_t kind = document_kind(source, target);
    score_gaps(thai, english, kind, model, source, target);
    const auto expect_scores = [&](const SegmentedText& text, const Features& features, Term term) {
      EXPECT_EQ(features.style, style_of(kind));
      for (std::uint32_t unit = 0; unit < features.units(); ++unit) {
        std::vector<std::uint32_t> hashes;
        gap_hashes(text.gap_features(), unit, kind, hashes);
        double score = model.weights(style_of(kind))[term] * double{features.sentence_odds[unit]};
        for (const std::uint32_t hash : hashes) score += double{model.hashed().of(hash)};
        EXPECT_NEAR(features.break_after[unit], score, 1e-4);
      }
    };
    expect_scores(thai, source, Term::break_thai);
    expect_scores(english, target, Term::break_english);
  }
}

TEST(ScoreGapsTest, ATextWithoutFeaturesHasItsLogOddsAlone) {
  const SegmentedText thai = text_of_units(Language::thai, {"แมว", "ถนน"}, {-2, 0});
  const SegmentedText english = text_of_units(Language::english, {"cat", "road"}, {3, 0});
  ScoreWeights weights;
  weights[Term::break_thai] = 0.5;
  weights[Term::break_english] = 2.0;
  Vocabulary vocabulary;
  Features source = make_features(thai, vocabulary);
  Features target = make_features(english, vocabulary);
  const ScoreModel model(weights);
  score_gaps(thai, english, document_kind(source, target), model, source, target);
  EXPECT_THAT(source.break_after, ElementsAre(-1.0F, 0.0F));
  EXPECT_THAT(target.break_after, ElementsAre(6.0F, 0.0F));
  EXPECT_THAT(source.sentence_odds, ElementsAre(-2.0F, 0.0F)) << "they stay";
  score_gaps(thai, english, document_kind(source, target), model, source, target);
  EXPECT_THAT(source.break_after, ElementsAre(-1.0F, 0.0F)) << "not weighed twice";
}

TEST(ProblemTest, ScoresItsGaps) {
  const SegmentedText thai = segment(Document::from_bytes(
      "แมวกินข้าวแล้ว นอกจากนี้ถนนก็ยาวมาก\nโรงเรียนปิด", {.language = Language::thai}));
  const SegmentedText english =
      segment(Document::from_bytes("The cat ate. The road is long, too.\nThe school is closed.",
                                   {.language = Language::english}));
  const Problem problem(thai, english, test::toy_lexicon());
  Vocabulary vocabulary;
  Features source = make_features(thai, vocabulary);
  Features target = make_features(english, vocabulary);
  score_gaps(thai, english, document_kind(source, target), ScoreModel::shipped(), source, target);
  EXPECT_EQ(problem.source().break_after, source.break_after);
  EXPECT_EQ(problem.target().break_after, target.break_after);
  EXPECT_EQ(problem.source().style, source.style);
  EXPECT_NE(source.break_after, source.sentence_odds) << "the shipped model has learnt something";
}

}  // namespace
}  // namespace thalign
