// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "train/crf/chart.h"

namespace thalign {

/// Sums over the paths of a lattice: all, or those that the gold allows.
class ForwardBackward {
 public:
  enum class Paths : std::uint8_t { all, of_gold };

  /// Requires: `chart` outlives the object.
  ForwardBackward(const Chart& chart, Paths paths);

  /// Log sum over all paths; about `kNever` if there are none.
  double total() const { return total_; }

  /// Calls `bead(number, posterior)` for each bead, `source(unit, joined, posterior)` and
  /// `target(unit, joined, posterior)` for each null step, that matter.
  template <typename OfBead, typename OfSource, typename OfTarget>
  void visit(OfBead&& bead, OfSource&& source, OfTarget&& target) const;

 private:
  using States = std::array<double, kPathStates>;

  bool allows(const TrainingLattice::Bead& bead) const { return !of_gold_ || bead.allowed; }
  bool source_step(std::uint32_t unit, std::uint32_t target) const;
  bool target_step(std::uint32_t source, std::uint32_t unit) const;
  void pass_forward();
  void arrive(std::uint32_t source, std::uint32_t target);
  void pass_backward();
  void leave(std::uint32_t source, std::uint32_t target, double beads);

  const Chart& chart_;
  const TrainingLattice& lattice_;
  bool of_gold_;
  std::vector<States> forward_, backward_;  // log sums to a cell, and on from it
  std::vector<double> reached_;             // log sums to a cell in any state
  double total_ = kNever;
};

template <typename OfBead, typename OfSource, typename OfTarget>
void ForwardBackward::visit(OfBead&& bead, OfSource&& source, OfTarget&& target) const {
  constexpr double kMatters = -18.0;
  const auto give = [&](double log_posterior, auto&& taker) {
    if (log_posterior > kMatters) taker(std::exp(log_posterior));
  };
  for (std::size_t b = 0; b < lattice_.beads.size(); ++b) {
    const TrainingLattice::Bead& place = lattice_.beads[b];
    if (!allows(place)) continue;
    const double before = reached_[chart_.cell(place.source.begin, place.target.begin)];
    const double after = backward_[chart_.cell(place.source.end, place.target.end)][kAfterBead];
    give(before + chart_.bead(b) + after - total_, [&](double p) { bead(b, p); });
  }
  for (std::uint32_t i = 0; i <= lattice_.source_units; ++i) {
    for (std::uint32_t j = lattice_.first[i]; j <= lattice_.last[i]; ++j) {
      for (const PathState state : {kAfterBead, kAfterSource, kAfterTarget}) {
        const double before = forward_[chart_.cell(i, j)][state] - total_;
        if (before < kNever / 2) continue;
        if (source_step(i, j) && state != kAfterTarget) {
          give(before + chart_.source_null(state, i) +
                   backward_[chart_.cell(i + 1, j)][kAfterSource],
               [&](double p) { source(i, state == kAfterSource, p); });
        }
        if (target_step(i, j)) {
          give(before + chart_.target_null(state, j) +
                   backward_[chart_.cell(i, j + 1)][kAfterTarget],
               [&](double p) { target(j, state == kAfterTarget, p); });
        }
      }
    }
  }
}

}  // namespace thalign
