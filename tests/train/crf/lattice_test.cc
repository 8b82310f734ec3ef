// SPDX-License-Identifier: Apache-2.0
#include "train/crf/lattice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "align/score/score.h"
#include "align/search/further_cuts.h"
#include "align/search/problem.h"
#include "align/search/solve.h"
#include "align/search_space/corridor.h"
#include "segment/segment.h"
#include "tests/align/small_problem.h"
#include "train/crf/crf.h"

namespace thalign {
namespace {

/// A document whose gold beads are pairs of texts, a space between two of them; one is optional or
/// lacks a side.
struct GoldPair {
  std::string thai, english;
  bool optional = false;
};

GoldDocument document_of(const std::vector<GoldPair>& pairs) {
  GoldDocument document;
  document.name = "small";
  const auto code_points = [](const std::string& text) {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
  };
  const auto add = [&](std::string& text, const std::string& more) {
    std::optional<ScoredBead::Span> span;
    if (more.empty()) return span;
    if (!text.empty()) text += ' ';
    const auto begin = code_points(text);
    text += more;
    span = {begin, code_points(text)};
    return span;
  };
  for (const GoldPair& pair : pairs) {
    document.spans.push_back(
        {add(document.thai, pair.thai), add(document.english, pair.english), pair.optional});
  }
  return document;
}

const std::vector<GoldPair> kPairs = {
    {"แมวกินข้าวที่บ้านทุกวัน", "The cat eats rice at home every day."},
    {"โรงเรียนปิดแล้ว ถนนยาวมาก", "The school is closed. The road is long."},
    {"น้ำท่วมถนนสายนี้", ""},
    {"แมวชอบน้ำ", "The cat likes water."}};

TrainingLattice lattice_of(const std::vector<GoldPair>& pairs,
                           const ScoreModel& model = ScoreModel::shipped()) {
  return make_lattice(document_of(pairs), Lexicon::shipped(), BreakModel::thai(), model);
}

TEST(LatticeTest, TheGoldIsAllowedAndNothingAgainstIt) {
  const TrainingLattice lattice = lattice_of(kPairs);
  int allowed = 0;
  for (const TrainingLattice::Bead& bead : lattice.beads) allowed += bead.allowed ? 1 : 0;
  EXPECT_EQ(allowed, 3) << "each bead as the gold has it, or not";
  EXPECT_GT(lattice.beads.size(), 10U);
  const WeightVector weights(kWeightVectorSize);
  EXPECT_TRUE(gradient_of(lattice, weights).usable);
}

TEST(LatticeTest, OptionalBeadsMayBeAlignedInAnyWay) {
  std::vector<GoldPair> pairs = kPairs;
  pairs[1].optional = true;
  const auto allowed = [](const TrainingLattice& lattice) {
    return std::ranges::count_if(lattice.beads,
                                 [](const TrainingLattice::Bead& bead) { return bead.allowed; });
  };
  EXPECT_GT(allowed(lattice_of(pairs)), allowed(lattice_of(kPairs)));
}

TEST(LatticeTest, NullsAreAllowedWhereTheGoldHasThem) {
  const TrainingLattice lattice = lattice_of(kPairs);
  const auto null = std::ranges::find(lattice.parts, TrainingLattice::Part::Kind::null,
                                      &TrainingLattice::Part::kind);
  ASSERT_NE(null, lattice.parts.end());
  EXPECT_TRUE(lattice.allows_source_null(null->source.begin, null->target.begin));
  EXPECT_FALSE(lattice.allows_source_null(null->source.begin, null->target.begin + 1));
  EXPECT_FALSE(lattice.allows_source_null(0, 0));
  EXPECT_FALSE(lattice.allows_target_null(0, 0));
}

TEST(LatticeTest, WeighedValuesAreTheScore) {
  std::mt19937 random(4);
  const std::string bytes = test::random_model(random);
  const ScoreModel model(bytes, "random");
  const GoldDocument document = document_of(kPairs);
  const TrainingLattice lattice = lattice_of(kPairs, model);
  SegmentedText thai = segment(Document::from_bytes(document.thai, {.language = Language::thai}));
  const SegmentedText english =
      segment(Document::from_bytes(document.english, {.language = Language::english}));
  Problem problem(thai, english, Lexicon::shipped(), model);
  Solution first = solve(problem.texts());
  cut_further(problem, thai, first.beads, BreakModel::thai());
  EXPECT_EQ(lattice.kind, problem.kind());
  ASSERT_EQ(lattice.source_units, problem.source().units());
  const ScoreWeights& weights = model.weights(style_of(lattice.kind));
  const auto hashed = [&](const auto& slots) {
    double sum = 0.0;
    for (const std::uint32_t slot : slots) sum += double{model.hashed().of(slot)};
    return sum;
  };
  const auto gap_score = [&](const TrainingLattice::Gap& gap) {
    return weights.of(Term::break_thai, gap.of_thai) * double{gap.odds} + hashed(gap.slots);
  };
  const Corridor corridor = Corridor::full(problem.source().units(), problem.target().units());
  const BeadScorer scorer(problem.source(), problem.target(), problem.forward(), problem.backward(),
                          corridor, problem.model());
  for (std::size_t b = 0; b < lattice.beads.size(); ++b) {
    const TrainingLattice::Bead& bead = lattice.beads[b];
    double sum = hashed(lattice.openings[bead.opening]) +
                 gap_score(lattice.source_gaps[bead.source.end - 1]) +
                 gap_score(lattice.target_gaps[bead.target.end - 1]);
    for (std::size_t k = 0; k < TrainingLattice::kBeadTerms; ++k)
      sum += weights.values[k] * double{lattice.terms[b][k]};
    EXPECT_NEAR(sum, scorer.score(bead.source, bead.target), 1e-2);
  }
  const auto null = [&](const TrainingLattice::NullTerms& values) {
    double sum = 0.0;
    for (std::size_t k = 0; k < values.size(); ++k)
      sum += weights.values[static_cast<std::size_t>(Term::null_thai_open) + k] * double{values[k]};
    return sum;
  };
  for (std::uint32_t u = 0; u < lattice.source_units; ++u) {
    EXPECT_NEAR(null(lattice.source_null[u].opened) + gap_score(lattice.source_gaps[u]),
                scorer.null_source_open(u) + scorer.null_source(u), 1e-3);
    if (u == 0) continue;
    EXPECT_NEAR(null(lattice.source_null[u].joined) + gap_score(lattice.source_gaps[u]) -
                    gap_score(lattice.source_gaps[u - 1]),
                scorer.null_source(u) + scorer.null_source_joined(u - 1), 1e-3);
  }
}

}  // namespace
}  // namespace thalign
