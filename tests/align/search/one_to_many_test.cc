// SPDX-License-Identifier: Apache-2.0
#include "align/search/one_to_many.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <type_traits>
#include <vector>

#include "align/search_space/target_spans.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

/// Scores of Thai, the text with more units, against English, over all boundaries.
struct OneToMany {
  OneToMany(const SegmentedText& many, const SegmentedText& one)
      : problem(many, one,
                Corridor::full(static_cast<std::uint32_t>(many.units().size()),
                               static_cast<std::uint32_t>(one.units().size()))),
        terms(problem.source, problem.target, problem.forward, problem.backward, problem.model),
        scores({problem.source, problem.forward}, {problem.target, problem.backward},
               std::vector<Corridor::Row>(problem.target.units() + std::size_t{1},
                                          Corridor::Row{0, problem.source.units()}),
               terms, true) {}

  test::SmallProblem problem;
  ScoreTerms terms;
  OneToManyScores scores;
};

TEST(OneToManyTest, LengthsAreScoredAsInTheExactPass) {
  std::mt19937 random(78);
  const OneToMany of(test::random_units(random, Language::thai, 8),
                     test::random_units(random, Language::english, 5));
  for (std::uint32_t j = 0; j < 5; ++j) {
    const LengthScore length = of.scores.length_of({j, j + 1});
    const std::uint32_t characters = of.problem.target.characters_in({j, j + 1});
    for (const double log_ratio : {-2.0, -0.4, -0.05, 0.0, 0.1, 0.7, 3.0}) {
      // `many` is the source: its length less that of `one` is minus the log ratio of the score.
      const OneToManyScores::Array deviation =
          OneToManyScores::Array::Constant(1, static_cast<float>(-log_ratio));
      const double found = static_cast<double>(length.constant - length.loss(deviation)[0]);
      EXPECT_NEAR(found, of.terms.length().score(log_ratio, 2 * characters), 1e-3);
    }
  }
}

TEST(OneToManyTest, PlacesAreScoredAsInTheExactPass) {
  std::mt19937 random(79);
  const OneToMany of(test::random_units(random, Language::thai, 8),
                     test::random_units(random, Language::english, 5));
  for (std::uint32_t i = 0; i < 8; ++i) {
    for (std::uint32_t j = 0; j < 5; ++j) {
      EXPECT_NEAR(of.scores.begin_score(i, j), of.terms.begin(i, j), 1e-5);
      EXPECT_NEAR(of.scores.end_score(i, j), of.terms.end_line(i, j), 1e-5);
    }
  }
  for (std::uint32_t i = 0; i <= 8; ++i)
    EXPECT_NEAR(of.scores.of_many().ends[i], of.terms.source_end(i), 1e-5);
  for (std::uint32_t j = 0; j < 5; ++j) {
    EXPECT_NEAR(of.scores.of_one().null[j],
                of.terms.null_target(j) + of.terms.null_target_joined(j), 1e-4);
  }
}

TEST(OneToManyTest, AUnitMayFaceAsMuchAsABeadMayBeLopsided) {
  const OneToMany of(test::text_of_units(Language::thai, {"แมว", "ข้าวแมวข้าวแมว"}, {0, 0}),
                     test::text_of_units(Language::english, {"cat"}, {0}));
  for (const std::uint32_t b : {1U, 2U}) {
    const std::uint32_t own = of.problem.source.characters_in({b - 1, b});
    const auto most = static_cast<float>(kMaxRatio * own + kRatioSlack);
    EXPECT_TRUE(of.scores.may_face(b, most));
    EXPECT_FALSE(of.scores.may_face(b, most + 1.0F));
  }
}

TEST(OneToManyTest, SpansEndWhereBeadsMay) {
  std::mt19937 random(80);
  const OneToMany of(test::random_units(random, Language::thai, 12),
                     test::random_units(random, Language::english, 4));
  const Features& many = of.problem.source;
  for (std::uint32_t j = 0; j < 4; ++j) {
    const std::uint32_t one = of.problem.target.characters_in({j, j + 1});
    SpanEnds span_ends = of.scores.span_ends({j, j + 1});
    for (std::uint32_t a = 0; a < 12; ++a) {
      const auto [first, end] = span_ends.from(a);
      for (std::uint32_t b = a + 1; b <= longest_end(many, a); ++b) {
        const std::uint32_t own = many.characters_in({a, b});
        const bool fits =
            one <= kMaxRatio * own + kRatioSlack && own <= kMaxRatio * one + kRatioSlack;
        EXPECT_EQ(fits, first <= b && b < end) << a << " " << b << " " << j;
      }
    }
  }
}

TEST(OneToManyTest, PacketsCoverAllValues) {
  for (Eigen::Index size = 0; size <= 13; ++size) {
    std::vector<bool> seen(static_cast<std::size_t>(size));
    in_packets(size, [&]<int kSize>(Eigen::Index k, std::integral_constant<int, kSize>) {
      EXPECT_EQ(kSize, size < 4 ? 1 : 4);
      for (Eigen::Index v = k; v < k + kSize; ++v) seen.at(static_cast<std::size_t>(v)) = true;
    });
    EXPECT_EQ(std::ranges::count(seen, true), size);
  }
}

}  // namespace
}  // namespace thalign
