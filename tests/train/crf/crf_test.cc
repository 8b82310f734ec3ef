// SPDX-License-Identifier: Apache-2.0
#include "train/crf/crf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include "align/score/gap_scores.h"

namespace thalign {
namespace {

using Part = TrainingLattice::Part;

constexpr std::size_t kBreakThai = static_cast<std::size_t>(Term::break_thai);
constexpr std::size_t kNullBegin = static_cast<std::size_t>(Term::null_thai_open);
constexpr std::uint32_t kSlots = 12;  // few, so that features share them

double uniform(std::mt19937& random) {
  return static_cast<double>(random() % 2'000'001) / 1e6 - 1.0;
}

WeightVector random_weights(std::mt19937& random) {
  WeightVector weights(kWeightVectorSize);
  for (std::size_t k = 0; k < kFirstHashed + kSlots; ++k) weights[k] = uniform(random);
  return weights;
}

/// Which part each unit is in.
void number(TrainingLattice& lattice) {
  for (std::uint32_t k = 0; k < lattice.parts.size(); ++k) {
    const Part& part = lattice.parts[k];
    lattice.part_of_source.insert(lattice.part_of_source.end(), part.source.size(), k);
    lattice.part_of_target.insert(lattice.part_of_target.end(), part.target.size(), k);
  }
}

/// Four source units and three target units, all beads of which most stay, with random values. The
/// gold: a bead of two source units and a target unit, a source unit without a counterpart, and
/// the rest in any way.
TrainingLattice random_lattice(std::mt19937& random) {
  TrainingLattice lattice;
  lattice.kind = static_cast<std::uint32_t>(random() % 13);
  lattice.source_units = 4;
  lattice.target_units = 3;
  lattice.first = {0, 0, 0, 0, 0};
  lattice.last = {3, 3, 3, 3, 3};
  lattice.parts = {{{0, 2}, {0, 1}, Part::Kind::bead},
                   {{2, 3}, {1, 1}, Part::Kind::null},
                   {{3, 4}, {1, 3}, Part::Kind::free}};
  number(lattice);
  lattice.bead_begin = {0};
  for (std::uint32_t i = 0; i < 4; ++i) {
    for (std::uint32_t j = 0; j < 3; ++j) {
      const auto opening = static_cast<std::uint32_t>(lattice.openings.size());
      lattice.openings.push_back({static_cast<std::uint32_t>(random() % kSlots),
                                  static_cast<std::uint32_t>(random() % kSlots), 3});
      for (std::uint32_t source_end = i + 1; source_end <= 4; ++source_end) {
        for (std::uint32_t target_end = j + 1; target_end <= 3; ++target_end) {
          const bool gold = i == 0 && j == 0 && source_end == 2 && target_end == 1;
          const bool free = i == 3 && j >= 1;
          if (!gold && random() % 4 == 0) continue;
          lattice.beads.push_back({{i, source_end}, {j, target_end}, opening, gold || free});
          TrainingLattice::BeadTerms terms;
          for (float& value : terms) value = static_cast<float>(uniform(random));
          lattice.terms.push_back(terms);
        }
      }
    }
    lattice.bead_begin.push_back(static_cast<std::uint32_t>(lattice.beads.size()));
  }
  const auto null_steps = [&](std::uint32_t units) {
    std::vector<TrainingLattice::NullStep> steps(units);
    for (TrainingLattice::NullStep& step : steps) {
      for (float& value : step.opened) value = static_cast<float>(uniform(random));
      for (float& value : step.joined) value = static_cast<float>(uniform(random));
    }
    return steps;
  };
  lattice.source_null = null_steps(4);
  lattice.target_null = null_steps(3);
  const auto gaps = [&](std::uint32_t units, bool of_thai) {
    std::vector<TrainingLattice::Gap> result(units);
    for (TrainingLattice::Gap& gap : result) {
      gap.of_thai = of_thai;
      gap.odds = static_cast<float>(3.0 * uniform(random));
      for (int k = 0; k < 3; ++k)
        gap.slots.push_back(static_cast<std::uint32_t>(random() % kSlots));
    }
    return result;
  };
  lattice.source_gaps = gaps(4, true);
  lattice.target_gaps = gaps(3, false);
  return lattice;
}

/// All paths through a lattice, one after the other: the reference for the chart.
class Paths {
 public:
  struct Path {
    double score = 0.0;
    bool allowed = true;
    std::vector<Bead> beads;  ///< those with text on both sides
  };

