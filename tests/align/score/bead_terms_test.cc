// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "align/score/score.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::SmallProblem;
using test::text_of_units;

/// One number of a problem of two plain texts, each unit with log-odds 0.
double score_of(const std::vector<std::string>& thai, const std::vector<std::string>& english,
                UnitRange source, UnitRange target, const ScoreWeights& weights = {}) {
  const auto source_units = static_cast<std::uint32_t>(thai.size());
  const auto target_units = static_cast<std::uint32_t>(english.size());
  const SmallProblem problem(
      text_of_units(Language::thai, thai, std::vector<float>(thai.size())),
      text_of_units(Language::english, english, std::vector<float>(english.size())),
      Corridor::full(source_units, target_units), ScoreModel(weights));
  return problem.scorer.score(source, target);
}

TEST(BeadTermsTest, TranslationsScoreHigher) {
  const auto score = [](const std::string& thai, const std::string& english) {
    // The other units put every word into both texts.
    return score_of({thai, "แมว ข้าว ถนน 2567 12"}, {english, "cat rice road 2024 12 15"}, {0, 1},
                    {0, 1});
  };
  EXPECT_GT(score("แมว", "cat"), score("แมว", "road"));
  EXPECT_GT(score("ข้าว แมว", "cat rice"), score("ข้าว แมว", "cat road"));
  EXPECT_GT(score("12 แมว", "12 cat"), score("12 แมว", "15 cat"));
  EXPECT_GT(score("ปี 2567", "in 2024"), score("ปี 2567", "in 15"));
}

TEST(BeadTermsTest, LikeLengthsScoreHigher) {
  const std::string forty(40, 'x');
  const std::string hundred(100, 'x');
  const std::string thai = "แมวกินปลาแมวกินปลาแมวกินปลาแมวกินปลาแมวกินปลา";
  EXPECT_GT(score_of({thai}, {forty}, {0, 1}, {0, 1}), score_of({thai}, {hundred}, {0, 1}, {0, 1}));
}

TEST(BeadTermsTest, BreakLogOddsCountAtTheEndsOfBothSides) {
  const auto score = [](float source_break, float target_break) {
    const SmallProblem problem(text_of_units(Language::thai, {"แมว", "แมว"}, {source_break, 0}),
                               text_of_units(Language::english, {"cat", "cat"}, {target_break, 0}),
                               Corridor::full(2, 2));
    return problem.scorer.score({0, 1}, {0, 1});
  };
  const double of_thai = ScoreWeights{}[Term::break_thai];
  const double of_english = ScoreWeights{}[Term::break_english];
  EXPECT_NEAR(score(1, 0) - score(0, 0), of_thai, 1e-6);
  EXPECT_NEAR(score(0, 1) - score(0, 0), of_english, 1e-6);
  EXPECT_NEAR(score(-2, 3) - score(0, 0), -2 * of_thai + 3 * of_english, 1e-6);
}

TEST(BeadTermsTest, BreakLogOddsInsideABeadDoNotCount) {
  const auto score = [](float inside) {
    const SmallProblem problem(text_of_units(Language::thai, {"แมว", "แมว"}, {inside, 0}),
                               text_of_units(Language::english, {"cat"}, {0}),
                               Corridor::full(2, 1));
    return problem.scorer.score({0, 2}, {0, 1});
  };
  EXPECT_DOUBLE_EQ(score(4), score(-4));
}

TEST(BeadTermsTest, LinesThatBeginTogetherAndApart) {
  ScoreWeights weights;
  weights[Term::begin_line_both] = 2.0;
  weights[Term::begin_line_thai] = -3.0;
  weights[Term::begin_line_english] = -4.0;
  const auto score = [&](const char* thai, const char* english) {
    return score_of({"แมว", thai}, {"cat", english}, {1, 2}, {1, 2}, weights);
  };
  const double neither = score("น้ำ", "water");
  EXPECT_NEAR(score("\nน้ำ", "\nwater") - neither, 2.0, 1e-6);
  EXPECT_NEAR(score("\nน้ำ", "water") - neither, -3.0, 1e-6);
  EXPECT_NEAR(score("น้ำ", "\nwater") - neither, -4.0, 1e-6);
}

