// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace thalign {
namespace {

using Boundary = std::vector<float>;  // losses of its candidates

/// What `Candidates` keeps: pairs of boundary and place in it.
std::vector<std::pair<std::uint32_t, std::uint32_t>> kept(const std::vector<Boundary>& boundaries,
                                                          std::size_t most,
                                                          std::size_t most_of_boundary) {
  Candidates candidates(most, most_of_boundary);
  for (std::uint32_t b = 0; b < boundaries.size(); ++b) {
    for (std::uint32_t k = 0; k < boundaries[b].size(); ++k)
      candidates.add({{b, b + 1}, {k, k + 1}, boundaries[b][k]});
    candidates.end_boundary();
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (const Candidate& candidate : std::move(candidates).take())
    result.emplace_back(candidate.source.begin, candidate.target.begin);
  return result;
}

/// The same from its definition.
std::vector<std::pair<std::uint32_t, std::uint32_t>> expected(
    const std::vector<Boundary>& boundaries, std::size_t most, std::size_t most_of_boundary) {
  const auto all = [&](std::size_t each) {
    std::size_t sum = 0;
    for (const Boundary& boundary : boundaries) sum += std::min(boundary.size(), each);
    return sum;
  };
  std::size_t each = most_of_boundary;
  while (each > 1 && all(each) > most) --each;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (std::uint32_t b = 0; b < boundaries.size(); ++b) {
    for (std::uint32_t k = 0; k < boundaries[b].size(); ++k) {
      std::size_t better = 0;
      for (std::uint32_t other = 0; other < boundaries[b].size(); ++other) {
        const float loss = boundaries[b][other];
        better += loss < boundaries[b][k] || (loss == boundaries[b][k] && other < k) ? 1 : 0;
      }
      if (better < each) result.emplace_back(b, k);
    }
  }
  return result;
}

TEST(CandidatesTest, AllWhereThereAreFew) {
  const std::vector<Boundary> boundaries = {{3, 1, 2}, {}, {5}};
  EXPECT_EQ(kept(boundaries, 4, 3), expected(boundaries, 4, 3));
  EXPECT_EQ(kept(boundaries, 4, 3).size(), 4U);
}

TEST(CandidatesTest, TheLikeliestOfEachBoundaryInTheirOrder) {
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> two = {{0, 1}, {0, 2}, {1, 0}};
  EXPECT_EQ(kept({{3, 1, 2}, {5}}, 100, 2), two);
}

TEST(CandidatesTest, TiesGoToTheEarlier) {
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> two = {{0, 0}, {0, 2}};
  EXPECT_EQ(kept({{1, 1, 0, 1, 1, 1, 1}}, 100, 2), two);
}

TEST(CandidatesTest, BoundariesWithFewLoseNone) {
  // 3 of each are too many, 2 of each are not.
  EXPECT_EQ(kept({{1}, {1, 2, 3, 4}, {4, 3, 2, 1}}, 6, 100).size(), 5U);
}

TEST(CandidatesTest, EveryBoundaryKeepsOne) {
  EXPECT_EQ(kept({{1, 2}, {1, 2}, {1, 2}}, 2, 100).size(), 3U);
}

TEST(CandidatesTest, AsDefinedOnRandomLosses) {
  std::mt19937 random(40);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    std::vector<Boundary> boundaries(1 + random() % 8);
    for (Boundary& boundary : boundaries) {
      boundary.resize(random() % 30);
      for (float& loss : boundary) loss = static_cast<float>(random() % 6);
    }
    const std::size_t most = 1 + random() % 60;
    const std::size_t of_boundary = 1 + random() % 20;
    EXPECT_EQ(kept(boundaries, most, of_boundary), expected(boundaries, most, of_boundary));
  }
}

}  // namespace
}  // namespace thalign
