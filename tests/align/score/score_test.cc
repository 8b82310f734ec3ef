// SPDX-License-Identifier: Apache-2.0
#include "align/score/score.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_corridor;
using test::random_model;
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
      Corridor::full(source_units, target_units), ScoreModel(weights));
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

/// Some of the beads inside a corridor that are not lopsided.
BeadList chosen_beads(std::mt19937& random, const Corridor& corridor, BeadScorer& scorer) {
  std::vector<Candidate> beads;
  for (std::uint32_t source = 0; source < corridor.source_units(); ++source) {
    for (const ScoredPair& bead : scorer.beads_from(source)) {
      if (random() % 3 == 0) beads.push_back({bead.source, bead.target, 0.0F});
    }
  }
  return {std::move(beads), corridor.source_units()};
}

/// Expects of all beads of a problem the score of the plain definition, and their order. Returns
/// their number.
std::size_t expect_plain_scores(SmallProblem& problem) {
  const Corridor& corridor = problem.corridor;
  std::size_t beads = 0;
  for (std::uint32_t begin = 0; begin < problem.source.units(); ++begin) {
    std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> last{};
    for (const ScoredPair& bead : problem.scorer.beads_from(begin)) {
      ++beads;
      EXPECT_EQ(bead.source.begin, begin);
      EXPECT_FALSE(bead.source.empty() || bead.target.empty());
      EXPECT_TRUE(corridor.contains(bead.source.begin, bead.target.begin));
      EXPECT_TRUE(corridor.contains(bead.source.end, bead.target.end));
      EXPECT_NEAR(bead.score, problem.scorer.score(bead.source, bead.target), 1e-3);
      const std::tuple order(bead.source.end, bead.target.begin, bead.target.end);
      EXPECT_LT(last, order) << "the order of the header, each bead once";
      last = order;
    }
  }
  return beads;
}

TEST(BeadScorerTest, BeadsFromEqualsThePlainScoreWhateverTheWeights) {
  std::mt19937 random(10);
  for (int round = 0; round < 100; ++round) {
    SCOPED_TRACE(round);
    const auto thai_units = static_cast<std::uint32_t>(1 + random() % 9);
    const auto english_units = static_cast<std::uint32_t>(1 + random() % 9);
    const SegmentedText thai = random_units(random, Language::thai, thai_units);
    const SegmentedText english = random_units(random, Language::english, english_units);
    const bool thai_first = random() % 2 == 0;
    const SegmentedText& source = thai_first ? thai : english;
    const SegmentedText& target = thai_first ? english : thai;
    const auto n = static_cast<std::uint32_t>(source.units().size());
    const auto m = static_cast<std::uint32_t>(target.units().size());
    const std::string bytes = random_model(random);
    const ScoreModel model(bytes, "random");
    SmallProblem problem(source, target,
                         round % 2 == 0 ? Corridor::full(n, m) : random_corridor(random, n, m),
                         model);
    expect_plain_scores(problem);
    auto list = std::make_unique<BeadList>(chosen_beads(random, problem.corridor, problem.scorer));
    const std::size_t beads = list->size();
    SmallProblem chosen(source, target, problem.corridor, model, std::move(list));
    EXPECT_EQ(expect_plain_scores(chosen), beads);
    if (HasFailure()) return;
  }
}

/// All that the score says of two small texts: of each bead, then of null units.
std::vector<double> all_scores(const SegmentedText& source, const SegmentedText& target,
                               const ScoreModel& model) {
  const auto n = static_cast<std::uint32_t>(source.units().size());
  const auto m = static_cast<std::uint32_t>(target.units().size());
  const SmallProblem problem(source, target, Corridor::full(n, m), model);
  std::vector<double> scores;
  for (std::uint32_t i = 0; i < n; ++i) {
    for (std::uint32_t j = 0; j < m; ++j) {
      for (std::uint32_t source_end = i + 1; source_end <= n; ++source_end) {
        for (std::uint32_t target_end = j + 1; target_end <= m; ++target_end)
          scores.push_back(problem.scorer.score({i, source_end}, {j, target_end}));
      }
    }
  }
  const BeadScorer& scorer = problem.scorer;
  for (std::uint32_t u = 0; u < n; ++u)
    scores.insert(scores.end(), {scorer.null_source_open(u), scorer.null_source(u),
                                 scorer.null_source_joined(u)});
  for (std::uint32_t u = 0; u < m; ++u)
    scores.insert(scores.end(), {scorer.null_target_open(u), scorer.null_target(u),
                                 scorer.null_target_joined(u)});
  return scores;
}

ScoreWeights no_weights() {
  ScoreWeights weights;
  weights.values.fill(0.0);
  return weights;
}

