#include "align/search/score.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_corridor;
using test::random_units;
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
      Corridor::full(source_units, target_units), weights);
  return problem.scorer.score(source, target);
}

TEST(LengthModelTest, LossGrowsWithTheSquareThenLinearly) {
  const LengthModel model;
  const double best = model.score(0.0, 200);
  const double sigma = LengthModel::kInner / model.term(200).scale;
  const auto loss = [&](double log_ratio) { return best - model.score(log_ratio, 200); };
  EXPECT_NEAR(loss(0.5 * sigma), loss(sigma) / 4.0, 1e-9);
  EXPECT_NEAR(loss(-3.0 * sigma), loss(3.0 * sigma), 1e-9);
  EXPECT_NEAR(loss(4.0 * sigma) - loss(3.0 * sigma), loss(3.0 * sigma) - loss(2.0 * sigma), 1e-9);
  EXPECT_NEAR(loss(2.0 * sigma), 3.0 * loss(sigma), 1e-9);
}

TEST(BeadScorerTest, BeadsFromEqualsThePlainScore) {
  std::mt19937 random(10);
  for (int round = 0; round < 100; ++round) {
    const auto source_units = static_cast<std::uint32_t>(1 + random() % 9);
    const auto target_units = static_cast<std::uint32_t>(1 + random() % 9);
    SmallProblem problem(random_units(random, Language::thai, source_units),
                         random_units(random, Language::english, target_units),
                         round % 2 == 0 ? Corridor::full(source_units, target_units)
                                        : random_corridor(random, source_units, target_units));
    const Corridor& corridor = problem.corridor;
    for (std::uint32_t begin = 0; begin < source_units; ++begin) {
      std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> last{};
      for (const ScoredPair& bead : problem.scorer.beads_from(begin)) {
        ASSERT_EQ(bead.source.begin, begin);
        ASSERT_FALSE(bead.source.empty() || bead.target.empty());
        ASSERT_TRUE(corridor.contains(bead.source.begin, bead.target.begin));
        ASSERT_TRUE(corridor.contains(bead.source.end, bead.target.end));
        ASSERT_NEAR(bead.score, problem.scorer.score(bead.source, bead.target), 1e-4);
        const std::tuple order(bead.source.end, bead.target.begin, bead.target.end);
        ASSERT_LT(last, order) << "the order of the header, each bead once";
        last = order;
      }
    }
  }
}

TEST(BeadScorerTest, BeadsOfLikeLengthAreAllThere) {
  const std::vector<std::string> thai(5, "แมวกินปลา");
  const std::vector<std::string> english(4, "cats eat");
  SmallProblem problem(text_of_units(Language::thai, thai, std::vector<float>(5)),
                       text_of_units(Language::english, english, std::vector<float>(4)),
                       Corridor::full(5, 4));
  for (std::uint32_t begin = 0; begin < 5; ++begin) {
    EXPECT_EQ(problem.scorer.beads_from(begin).size(), (5 - begin) * 10U);
  }
}

TEST(BeadScorerTest, LeavesOutLopsidedBeads) {
  const std::string much(2000, 'x');
  SmallProblem problem(text_of_units(Language::thai, {"แมว", "แมว"}, {0, 0}),
                       text_of_units(Language::english, {"cat", much}, {0, 0}),
                       Corridor::full(2, 2));
  for (std::uint32_t begin = 0; begin < 2; ++begin) {
    for (const ScoredPair& bead : problem.scorer.beads_from(begin)) {
      EXPECT_EQ(bead.target, (UnitRange{0, 1}));
    }
  }
}

TEST(BeadScorerTest, TwoLongUnitsMayMeet) {
  std::string thai;
  std::string english;
  for (int i = 0; i < 1000; ++i) {
    thai += "แมวกินปลา";
    english += "cats eat ";
  }
  SmallProblem problem(text_of_units(Language::thai, {thai}, {0}),
                       text_of_units(Language::english, {english + "fish"}, {0}),
                       Corridor::full(1, 1));
  EXPECT_EQ(problem.scorer.beads_from(0).size(), 1U);
}