  Paths(const TrainingLattice& lattice, const WeightVector& weights)
      : lattice_(lattice), weights_(weights) {
    walk({}, 0, 0, kMatch);
  }

  const std::vector<Path>& all() const { return paths_; }

  double log_sum(bool allowed_only) const {
    double sum = 0.0;
    for (const Path& path : paths_)
      if (path.allowed || !allowed_only) sum += std::exp(path.score);
    return std::log(sum);
  }

  const Path& best() const {
    return *std::ranges::max_element(paths_, {}, [](const Path& path) { return path.score; });
  }

 private:
  enum State { kMatch, kSourceNull, kTargetNull };

  double term(std::size_t k) const {
    return weights_[k] + weights_[first_of_style(style_of(lattice_.kind)) + k];
  }
  double hashed(std::uint32_t slot) const { return weights_[kFirstHashed + slot]; }
  double gap(const TrainingLattice::Gap& gap) const {
    double score = term(kBreakThai + (gap.of_thai ? 0 : 1)) * double{gap.odds};
    for (const std::uint32_t slot : gap.slots) score += hashed(slot);
    return score;
  }
  double null(const TrainingLattice::NullTerms& values) const {
    double score = 0.0;
    for (std::size_t k = 0; k < values.size(); ++k)
      score += term(kNullBegin + k) * double{values[k]};
    return score;
  }
  /// A null unit ends a sentence, unless the run goes on.
  double null_step(const std::vector<TrainingLattice::NullStep>& steps,
                   const std::vector<TrainingLattice::Gap>& gaps, std::uint32_t unit,
                   bool joined) const {
    return gap(gaps[unit]) +
           (joined ? null(steps[unit].joined) - gap(gaps[unit - 1]) : null(steps[unit].opened));
  }
  double bead(std::size_t b) const {
    const TrainingLattice::Bead& bead = lattice_.beads[b];
    double score = gap(lattice_.source_gaps[bead.source.end - 1]) +
                   gap(lattice_.target_gaps[bead.target.end - 1]);
    for (std::size_t k = 0; k < TrainingLattice::kBeadTerms; ++k)
      score += term(k) * double{lattice_.terms[b][k]};
    for (const std::uint32_t slot : lattice_.openings[bead.opening]) score += hashed(slot);
    return score;
  }

  void walk(const Path& path, std::uint32_t i, std::uint32_t j, State state) {
    if (i == lattice_.source_units && j == lattice_.target_units) paths_.push_back(path);
    for (std::size_t b = 0; b < lattice_.beads.size(); ++b) {
      const TrainingLattice::Bead& bead = lattice_.beads[b];
      if (bead.source.begin != i || bead.target.begin != j) continue;
      Path longer = path;
      longer.score += this->bead(b);
      longer.allowed = longer.allowed && bead.allowed;
      longer.beads.push_back({{i, bead.source.end}, {j, bead.target.end}, 0.0, 0.0});
      walk(longer, bead.source.end, bead.target.end, kMatch);
    }
    if (i < lattice_.source_units && state != kTargetNull) {
      Path longer = path;
      longer.score +=
          null_step(lattice_.source_null, lattice_.source_gaps, i, state == kSourceNull);
      longer.allowed = longer.allowed && lattice_.allows_source_null(i, j);
      walk(longer, i + 1, j, kSourceNull);
    }
    if (j < lattice_.target_units) {
      Path longer = path;
      longer.score +=
          null_step(lattice_.target_null, lattice_.target_gaps, j, state == kTargetNull);
      longer.allowed = longer.allowed && lattice_.allows_target_null(i, j);
      walk(longer, i, j + 1, kTargetNull);
    }
  }

