// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "align/search/search.h"
#include "tests/align/small_problem.h"

namespace thalign::test {

/// The slow and obvious reference of `search`: walks every tiling of two texts of at most five
/// units, as search.h states them, and adds them up.
class Oracle {
 public:
  explicit Oracle(SmallProblem& problem)
      : problem_(problem), mass_(kSide * kSide * kSide * kSide), through_(kSide * kSide) {
    for (std::uint32_t i = 0; i < problem.source.units(); ++i) {
      for (const ScoredPair& bead : problem.scorer.beads_from(i)) beads_.push_back(bead);
    }
    walk(0, 0, Null::none, 0.0);
  }

  /// Score of the best tiling.
  double best() const { return best_; }

  /// Share of the tilings with this bead, by exponentials of scaled scores. A null unit has an
  /// empty range on the other side.
  double posterior(UnitRange source, UnitRange target) const {
    return mass_[index(source, target)] / total_;
  }
  /// Posterior of the tilings that have a boundary at a pair.
  double through(std::uint32_t source, std::uint32_t target) const {
    return through_[source * kSide + target] / total_;
  }
  /// Posterior of a unit being null, and of a bead that is not null ending after it.
  double null_source(std::uint32_t unit) const {
    return sum([&](UnitRange s, UnitRange t) { return t.empty() && s.begin == unit; });
  }
  double null_target(std::uint32_t unit) const {
    return sum([&](UnitRange s, UnitRange t) { return s.empty() && t.begin == unit; });
  }
  double source_end(std::uint32_t unit) const {
    return sum(
        [&](UnitRange s, UnitRange t) { return !s.empty() && !t.empty() && s.end == unit + 1; });
  }
  double target_end(std::uint32_t unit) const {
    return sum(
        [&](UnitRange s, UnitRange t) { return !s.empty() && !t.empty() && t.end == unit + 1; });
  }

 private:
  enum class Null { none, source, target };
  struct Step {
    UnitRange source, target;
  };
  static constexpr std::size_t kSide = 6;

  static std::size_t index(UnitRange s, UnitRange t) {
    return ((s.begin * kSide + s.end) * kSide + t.begin) * kSide + t.end;
  }

  /// Every tiling that goes on from boundaries (i, j), after a null unit or not.
  void walk(std::uint32_t i, std::uint32_t j, Null last, double score) {
    const BeadScorer& scorer = problem_.scorer;
    const Corridor& corridor = problem_.corridor;
    if (i == problem_.source.units() && j == problem_.target.units()) return finish(score);
    for (const ScoredPair& bead : beads_) {
      if (bead.source.begin != i || bead.target.begin != j) continue;
      take({bead.source, bead.target}, Null::none, score + bead.score);
    }
    if (i < problem_.source.units() && corridor.contains(i + 1, j) && last != Null::target) {
      const double before =
          last == Null::source ? scorer.null_source_joined(i - 1) : scorer.null_source_open(i);
      take({{i, i + 1}, {j, j}}, Null::source, score + before + scorer.null_source(i));
    }
    if (j < problem_.target.units() && corridor.contains(i, j + 1)) {
      const double before =
          last == Null::target ? scorer.null_target_joined(j - 1) : scorer.null_target_open(j);
      take({{i, i}, {j, j + 1}}, Null::target, score + before + scorer.null_target(j));
    }
  }

  void take(Step step, Null kind, double score) {
    path_.push_back(step);
    walk(step.source.end, step.target.end, kind, score);
    path_.pop_back();
  }

  void finish(double score) {
    best_ = std::max(best_, score);
    const double weight = std::exp(problem_.scorer.posterior_scale() * score);
    total_ += weight;
    through_[0] += weight;
    for (const Step& step : path_) {
      mass_[index(step.source, step.target)] += weight;
      through_[step.source.end * kSide + step.target.end] += weight;
    }
  }

  /// Posterior of all steps that `fits` holds for.
  template <typename Fits>
  double sum(Fits fits) const {
    double result = 0.0;
    const auto boundary = [](std::size_t at) { return static_cast<std::uint32_t>(at % kSide); };
    for (std::size_t at = 0; at < mass_.size(); ++at) {
      const std::size_t s = at / (kSide * kSide);
      const UnitRange source = {boundary(s / kSide), boundary(s)};
      const UnitRange target = {boundary(at / kSide), boundary(at)};
      if (mass_[at] > 0.0 && fits(source, target)) result += mass_[at];
    }
    return result / total_;
  }

  SmallProblem& problem_;
  std::vector<ScoredPair> beads_;
  std::vector<Step> path_;
  std::vector<double> mass_;     // by bead: sum over the tilings with it
  std::vector<double> through_;  // by pair of boundaries
  double best_ = -std::numeric_limits<double>::infinity();
  double total_ = 0.0;
};

}  // namespace thalign::test
