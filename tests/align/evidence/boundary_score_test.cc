// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/boundary_score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

/// Mean of p(predicted | given) / p(predicted) over given tokens [begin, end).
double mean_ratio(const Features& given, std::uint32_t begin, std::uint32_t end, Symbol predicted,
                  const Links& links) {
  double sum = 0.0;
  for (std::uint32_t t = begin; t < end; ++t) {
    for (const Link& link : links.of(given.tokens[t])) {
      if (link.symbol == predicted)
        sum += static_cast<double>(link.probability) / links.background(predicted);
    }
  }
  return begin == end ? 0.0 : sum / (end - begin);
}

/// What words `words` of `predicted`, which stand around a boundary, say for what follows the
/// boundary of `given`, by the definition.
double around(const Features& given, std::uint32_t given_boundary, const Features& predicted,
              UnitRange words, const Links& links, const BoundaryWeights::Weight& weight) {
  const std::uint32_t at = given.token_begin[given_boundary];
  const std::uint32_t first = at < 8 ? 0 : at - 8;
  const auto last =
      std::min<std::uint32_t>(at + 8, static_cast<std::uint32_t>(given.tokens.size()));
  double sum = 0.0;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const double after = mean_ratio(given, at, last, predicted.tokens[t], links);
    const double before = mean_ratio(given, first, at, predicted.tokens[t], links);
    const double ratio =
        std::clamp(std::log((0.3 + 0.7 * after) / (0.3 + 0.7 * before)), -6.0, 6.0);
    const double usual = std::clamp(ratio, -2.0, 2.0);
    sum += weight.usual * usual + weight.strong * (ratio - usual);
  }
  return sum;
}

/// The four words after a boundary, and the four before it.
UnitRange after(const Features& text, std::uint32_t boundary) {
  const std::uint32_t at = text.token_begin[boundary];
  return {at, std::min<std::uint32_t>(at + 4, static_cast<std::uint32_t>(text.tokens.size()))};
}
UnitRange before(const Features& text, std::uint32_t boundary) {
  const std::uint32_t at = text.token_begin[boundary];
  return {at < 4 ? 0 : at - 4, at};
}

TEST(BoundaryScoreTest, EqualsTheDefinition) {
  std::mt19937 random(3);
  for (int trial = 0; trial < 60; ++trial) {
    const SegmentedText source =
        test::random_units(random, Language::thai, static_cast<std::uint32_t>(1 + random() % 7));
    const SegmentedText target =
        test::random_units(random, Language::english, static_cast<std::uint32_t>(1 + random() % 7));
    const auto n = static_cast<std::uint32_t>(source.units().size());
    const auto m = static_cast<std::uint32_t>(target.units().size());
    const test::SmallProblem problem(source, target, Corridor::full(n, m));
    const auto weight = [&] {
      return BoundaryWeights::Weight{test::uniform(random, -2.0, 2.0),
                                     test::uniform(random, -2.0, 2.0)};
    };
    const BoundaryWeights weights = {.source_opening = weight(),
                                     .target_opening = weight(),
                                     .source_closing = weight(),
                                     .target_closing = weight()};
    BoundaryScore score(problem.source, problem.target, problem.forward, problem.backward, weights);
    const Features& a = problem.source;
    const Features& b = problem.target;
    std::vector<double> openings;
    std::vector<double> closings;
    for (std::uint32_t i = 0; i <= n; ++i) {
      const auto first = static_cast<std::uint32_t>(random() % (m + 1));
      score.score(i, {first, m}, openings, closings);
      ASSERT_EQ(openings.size(), m - first + 1);
      ASSERT_EQ(closings.size(), m - first + 1);
      for (std::uint32_t j = first; j <= m; ++j) {
        const bool inner = i > 0 && i < n && j > 0 && j < m;
        const double opening =
            around(a, i, b, after(b, j), problem.forward, weights.target_opening) +
            around(b, j, a, after(a, i), problem.backward, weights.source_opening);
        // Words before the boundary speak for it where what stands before the other explains them.
        const double closing =
            -around(a, i, b, before(b, j), problem.forward, weights.target_closing) -
            around(b, j, a, before(a, i), problem.backward, weights.source_closing);
        EXPECT_NEAR(openings[j - first], inner ? opening : 0.0, 1e-4);
        EXPECT_NEAR(closings[j - first], inner ? closing : 0.0, 1e-4);
      }
    }
  }
}

TEST(BoundaryScoreTest, HighestWhereBothSidesOpenAndCloseAlike) {
  const SegmentedText thai =
      test::text_of_units(Language::thai, {"แมวอยู่บ้าน", "ถนนยาวมาก", "โรงเรียนปิดแล้ว"}, {0, 0, 0});
  const SegmentedText english = test::text_of_units(
      Language::english, {"cat at home", "road very long", "school now closed"}, {0, 0, 0});
  const test::SmallProblem problem(thai, english, Corridor::full(3, 3));
  constexpr BoundaryWeights::Weight kPlain = {1.0, 0.0};
  BoundaryScore score(problem.source, problem.target, problem.forward, problem.backward,
                      {.source_opening = kPlain,
                       .target_opening = kPlain,
                       .source_closing = kPlain,
                       .target_closing = kPlain});
  std::vector<double> openings;
  std::vector<double> closings;
  score.score(1, {1, 2}, openings, closings);
  EXPECT_GT(openings[0], 0.5);
  EXPECT_GT(openings[0], openings[1]);
  EXPECT_GT(closings[0], 0.5);
  EXPECT_GT(closings[0], closings[1]);
}

}  // namespace
}  // namespace thalign