  const TrainingLattice& lattice_;
  const WeightVector& weights_;
  std::vector<Path> paths_;
};

TEST(CrfTest, TheLossIsThatOfAllPaths) {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    const TrainingLattice lattice = random_lattice(random);
    const WeightVector weights = random_weights(random);
    const Paths paths(lattice, weights);
    const Gradient gradient = gradient_of(lattice, weights);
    ASSERT_TRUE(gradient.usable);
    EXPECT_GT(gradient.loss, 0.0);
    EXPECT_NEAR(gradient.loss, paths.log_sum(false) - paths.log_sum(true), 1e-4);
  }
}

TEST(CrfTest, TheGradientIsThatOfTheLoss) {
  std::mt19937 random(2);
  for (int round = 0; round < 5; ++round) {
    const TrainingLattice lattice = random_lattice(random);
    WeightVector weights = random_weights(random);
    const Gradient gradient = gradient_of(lattice, weights);
    std::vector<double> hashed(kSlots);
    for (const auto& [slot, value] : gradient.hashed) hashed.at(slot) += value;
    const auto slope = [&](std::size_t k) {
      constexpr double kStep = 0.01;
      const double weight = weights[k];
      weights[k] = weight + kStep;
      const double after = gradient_of(lattice, weights).loss;
      weights[k] = weight - kStep;
      const double before = gradient_of(lattice, weights).loss;
      weights[k] = weight;
      return (after - before) / (2.0 * kStep);
    };
    for (std::size_t k = 0; k < kTerms; ++k) {
      EXPECT_NEAR(gradient.terms[k], slope(k), 2e-3) << kTermNames[k];
      EXPECT_NEAR(gradient.terms[k], slope(first_of_style(style_of(lattice.kind)) + k), 2e-3)
          << "what the style adds to " << kTermNames[k];
      EXPECT_EQ(slope(first_of_style((style_of(lattice.kind) + 1) % kStyles) + k), 0.0)
          << "of another style";
    }
    for (std::uint32_t slot = 0; slot < kSlots; ++slot)
      EXPECT_NEAR(hashed[slot], slope(kFirstHashed + slot), 2e-3);
  }
}

TEST(CrfTest, GoldThatNoPathFollowsIsNotUsable) {
  std::mt19937 random(3);
  TrainingLattice lattice = random_lattice(random);
  for (TrainingLattice::Bead& bead : lattice.beads) {
    if (bead.source.begin == 0) bead.allowed = false;
  }
  const Gradient gradient = gradient_of(lattice, random_weights(random));
  EXPECT_FALSE(gradient.usable);
  EXPECT_TRUE(gradient.hashed.empty());
  EXPECT_EQ(gradient.terms, std::vector<double>(kTerms));
}

std::vector<Bead> without_nulls(std::vector<Bead> beads) {
  std::erase_if(beads, [](const Bead& bead) { return bead.is_null(); });
  return beads;
}

void expect_same(const std::vector<Bead>& found, const std::vector<Bead>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t b = 0; b < found.size(); ++b) {
    EXPECT_EQ(found[b].source, expected[b].source);
    EXPECT_EQ(found[b].target, expected[b].target);
  }
}

TEST(CrfTest, DecodesTheBestOfAllPaths) {
  std::mt19937 random(4);
  std::size_t with_nulls = 0;
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    const TrainingLattice lattice = random_lattice(random);
    const WeightVector weights = random_weights(random);
    const std::vector<Bead> found = decode(lattice, weights);
    expect_same(without_nulls(found), Paths(lattice, weights).best().beads);
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    for (const Bead& bead : found) {
      EXPECT_EQ(bead.source.begin, source);
      EXPECT_EQ(bead.target.begin, target);
      source = bead.source.end;
      target = bead.target.end;
    }
    EXPECT_EQ(source, lattice.source_units);
    EXPECT_EQ(target, lattice.target_units);
    with_nulls += without_nulls(found).size() < found.size() ? 1 : 0;
  }
  EXPECT_GT(with_nulls, 20U);
}

TEST(CrfTest, FollowingTheGradientFindsTheGold) {
  std::mt19937 random(5);
  for (int round = 0; round < 5; ++round) {
    SCOPED_TRACE(round);
    const TrainingLattice lattice = random_lattice(random);
    WeightVector weights = random_weights(random);
    double loss = std::numeric_limits<double>::infinity();
    for (int step = 0; step < 60; ++step) {
      const Gradient gradient = gradient_of(lattice, weights);
      EXPECT_LT(gradient.loss, loss);
      loss = gradient.loss;
      for (std::size_t k = 0; k < kTerms; ++k) weights[k] -= 0.05 * gradient.terms[k];
      for (const auto& [slot, value] : gradient.hashed)
        weights[kFirstHashed + slot] -= 0.05 * value;
    }
    EXPECT_LT(loss, 0.3);
    const std::vector<Bead> beads = decode(lattice, weights);
    ASSERT_GE(beads.size(), 2U);
    EXPECT_EQ(beads[0].source, (UnitRange{0, 2}));
    EXPECT_EQ(beads[0].target, (UnitRange{0, 1}));
    EXPECT_EQ(beads[1].source.begin, 2U);  // and the next unit, if it is null, too
    EXPECT_TRUE(beads[1].target.empty());
  }
}

}  // namespace
}  // namespace thalign
