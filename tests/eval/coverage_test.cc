// SPDX-License-Identifier: Apache-2.0
#include "eval/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace thalign::coverage {
namespace {

std::set<std::pair<std::uint32_t, std::uint32_t>> cells(const std::vector<Rectangle>& rectangles) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> all;
  for (const Rectangle& r : rectangles) {
    for (std::uint32_t s = r.source.begin; s < r.source.end; ++s) {
      for (std::uint32_t t = r.target.begin; t < r.target.end; ++t) all.emplace(s, t);
    }
  }
  return all;
}

TEST(CoverageTest, CountsPositionsOnce) {
  EXPECT_EQ(covered({{0, 4}, {2, 6}, {8, 9}, {8, 9}}), 7.0);
  EXPECT_EQ(covered({}), 0.0);
}

TEST(CoverageTest, CellsAndOverlapsAsSetsOfPairs) {
  std::mt19937 random(77);
  const auto random_rectangles = [&] {
    std::vector<Rectangle> all;
    for (auto count = random() % 5; count-- > 0;) {
      const auto span = [&] {
        const auto begin = static_cast<std::uint32_t>(random() % 8);
        return Span{begin, begin + 1 + static_cast<std::uint32_t>(random() % 4)};
      };
      all.push_back({span(), span()});
    }
    return all;
  };
  for (int round = 0; round < 200; ++round) {
    const std::vector<Rectangle> gold = random_rectangles();
    const std::vector<Rectangle> system = random_rectangles();
    const auto gold_cells = cells(gold);
    const auto system_cells = cells(system);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> common;
    std::ranges::set_intersection(gold_cells, system_cells, std::back_inserter(common));
    const Counts found = compare_cells(gold, system);
    EXPECT_EQ(found.right_system, static_cast<double>(common.size()));
    EXPECT_EQ(found.system, static_cast<double>(system_cells.size()));
    EXPECT_EQ(found.gold, static_cast<double>(gold_cells.size()));
    const OverlapIndex index(gold);
    for (const Rectangle& query : system) {
      const bool expected = std::ranges::any_of(
          gold, [&](const Rectangle& one) { return common_area(one, query) > 0; });
      EXPECT_EQ(index.overlaps(query), expected);
    }
  }
}

}  // namespace
}  // namespace thalign::coverage