TEST(BeadTermsTest, LinesThatEndTogetherAndApart) {
  ScoreWeights weights;
  weights[Term::end_line_both] = 2.0;
  weights[Term::end_line_thai] = -3.0;
  weights[Term::end_line_english] = -4.0;
  const auto score = [&](const char* thai, const char* english) {
    return score_of({"แมว", thai}, {"cat", english}, {0, 1}, {0, 1}, weights);
  };
  const double neither = score("น้ำ", "water");
  EXPECT_NEAR(score("\nน้ำ", "\nwater") - neither, 2.0, 1e-6);
  EXPECT_NEAR(score("\nน้ำ", "water") - neither, -3.0, 1e-6);
  EXPECT_NEAR(score("น้ำ", "\nwater") - neither, -4.0, 1e-6);
}

TEST(BeadTermsTest, LineEndsInsideABeadByTheirNumbers) {
  const std::vector<std::string> thai = {"แมว", "น้ำ", "\nข้าว", "\nถนน", "\nแมว"};
  const std::vector<std::string> english = {"cat", "water", "\nrice", "\nroad", "\ncat"};
  ScoreWeights weights;
  const auto score = [&](UnitRange source, UnitRange target) {
    return score_of(thai, english, source, target, weights);
  };
  const auto gain = [&](Term term, UnitRange source, UnitRange target) {
    weights = {};
    const double without = score(source, target);
    weights[term] = 1.5;
    return score(source, target) - without;
  };
  EXPECT_NEAR(gain(Term::lines_0_1, {0, 2}, {0, 3}), 1.5, 1e-6);
  EXPECT_NEAR(gain(Term::lines_1_0, {0, 3}, {0, 2}), 1.5, 1e-6);
  EXPECT_NEAR(gain(Term::lines_1_2, {0, 3}, {0, 4}), 1.5, 1e-6);
  EXPECT_NEAR(gain(Term::lines_2_2, {0, 5}, {0, 4}), 1.5, 1e-6) << "two or more";
  EXPECT_NEAR(gain(Term::lines_2_2, {0, 3}, {0, 4}), 0.0, 1e-6);
  EXPECT_NEAR(gain(Term::lines_0_1, {0, 2}, {0, 2}), 0.0, 1e-6);
}

TEST(BeadTermsTest, NullUnitsPayByTheCharacterAndTheirGap) {
  ScoreWeights weights;
  weights[Term::break_thai] = weights[Term::break_english] = 1.0;
  weights[Term::null_thai_character] = -0.5;
  // Two units in the midst of a paragraph on each side, the first with log-odds.
  const auto with = [&](const std::string& thai, float thai_odds, float english_odds,
                        const auto& ask) {
    const SmallProblem problem(
        text_of_units(Language::thai, {"แมว", thai, "น้ำ"}, {0, thai_odds, 0}),
        text_of_units(Language::english, {"cat", "rice", "water"}, {0, english_odds, 0}),
        Corridor::full(3, 3), ScoreModel(weights));
    return ask(problem.scorer);
  };
  const auto source = [](const BeadScorer& scorer) { return scorer.null_source(1); };
  const auto target = [](const BeadScorer& scorer) { return scorer.null_target(1); };
  EXPECT_NEAR(with("ข้าว", -2, 0, source) - with("ข้าว", 0, 0, source), -2.0, 1e-9);
  EXPECT_NEAR(with("ข้าว", 0, 3, target) - with("ข้าว", 0, 0, target), 3.0, 1e-9);
  EXPECT_NEAR(with("ข้าวข้าว", 0, 0, source) - with("ข้าว", 0, 0, source), -0.5 * 4, 1e-9);
  // A run that goes on need not end a sentence.
  const auto source_joined = [](const BeadScorer& scorer) { return scorer.null_source_joined(1); };
  const auto target_joined = [](const BeadScorer& scorer) { return scorer.null_target_joined(1); };
  EXPECT_NEAR(with("ข้าว", -2, 0, source_joined) - with("ข้าว", 0, 0, source_joined), 2.0, 1e-9);
  EXPECT_NEAR(with("ข้าว", 0, 3, target_joined) - with("ข้าว", 0, 0, target_joined), -3.0, 1e-9);
}

}  // namespace
}  // namespace thalign
