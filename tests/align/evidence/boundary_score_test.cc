#include "align/evidence/boundary_score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

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

/// What the words that open `predicted` after a boundary say, by the definition.
double opening(const Features& given, std::uint32_t given_boundary, const Features& predicted,
               std::uint32_t predicted_boundary, const Links& links) {
  const std::uint32_t at = given.token_begin[given_boundary];
  const std::uint32_t first = at < 8 ? 0 : at - 8;
  const auto last =
      std::min<std::uint32_t>(at + 8, static_cast<std::uint32_t>(given.tokens.size()));
  const std::uint32_t open = predicted.token_begin[predicted_boundary];
  double sum = 0.0;
  for (std::uint32_t t = open; t < open + 4 && t < predicted.tokens.size(); ++t) {
    const double after = mean_ratio(given, at, last, predicted.tokens[t], links);
    const double before = mean_ratio(given, first, at, predicted.tokens[t], links);
    sum += std::clamp(std::log((0.3 + 0.7 * after) / (0.3 + 0.7 * before)), -2.0, 2.0);
  }
  return sum;
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
    BoundaryScore score(problem.source, problem.target, problem.forward, problem.backward);
    for (std::uint32_t i = 0; i <= n; ++i) {
      const auto first = static_cast<std::uint32_t>(random() % (m + 1));
      const std::span<const double> scores = score.scores(i, {first, m});
      ASSERT_EQ(scores.size(), m - first + 1);
      for (std::uint32_t j = first; j <= m; ++j) {
        const bool inner = i > 0 && i < n && j > 0 && j < m;
        const double expected =
            inner ? opening(problem.source, i, problem.target, j, problem.forward) +
                        opening(problem.target, j, problem.source, i, problem.backward)
                  : 0.0;
        EXPECT_NEAR(scores[j - first], expected, 1e-4);
      }
    }
  }
}

TEST(BoundaryScoreTest, HighestWhereBothSidesOpenAlike) {
  const SegmentedText thai =
      test::text_of_units(Language::thai, {"แมวอยู่บ้าน", "ถนนยาวมาก", "โรงเรียนปิดแล้ว"}, {0, 0, 0});
  const SegmentedText english = test::text_of_units(
      Language::english, {"cat at home", "road very long", "school now closed"}, {0, 0, 0});
  const test::SmallProblem problem(thai, english, Corridor::full(3, 3));
  BoundaryScore score(problem.source, problem.target, problem.forward, problem.backward);
  const std::span<const double> scores = score.scores(1, {1, 2});
  EXPECT_GT(scores[0], 0.5);
  EXPECT_GT(scores[0], scores[1]);
}

}  // namespace
}  // namespace thalign