/// Texts of units that share lines or don't, of marks alone, and of many words.
SegmentedText varied_units(std::mt19937& random, Language language) {
  const SegmentedText text = random_units(random, language, 6);
  std::vector<std::string> units;
  std::vector<float> break_after;
  std::string long_unit;
  for (int word = 0; word < 60; ++word) long_unit += language == Language::thai ? "แมว" : " cats";
  if (language == Language::english) long_unit.erase(0, 1);
  for (std::uint32_t u = 0; u < 6; ++u) {
    const Unit& unit = text.units()[u];
    const std::string begin = u > 0 && unit.paragraph != text.units()[u - 1].paragraph ? "\n" : "";
    units.push_back(u == 2   ? "---"
                    : u == 4 ? long_unit
                             : begin + std::string(text.text({u, u + 1})));
    break_after.push_back(unit.break_after);
  }
  return text_of_units(language, units, break_after);
}

TEST(BeadScorerTest, IsTheWeighedSumOfTermsThatAllCount) {
  std::mt19937 random(12);
  std::vector<bool> counts(kTerms);
  for (int round = 0; round < 2; ++round) {
    const SegmentedText thai = varied_units(random, Language::thai);
    const SegmentedText english = varied_units(random, Language::english);
    const SegmentedText& source = round % 2 == 0 ? thai : english;
    const SegmentedText& target = round % 2 == 0 ? english : thai;
    const ScoreWeights weights = test::random_weights(random);
    const std::vector<double> scores = all_scores(source, target, ScoreModel(weights));
    std::vector<double> sums(scores.size());
    for (std::size_t term = 0; term < kTerms; ++term) {
      ScoreWeights one = no_weights();
      one.values[term] = 1.0;
      const std::vector<double> values = all_scores(source, target, ScoreModel(one));
      for (std::size_t k = 0; k < sums.size(); ++k) {
        sums[k] += weights.values[term] * values[k];
        if (values[k] != 0.0) counts[term] = true;
      }
    }
    for (std::size_t k = 0; k < sums.size(); ++k) EXPECT_NEAR(scores[k], sums[k], 1e-3);
  }
  for (std::size_t term = 0; term < kTerms; ++term) EXPECT_TRUE(counts[term]) << kTermNames[term];
}

TEST(BeadScorerTest, EitherTextMayBeTheSource) {
  std::mt19937 random(13);
  const std::string bytes = random_model(random);
  const ScoreModel model(bytes, "random");
  for (int round = 0; round < 20; ++round) {
    const SegmentedText thai = random_units(random, Language::thai, 5);
    const SegmentedText english = random_units(random, Language::english, 5);
    const SmallProblem one(thai, english, Corridor::full(5, 5), model);
    const SmallProblem two(english, thai, Corridor::full(5, 5), model);
    for (std::uint32_t u = 0; u < 5; ++u) {
      for (std::uint32_t v = 0; v < 5; ++v)
        EXPECT_NEAR(one.scorer.score({u / 2, u + 1}, {v / 2, v + 1}),
                    two.scorer.score({v / 2, v + 1}, {u / 2, u + 1}), 1e-3);
      EXPECT_NEAR(one.scorer.null_source(u), two.scorer.null_target(u), 1e-6);
      EXPECT_NEAR(one.scorer.null_target_open(u), two.scorer.null_source_open(u), 1e-6);
      EXPECT_NEAR(one.scorer.null_source_joined(u), two.scorer.null_target_joined(u), 1e-6);
    }
  }
}

