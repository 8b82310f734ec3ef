// SPDX-License-Identifier: Apache-2.0
#include "eval/evaluation.h"

#include <gmock/gmock.h>

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace thalign {
namespace {

using Span = ScoredBead::Span;
using Beads = std::vector<ScoredBead>;

ScoredBead pair_of(Span source, Span target) { return {source, target}; }
ScoredBead source_only(Span source) { return {source, std::nullopt}; }
ScoredBead target_only(Span target) { return {std::nullopt, target}; }
ScoredBead optional_pair(Span source, Span target) { return {source, target, true}; }

std::vector<double> numbers(const Counts& counts) {
  return {counts.right_system, counts.system, counts.right_gold, counts.gold};
}
using testing::ElementsAre;

// ---- Counts

TEST(Counts, DividesRightOverGiven) {
  const Counts counts{.right_system = 3, .system = 4, .right_gold = 1, .gold = 2};
  EXPECT_DOUBLE_EQ(counts.precision(), 0.75);
  EXPECT_DOUBLE_EQ(counts.recall(), 0.5);
  EXPECT_DOUBLE_EQ(counts.f1(), 0.6);
}

TEST(Counts, NothingGivenWhereNothingIsExpectedIsPerfect) {
  const Counts counts;
  EXPECT_EQ(counts.precision(), 1);
  EXPECT_EQ(counts.recall(), 1);
  EXPECT_EQ(counts.f1(), 1);
}

TEST(Counts, NothingGivenWhereSomethingIsExpectedIsZero) {
  const Counts counts{.gold = 5};
  EXPECT_EQ(counts.precision(), 0);
  EXPECT_EQ(counts.recall(), 0);
  EXPECT_EQ(counts.f1(), 0);
}

TEST(Counts, SomethingGivenWhereNothingIsExpectedHasFullRecall) {
  const Counts counts{.system = 5};
  EXPECT_EQ(counts.precision(), 0);
  EXPECT_EQ(counts.recall(), 1);
  EXPECT_EQ(counts.f1(), 0);
}

TEST(Counts, AddUpBeforeDividing) {
  Counts total{.right_system = 1, .system = 1, .right_gold = 1, .gold = 1};
  total += {.right_system = 0, .system = 3, .right_gold = 0, .gold = 1};
  EXPECT_DOUBLE_EQ(total.precision(), 0.25);
  EXPECT_DOUBLE_EQ(total.recall(), 0.5);
}

// ---- evaluate_units

TEST(EvaluateUnits, CountsEachMeasure) {
  const Beads gold{pair_of({0, 1}, {0, 1}), pair_of({1, 2}, {1, 3}), target_only({3, 4})};
  const Beads system{pair_of({0, 1}, {0, 1}), pair_of({1, 2}, {1, 2}), target_only({2, 3}),
                     target_only({3, 4})};
  const UnitEvaluation result = evaluate_units(gold, system);
  EXPECT_THAT(numbers(result.strict), ElementsAre(1, 2, 1, 2));
  EXPECT_THAT(numbers(result.lax), ElementsAre(2, 2, 2, 2));
  EXPECT_THAT(numbers(result.pairs), ElementsAre(2, 2, 2, 3));
  EXPECT_THAT(numbers(result.null), ElementsAre(1, 2, 1, 1));
}

TEST(EvaluateUnits, SharingOneSideOnlyIsNotLax) {
  const UnitEvaluation result =
      evaluate_units(Beads{pair_of({0, 2}, {0, 2})}, Beads{pair_of({0, 2}, {2, 3})});
  EXPECT_THAT(numbers(result.lax), ElementsAre(0, 1, 0, 1));
  EXPECT_THAT(numbers(result.pairs), ElementsAre(0, 2, 0, 4));
}

TEST(EvaluateUnits, NullUnitsAreCountedOnEachSideApart) {
  const UnitEvaluation result =
      evaluate_units(Beads{source_only({4, 7})}, Beads{target_only({4, 7})});
  EXPECT_THAT(numbers(result.null), ElementsAre(0, 3, 0, 3));
}

TEST(EvaluateUnits, OptionalBeadIsTakenOutWhereTheSystemHasTheSame) {
  const Beads gold{optional_pair({0, 1}, {0, 1}), pair_of({1, 2}, {1, 2})};
  const UnitEvaluation same = evaluate_units(gold, Beads{pair_of({0, 1}, {0, 1})});
  EXPECT_THAT(numbers(same.strict), ElementsAre(0, 0, 0, 1));
  const UnitEvaluation larger = evaluate_units(gold, Beads{pair_of({0, 2}, {0, 2})});
  EXPECT_THAT(numbers(larger.strict), ElementsAre(0, 1, 0, 1));
  EXPECT_THAT(numbers(larger.pairs), ElementsAre(1, 4, 1, 1));
}

TEST(EvaluateUnits, NothingOnEitherSideIsPerfect) {
  const UnitEvaluation result = evaluate_units({}, {});
  EXPECT_EQ(result.strict.f1(), 1);
  EXPECT_EQ(result.null.f1(), 1);
}

TEST(EvaluateUnits, HugeRangesCostNoTime) {
  const std::uint32_t huge = 2'000'000'000;
  const UnitEvaluation result =
      evaluate_units(Beads{pair_of({0, huge}, {0, 1})}, Beads{pair_of({1, huge}, {0, 2})});
  EXPECT_THAT(numbers(result.pairs), ElementsAre(huge - 1.0, 2.0 * (huge - 1.0), huge - 1.0, huge));
}

/// The same measures, slow and obvious: sets of cells.
struct CellCounts {
  Counts lax, pairs;
};
CellCounts count_cells(const Beads& gold, const Beads& system) {
  using Cells = std::set<std::pair<std::uint32_t, std::uint32_t>>;
  const auto cells_of = [](const ScoredBead& bead) {
    Cells cells;
    if (!bead.source || !bead.target) return cells;
    for (auto i = bead.source->begin; i < bead.source->end; ++i) {
      for (auto j = bead.target->begin; j < bead.target->end; ++j) cells.insert({i, j});
    }
    return cells;
  };
  const auto all_cells = [&](const Beads& beads) {
    Cells all;
    for (const ScoredBead& bead : beads) all.merge(cells_of(bead));
    return all;
  };
  const auto touching = [&](const Beads& beads, const Cells& cells) {
    double count = 0;
    for (const ScoredBead& bead : beads) {
      const Cells own = cells_of(bead);
      count += std::any_of(own.begin(), own.end(), [&](auto c) { return cells.contains(c); });
    }
    return count;
  };
  const Cells g = all_cells(gold);
  const Cells s = all_cells(system);
  double common = 0;
  for (const auto& cell : g) common += s.contains(cell) ? 1 : 0;
  return {{touching(system, g), static_cast<double>(system.size()), touching(gold, s),
           static_cast<double>(gold.size())},
          {common, static_cast<double>(s.size()), common, static_cast<double>(g.size())}};
}

TEST(EvaluateUnits, AgreesWithSetsOfCellsForAnyOverlappingBeads) {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const auto some_beads = [&] {
    std::set<std::pair<Span, Span>> distinct;
    for (std::uint32_t k = below(8); k > 0; --k) {
      const std::uint32_t i = below(10);
      const std::uint32_t j = below(10);
      distinct.emplace(Span{i, i + 1 + below(4)}, Span{j, j + 1 + below(4)});
    }
    Beads beads;
    for (const auto& [source, target] : distinct) beads.push_back(pair_of(source, target));
    std::shuffle(beads.begin(), beads.end(), random);
    return beads;
  };
  for (int round = 0; round < 500; ++round) {
    const Beads gold = some_beads();
    const Beads system = some_beads();
    const UnitEvaluation fast = evaluate_units(gold, system);
    const CellCounts slow = count_cells(gold, system);
    ASSERT_EQ(numbers(fast.lax), numbers(slow.lax)) << "round " << round;
    ASSERT_EQ(numbers(fast.pairs), numbers(slow.pairs)) << "round " << round;
  }
}

// ---- evaluate_spans

constexpr std::string_view kSourceText = "aa bb";
constexpr std::string_view kTargetText = "cc dd";
const Beads two_beads{pair_of({0, 2}, {0, 2}), pair_of({3, 5}, {3, 5})};

TEST(EvaluateSpans, WhiteSpaceAtEdgesIsFree) {
  const SpanEvaluation result = evaluate_spans(
      kSourceText, kTargetText, two_beads, Beads{pair_of({0, 3}, {0, 2}), pair_of({3, 5}, {2, 5})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(2, 2, 2, 2));
  EXPECT_THAT(numbers(result.soft), ElementsAre(8, 8, 8, 8));
}

TEST(EvaluateSpans, OneBeadOverEverythingIsAUnionButNotStrict) {
  const SpanEvaluation result =
      evaluate_spans(kSourceText, kTargetText, two_beads, Beads{pair_of({0, 5}, {0, 5})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(0, 1, 0, 2));
  EXPECT_THAT(numbers(result.comp), ElementsAre(1, 1, 2, 2));
  EXPECT_THAT(numbers(result.soft), ElementsAre(8, 16, 8, 8));
  EXPECT_THAT(numbers(result.softm), ElementsAre(0.5, 1, 2, 2));
}

TEST(EvaluateSpans, UnionMustBeginAndEndWithGoldBeads) {
  const Beads gold{pair_of({0, 1}, {0, 1}), pair_of({1, 2}, {1, 2}), pair_of({2, 3}, {2, 3})};
  const SpanEvaluation result =
      evaluate_spans("abc", "def", gold, Beads{pair_of({0, 2}, {0, 2}), pair_of({2, 3}, {1, 3})});
  EXPECT_THAT(numbers(result.comp), ElementsAre(1, 2, 2, 3));
}

TEST(EvaluateSpans, BeadInsideAnOptionalOneNeitherHelpsNorHurts) {
  const Beads gold{optional_pair({0, 2}, {0, 2}), pair_of({3, 5}, {3, 5})};
  const SpanEvaluation result = evaluate_spans(
      kSourceText, kTargetText, gold, Beads{pair_of({0, 1}, {0, 1}), pair_of({3, 5}, {3, 5})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(numbers(result.null_source), ElementsAre(0, 0, 0, 0));
}

TEST(EvaluateSpans, CellsOfAnOptionalBeadAreNotCounted) {
  const Beads gold{optional_pair({0, 2}, {0, 2}), pair_of({3, 5}, {3, 5})};
  const SpanEvaluation result =
      evaluate_spans(kSourceText, kTargetText, gold, Beads{pair_of({0, 5}, {0, 5})});
  EXPECT_THAT(numbers(result.soft), ElementsAre(4, 12, 4, 4));
  EXPECT_THAT(numbers(result.softm), ElementsAre(4.0 / 12.0, 1, 1, 1));
}

TEST(EvaluateSpans, NullCharactersAreThoseInNoPair) {
  const SpanEvaluation result =
      evaluate_spans(kSourceText, kTargetText, Beads{source_only({0, 2}), pair_of({3, 5}, {0, 5})},
                     Beads{pair_of({3, 5}, {0, 5})});
  EXPECT_THAT(numbers(result.null_source), ElementsAre(2, 2, 2, 2));
  EXPECT_THAT(numbers(result.null_target), ElementsAre(0, 0, 0, 0));
}

TEST(EvaluateSpans, CountsCodePointsAndEverySpaceCharacter) {
  // Thai letters, a tone mark, ZWSP, NBSP, BOM, a character beyond the BMP: 9 code points, 6 of
  // them no space.
  const std::string thai = "ก้า\u200B\u00A0\uFEFFข😀ค";
  const SpanEvaluation result =
      evaluate_spans(thai, "xy", Beads{pair_of({0, 3}, {0, 1})}, Beads{pair_of({0, 6}, {0, 1})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(numbers(result.null_source), ElementsAre(3, 3, 3, 3));
  EXPECT_THAT(numbers(result.null_target), ElementsAre(1, 1, 1, 1));
}

TEST(EvaluateSpans, BeadOfWhiteSpaceOnlyIsNoBead) {
  const SpanEvaluation result =
      evaluate_spans(kSourceText, kTargetText, two_beads, Beads{pair_of({2, 3}, {0, 2})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(0, 0, 0, 2));
  EXPECT_THAT(numbers(result.null_source), ElementsAre(0, 4, 0, 0));
}

TEST(EvaluateSpans, RepeatedSystemBeadCostsNoRecallAndGainsNone) {
  const SpanEvaluation result = evaluate_spans(
      kSourceText, kTargetText, two_beads, Beads{pair_of({0, 2}, {0, 2}), pair_of({0, 2}, {0, 2})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(2, 2, 1, 2));
  EXPECT_THAT(numbers(result.softm), ElementsAre(2, 2, 1, 2));
}

TEST(EvaluateSpans, OffsetsBeyondTheTextStandForItsEnd) {
  const SpanEvaluation result =
      evaluate_spans(kSourceText, kTargetText, two_beads,
                     Beads{pair_of({0, 2}, {0, 2}), pair_of({3, 4'000'000'000}, {3, 600}),
                           pair_of({7, 9}, {0, 2})});
  EXPECT_THAT(numbers(result.strict), ElementsAre(2, 2, 2, 2));
}

TEST(EvaluateSpans, EmptyTextsArePerfect) {
  const SpanEvaluation result = evaluate_spans("", "", {}, {});
  EXPECT_EQ(result.softm.f1(), 1);
  EXPECT_EQ(result.null_source.f1(), 1);
}

TEST(EvaluateSpans, DocumentsAddUp) {
  SpanEvaluation total = evaluate_spans(kSourceText, kTargetText, two_beads, two_beads);
  total += evaluate_spans(kSourceText, kTargetText, two_beads, {});
  EXPECT_THAT(numbers(total.strict), ElementsAre(2, 2, 2, 4));
  EXPECT_THAT(numbers(total.softm), ElementsAre(2, 2, 2, 4));
  EXPECT_THAT(numbers(total.null_target), ElementsAre(0, 4, 0, 0));
}

}  // namespace
}  // namespace thalign
