// SPDX-License-Identifier: Apache-2.0
#include "align/score/score.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <memory>
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

}  // namespace
}  // namespace thalign