TEST(BeadScorerTest, TranslationsScoreHigher) {
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

TEST(BeadScorerTest, LikeLengthsScoreHigher) {
  const std::string forty(40, 'x');
  const std::string hundred(100, 'x');
  const std::string thai = "แมวกินปลาแมวกินปลาแมวกินปลาแมวกินปลาแมวกินปลา";
  EXPECT_GT(score_of({thai}, {forty}, {0, 1}, {0, 1}), score_of({thai}, {hundred}, {0, 1}, {0, 1}));
}

TEST(BeadScorerTest, BreakLogOddsCountAtTheEndsOfBothSides) {
  const auto score = [](float source_break, float target_break) {
    const SmallProblem problem(text_of_units(Language::thai, {"แมว", "แมว"}, {source_break, 0}),
                               text_of_units(Language::english, {"cat", "cat"}, {target_break, 0}),
                               Corridor::full(2, 2));
    return problem.scorer.score({0, 1}, {0, 1});
  };
  const double weight = ScoreWeights{}.segmentation;
  EXPECT_NEAR(score(1, 0) - score(0, 0), weight, 1e-9);
  EXPECT_NEAR(score(0, 1) - score(0, 0), weight, 1e-9);
  EXPECT_NEAR(score(-2, 3) - score(0, 0), weight, 1e-9);
}

TEST(BeadScorerTest, BreakLogOddsInsideABeadDoNotCount) {
  const auto score = [](float inside) {
    const SmallProblem problem(text_of_units(Language::thai, {"แมว", "แมว"}, {inside, 0}),
                               text_of_units(Language::english, {"cat"}, {0}),
                               Corridor::full(2, 1));
    return problem.scorer.score({0, 2}, {0, 1});
  };
  EXPECT_DOUBLE_EQ(score(4), score(-4));
}

TEST(BeadScorerTest, ParagraphsThatBeginTogetherScoreHigher) {
  const ScoreWeights weights{.paragraph_both = 2.0, .paragraph_one = -3.0};
  const auto score = [&](const char* thai, const char* english) {
    return score_of({"แมว", thai}, {"cat", english}, {1, 2}, {1, 2}, weights);
  };
  const double neither = score("น้ำ", "water");
  EXPECT_NEAR(score("\nน้ำ", "\nwater") - neither, 2.0, 1e-6);
  EXPECT_NEAR(score("\nน้ำ", "water") - neither, -3.0, 1e-6);
  EXPECT_NEAR(score("น้ำ", "\nwater") - neither, -3.0, 1e-6);
}

TEST(BeadScorerTest, NullUnitsPayByTheCharacterAndTheirGap) {
  const ScoreWeights weights{.segmentation = 1.0, .null_character = -0.5};
  // Two units in the midst of a paragraph on each side, the first with log-odds.
  const auto with = [&](const std::string& thai, float thai_odds, float english_odds,
                        const auto& ask) {
    const SmallProblem problem(
        text_of_units(Language::thai, {"แมว", thai, "น้ำ"}, {0, thai_odds, 0}),
        text_of_units(Language::english, {"cat", "rice", "water"}, {0, english_odds, 0}),
        Corridor::full(3, 3), weights);
    return ask(problem.scorer);
  };
  const auto source = [](const BeadScorer& scorer) { return scorer.null_source(1); };
  const auto target = [](const BeadScorer& scorer) { return scorer.null_target(1); };
  EXPECT_NEAR(with("ข้าว", -2, 0, source) - with("ข้าว", 0, 0, source), -2.0, 1e-9);
  EXPECT_NEAR(with("ข้าว", 0, 3, target) - with("ข้าว", 0, 0, target), 3.0, 1e-9);
  EXPECT_NEAR(with("ข้าวข้าว", 0, 0, source) - with("ข้าว", 0, 0, source), -0.5 * 4, 1e-9);
  // A run that goes on need not end a sentence, and gains nothing where one ends.
  const auto source_joined = [](const BeadScorer& scorer) { return scorer.null_source_joined(1); };
  const auto target_joined = [](const BeadScorer& scorer) { return scorer.null_target_joined(1); };
  EXPECT_NEAR(with("ข้าว", -2, 0, source_joined) - with("ข้าว", 0, 0, source_joined), 2.0, 1e-9);
  EXPECT_NEAR(with("ข้าว", 0, 3, target_joined) - with("ข้าว", 0, 0, target_joined), 0.0, 1e-9);
}

TEST(LengthModelTest, PrefersLikeLengthsAndTrustsLongTexts) {
  const LengthModel model;
  const double doubled = std::log(2.0);
  for (const std::uint32_t characters : {20U, 200U, 5000U}) {
    EXPECT_GT(model.score(0.0, characters), model.score(doubled, characters));
    EXPECT_GT(model.score(doubled, characters), model.score(2 * doubled, characters));
  }
  EXPECT_GT(model.score(0.0, 200), model.score(0.0, 20));
  EXPECT_LT(model.score(doubled, 400), model.score(doubled, 40));
}

}  // namespace
}  // namespace thalign
