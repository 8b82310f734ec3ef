// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/translation_score.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_units;
using test::SmallProblem;
using test::text_of_units;

/// The mixture weight w, from a token that the span does not link to: log(1 - w).
double mixture_weight() {
  const SmallProblem problem(text_of_units(Language::thai, {"สีแดง", "แมว"}, {0, 0}),
                             text_of_units(Language::english, {"cat"}, {0}), Corridor::full(2, 1));
  TranslationScore score(problem.source, problem.target, problem.forward);
  score.start(0, {0, problem.target.units()});
  score.extend();
  std::vector<double> sums(2);
  score.sums({0, 1}, sums.data());
  return 1.0 - std::exp(sums[1]);
}

/// The formula of the header, token by token in double precision.
double plain_score(const Features& given, UnitRange span, const Features& predicted,
                   std::uint32_t unit, const Links& links, double weight) {
  double sum = 0.0;
  for (std::uint32_t t = predicted.token_begin[unit]; t < predicted.token_begin[unit + 1]; ++t) {
    const Symbol symbol = predicted.tokens[t];
    if (links.background(symbol) == 0.0F) continue;
    double probability = 0.0;
    for (std::uint32_t g = given.token_begin[span.begin]; g < given.token_begin[span.end]; ++g) {
      for (const Link& link : links.of(given.tokens[g])) {
        if (link.symbol == symbol) probability += static_cast<double>(link.probability);
      }
    }
    const double mean = probability / std::max(1U, given.tokens_in(span));
    sum += std::log(1.0 - weight + weight * mean / static_cast<double>(links.background(symbol)));
  }
  return sum;
}

TEST(TranslationScoreTest, TheMixtureIsAMixture) {
  EXPECT_GT(mixture_weight(), 0.0);
  EXPECT_LT(mixture_weight(), 1.0);
}

TEST(TranslationScoreTest, EqualsItsFormula) {
  const double weight = mixture_weight();
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    const SmallProblem problem(random_units(random, Language::thai, 5),
                               random_units(random, Language::english, 6), Corridor::full(5, 6));
    for (const bool forward : {true, false}) {
      const Features& given = forward ? problem.source : problem.target;
      const Features& predicted = forward ? problem.target : problem.source;
      const Links& links = forward ? problem.forward : problem.backward;
      TranslationScore score(given, predicted, links);
      // Spans in random order, so that nothing of the one before may be left.
      for (int span = 0; span < 4; ++span) {
        const auto begin = static_cast<std::uint32_t>(random() % given.units());
        score.start(begin, {0, predicted.units()});
        for (std::uint32_t end = begin + 1; end <= given.units(); ++end) {
          score.extend();
          const auto first = static_cast<std::uint32_t>(random() % (predicted.units() + 1));
          std::vector<double> sums(predicted.units() - first + std::size_t{1}, 99.0);
          score.sums({first, predicted.units()}, sums.data());
          ASSERT_EQ(sums[0], 0.0);
          double expected = 0.0;
          for (std::uint32_t unit = first; unit < predicted.units(); ++unit) {
            expected += plain_score(given, {begin, end}, predicted, unit, links, weight);
            ASSERT_NEAR(sums[unit - first + 1], expected, 1e-3);
          }
        }
      }
    }
  }
}

TEST(TranslationScoreTest, TokensNothingLinksToSayNothing) {
  const SmallProblem problem(text_of_units(Language::thai, {"แมว"}, {0}),
                             text_of_units(Language::english, {"red, goes"}, {0}),
                             Corridor::full(1, 1));
  TranslationScore score(problem.source, problem.target, problem.forward);
  score.start(0, {0, problem.target.units()});
  score.extend();
  std::vector<double> sums(2, 99.0);
  score.sums({0, 1}, sums.data());
  EXPECT_EQ(sums[1], 0.0);
}

TEST(TranslationScoreTest, ASpanOfMarksAlone) {
  const SmallProblem problem(text_of_units(Language::thai, {"!", "แมว"}, {0, 0}),
                             text_of_units(Language::english, {"cat"}, {0}), Corridor::full(2, 1));
  TranslationScore score(problem.source, problem.target, problem.forward);
  score.start(0, {0, problem.target.units()});
  score.extend();
  std::vector<double> sums(2, 99.0);
  score.sums({0, 1}, sums.data());
  EXPECT_TRUE(std::isfinite(sums[1]));
  EXPECT_LT(sums[1], 0.0);
}

}  // namespace
}  // namespace thalign