TEST(BeadScorerTest, HashedWeightsOfTheFirstWordsTogether) {
  const SegmentedText thai = text_of_units(Language::thai, {"แมวกินข้าว", "ถนนยาว"}, {0, 0});
  const SegmentedText english = text_of_units(Language::english, {"cat eats", "road long"}, {0, 0});
  Vocabulary vocabulary;
  const Features source = make_features(thai, vocabulary);
  const Features target = make_features(english, vocabulary);
  const std::array<std::uint32_t, 3> hashes = opening_hashes(source, 0, target, 0);
  EXPECT_EQ(hashes, opening_hashes(target, 0, source, 0)) << "either text may be the source";
  EXPECT_NE(hashes, opening_hashes(source, 0, target, 1));
  EXPECT_NE(hashes, opening_hashes(source, 1, target, 0));
  std::vector<float> hashed(HashedWeights::kSize);
  for (std::size_t k = 0; k < hashes.size(); ++k)
    hashed[HashedWeights::slot(hashes[k])] += 0.5F * static_cast<float>(1U << k);
  const std::array<ScoreWeights, kStyles> weights{};
  const std::string bytes = ScoreModel::pack(weights, hashed, 1.0);
  const SmallProblem with(thai, english, Corridor::full(2, 2), ScoreModel(bytes, "model"));
  const SmallProblem without(thai, english, Corridor::full(2, 2));
  const auto gain = [&](UnitRange a, UnitRange b) {
    return with.scorer.score(a, b) - without.scorer.score(a, b);
  };
  EXPECT_NEAR(gain({0, 1}, {0, 1}), 3.5, 1e-4);
  EXPECT_NEAR(gain({0, 2}, {0, 1}), 3.5, 1e-4);
  EXPECT_NEAR(gain({1, 2}, {1, 2}), 0.0, 1e-4);
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
  const double of_thai = ScoreWeights{}[Term::break_thai];
  const double of_english = ScoreWeights{}[Term::break_english];
  EXPECT_NEAR(score(1, 0) - score(0, 0), of_thai, 1e-6);
  EXPECT_NEAR(score(0, 1) - score(0, 0), of_english, 1e-6);
  EXPECT_NEAR(score(-2, 3) - score(0, 0), -2 * of_thai + 3 * of_english, 1e-6);
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

TEST(BeadScorerTest, LinesThatBeginTogetherAndApart) {
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

TEST(BeadScorerTest, LinesThatEndTogetherAndApart) {
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

TEST(BeadScorerTest, LineEndsInsideABeadByTheirNumbers) {
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

TEST(BeadScorerTest, NullUnitsPayByTheCharacterAndTheirGap) {
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

/// What layout adds to the beginning and end of beads of two units a side.
class LayoutTest : public testing::Test {
 protected:
  LayoutTest()
      : problem(text_of_units(Language::thai, {"แมว", "\nน้ำ"}, {0.0F, 0.0F}),
                text_of_units(Language::english, {"cat", "\nwater"}, {0.0F, 0.0F}),
                Corridor::full(2, 2)),
        source(problem.source),
        target(problem.target) {
    none.values.fill(0.0);
  }
  ScoreTerms terms(const ScoreModel& model) const {
    return {source, target, problem.forward, problem.backward, model};
  }

  SmallProblem problem;
  Features source, target;
  ScoreWeights none;
};

TEST_F(LayoutTest, KindsThatBothTextsHaveAreCompared) {
  const ScoreModel model(none, {}, {.kind = 3.0, .times = 0.0, .list_item = 0.0});
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "not known";
  source.kinds = {BlockKind::heading, BlockKind::paragraph};
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "known of one text";
  target.kinds = {BlockKind::heading, BlockKind::paragraph};
  EXPECT_EQ(terms(model).begin(0, 0), 3.0);
  EXPECT_EQ(terms(model).begin(0, 1), -3.0);
  EXPECT_EQ(terms(model).begin(1, 1), 0.0) << "paragraphs";
  EXPECT_EQ(terms(model).begin(2, 2), 0.0) << "the end";
  target.kinds[0] = BlockKind::list_item;
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "the other has no headings, this no lists";
  target.kinds = {BlockKind::paragraph, BlockKind::heading};
  target.paragraph_start[0] = false;
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "inside a block";
}

TEST_F(LayoutTest, NullRunsThatBeginWithAnItemOfAList) {
  const ScoreModel model(none, {}, {.kind = 0.0, .times = 0.0, .list_item = -4.0});
  const double before = terms(model).null_source_open(1);
  source.list_items = {false, true};
  EXPECT_DOUBLE_EQ(terms(model).null_source_open(1), before - 4.0);
  EXPECT_DOUBLE_EQ(terms(model).null_source_open(0), terms(model).null_target_open(0));
}

TEST_F(LayoutTest, TimesOfBothEndsAreCompared) {
  const ScoreModel model(none, {}, {.kind = 0.0, .times = 4.0, .list_item = 0.0});
  source.times = {{1000, 2000}, {2500, 4000}};
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "known of one text";
  target.times = {{1000, 3000}, {3100, 60000}};
  EXPECT_DOUBLE_EQ(terms(model).begin(0, 0), 4.0);
  EXPECT_DOUBLE_EQ(terms(model).end(1, 1), 2.0) << "a second apart";
  EXPECT_DOUBLE_EQ(terms(model).end(2, 2), 0.0) << "never against a bead";
  EXPECT_DOUBLE_EQ(terms(model).begin(1, 1), 4.0 * 0.7);
  EXPECT_DOUBLE_EQ(terms(model).end(0, 0), 0.0);
  EXPECT_DOUBLE_EQ(terms(model).begin(2, 2), 0.0);
  EXPECT_DOUBLE_EQ(terms(model).end_line(1, 1), 2.0) << "the coarse pass takes it here";
}

}  // namespace
}  // namespace thalign
