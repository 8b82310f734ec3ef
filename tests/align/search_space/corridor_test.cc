// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/corridor.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

TEST(CorridorTest, PictureOfTheHeader) {
  const Corridor corridor({{0, 1}, {0, 2}, {1, 3}, {3, 4}});
  EXPECT_EQ(corridor.source_units(), 3U);
  EXPECT_EQ(corridor.target_units(), 4U);
  EXPECT_EQ(corridor.cells(), 10U);
  EXPECT_TRUE(corridor.contains(0, 0));
  EXPECT_FALSE(corridor.contains(0, 2));
  EXPECT_FALSE(corridor.contains(2, 0));
  EXPECT_TRUE(corridor.contains(2, 3));
  EXPECT_FALSE(corridor.contains(3, 2));
  EXPECT_TRUE(corridor.contains(3, 4));
}

TEST(CorridorTest, FullHoldsEveryPair) {
  const Corridor corridor = Corridor::full(2, 3);
  EXPECT_EQ(corridor.cells(), 12U);
  for (std::uint32_t i = 0; i <= 2; ++i) {
    for (std::uint32_t j = 0; j <= 3; ++j) EXPECT_TRUE(corridor.contains(i, j));
  }
}

TEST(CorridorTest, FullOfEmptySides) {
  EXPECT_EQ(Corridor::full(0, 0).cells(), 1U);
  EXPECT_EQ(Corridor::full(0, 3).cells(), 4U);
  EXPECT_EQ(Corridor::full(3, 0).cells(), 4U);
  EXPECT_EQ(Corridor::full(3, 0).source_units(), 3U);
  EXPECT_EQ(Corridor::full(0, 3).target_units(), 3U);
}

TEST(CorridorTest, CellsAreNumberedRowByRow) {
  std::mt19937 random(9);
  for (int round = 0; round < 50; ++round) {
    const Corridor corridor = test::random_corridor(random, 6, 7);
    std::size_t next = 0;
    for (std::uint32_t i = 0; i <= corridor.source_units(); ++i) {
      for (std::uint32_t j = 0; j <= corridor.target_units(); ++j) {
        if (!corridor.contains(i, j)) continue;
        ASSERT_EQ(corridor.cell(i, j), next);
        ++next;
      }
    }
    EXPECT_EQ(corridor.cells(), next);
  }
}

/// The corridor of two texts of `kUnits` units each, that have a number in common at each of
/// `points` and nothing else. In the target it stands `times` times, in units next to each other.
Corridor corridor_through(const std::vector<BoundaryPair>& points, std::uint32_t times = 1) {
  constexpr std::uint32_t kUnits = 1000;
  std::vector<std::string> thai(kUnits, "ข้อความที่ไม่มีคำแปล");
  std::vector<std::string> english(kUnits, "nothing is in here");
  int number = 1234;
  for (const auto& [source, target] : points) {
    thai[source] += " " + std::to_string(number);
    for (std::uint32_t i = 0; i < times; ++i) english[target + i] += " " + std::to_string(number);
    number += 7;
  }
  const std::vector<float> breaks(kUnits, 1.0F);
  const test::SmallProblem problem(test::text_of_units(Language::thai, thai, breaks),
                                   test::text_of_units(Language::english, english, breaks),
                                   Corridor::full(kUnits, kUnits));
  return find_corridor(problem.source, problem.target, problem.forward,
                       {.full_cells = 0, .margin = 100});
}

TEST(CorridorTest, FollowsPointsThatOthersOnBothSidesConfirm) {
  const Corridor corridor =
      corridor_through({{200, 700}, {201, 701}, {202, 702}, {203, 703}, {204, 704}});
  EXPECT_TRUE(corridor.contains(202, 702));
  EXPECT_FALSE(corridor.contains(202, 202));
}

TEST(CorridorTest, PointsOnOtherDiagonalsConfirmNoPoint) {
  // 27 units of the target are far more characters than one of the source, but still near.
  const Corridor corridor = corridor_through({{200, 700}, {201, 727}, {202, 754}, {203, 781}});
  EXPECT_TRUE(corridor.contains(201, 201));
  EXPECT_FALSE(corridor.contains(201, 727));
}

TEST(CorridorTest, WhatIsCommonInOneTextIsNoPoint) {
  const std::vector<BoundaryPair> points = {{200, 700}, {201, 705}, {202, 710}, {203, 715}};
  EXPECT_TRUE(corridor_through(points, 4).contains(202, 710));
  EXPECT_FALSE(corridor_through(points, 5).contains(202, 710));
}

TEST(CorridorTest, OneNeighbourConfirmsNoPoint) {
  const Corridor diagonal = corridor_through({});
  EXPECT_TRUE(diagonal.contains(201, 201));
  EXPECT_FALSE(diagonal.contains(201, 701));
  const Corridor unconfirmed = corridor_through({{200, 700}, {201, 701}});
  EXPECT_TRUE(unconfirmed.contains(201, 201));
  EXPECT_FALSE(unconfirmed.contains(201, 701));
}

TEST(NearEdgeTest, NothingIsNearAnEdgeBeyondWhichThereIsNothing) {
  const Corridor full = Corridor::full(5, 5);
  const std::vector<BoundaryPair> pairs = {{5, 5}, {4, 0}, {2, 3}, {0, 5}, {0, 0}};
  EXPECT_TRUE(near_edge(full, pairs).empty());
}

TEST(NearEdgeTest, TargetEdgesCountWhereTheRowsAboveAndBelowAreTheSame) {
  std::vector<Corridor::Row> rows(21, Corridor::Row{0, 10});
  for (std::size_t i = 10; i < rows.size(); ++i) rows[i] = {0, 20};
  const Corridor corridor(std::move(rows));
  const auto near = [&](BoundaryPair pair) {
    return !near_edge(corridor, std::vector{pair}).empty();
  };
  EXPECT_TRUE(near({5, 9}));
  EXPECT_TRUE(near({5, 10}));
  EXPECT_FALSE(near({5, 8}));
  EXPECT_FALSE(near({5, 0}));    // no target boundary comes before
  EXPECT_FALSE(near({15, 19}));  // the end of the text
}

TEST(NearEdgeTest, SourceEdgesCountToo) {
  std::vector<Corridor::Row> rows(21, Corridor::Row{0, 10});
  for (std::size_t i = 10; i < rows.size(); ++i) rows[i] = {0, 20};
  const Corridor corridor(std::move(rows));
  // The row two above ends at 10.
  const std::vector<BoundaryPair> pairs = {{12, 15}, {11, 15}, {8, 5}};
  EXPECT_EQ(near_edge(corridor, pairs), std::vector<std::uint32_t>{11});
}

}  // namespace
}  // namespace thalign
