// SPDX-License-Identifier: Apache-2.0
#include "train/crf/forward_backward.h"

namespace thalign {

ForwardBackward::ForwardBackward(const Chart& chart, Paths paths)
    : chart_(chart), lattice_(chart.lattice()), of_gold_(paths == Paths::of_gold) {
  States never;
  never.fill(kNever);
  forward_.assign(chart.cells(), never);
  reached_.assign(chart.cells(), kNever);
  pass_forward();
  total_ = reached_.back();
  if (total_ < kNever / 2) return;
  backward_.assign(chart.cells(), never);
  pass_backward();
}

/// Whether source unit `unit` may be null at a target boundary, and the step leads to a cell.
bool ForwardBackward::source_step(std::uint32_t unit, std::uint32_t target) const {
  return unit < lattice_.source_units && chart_.inside(unit + 1, target) &&
         (!of_gold_ || lattice_.allows_source_null(unit, target));
}

bool ForwardBackward::target_step(std::uint32_t source, std::uint32_t unit) const {
  return unit < lattice_.target_units && chart_.inside(source, unit + 1) &&
         (!of_gold_ || lattice_.allows_target_null(source, unit));
}

void ForwardBackward::pass_forward() {
  std::vector<LogOfSum> by_beads(chart_.cells());
  by_beads[0].add(0.0);
  for (std::uint32_t i = 0; i <= lattice_.source_units; ++i) {
    for (std::uint32_t j = lattice_.first[i]; j <= lattice_.last[i]; ++j) {
      forward_[chart_.cell(i, j)][kAfterBead] = by_beads[chart_.cell(i, j)].log();
      arrive(i, j);
    }
    if (i == lattice_.source_units) break;
    for (std::size_t b = lattice_.bead_begin[i]; b < lattice_.bead_begin[i + 1]; ++b) {
      const TrainingLattice::Bead& bead = lattice_.beads[b];
      const double before = reached_[chart_.cell(i, bead.target.begin)];
      if (!allows(bead) || before < kNever / 2) continue;
      by_beads[chart_.cell(bead.source.end, bead.target.end)].add(before + chart_.bead(b));
    }
  }
}

/// Sums the null steps to a cell that beads have reached.
void ForwardBackward::arrive(std::uint32_t source, std::uint32_t target) {
  States& here = forward_[chart_.cell(source, target)];
  if (source > 0 && chart_.inside(source - 1, target) && source_step(source - 1, target)) {
    const States& from = forward_[chart_.cell(source - 1, target)];
    LogOfSum sum;
    for (const PathState state : {kAfterBead, kAfterSource})
      sum.add(from[state] + chart_.source_null(state, source - 1));
    here[kAfterSource] = sum.log();
  }
  if (target > lattice_.first[source] && target_step(source, target - 1)) {
    const States& from = forward_[chart_.cell(source, target - 1)];
    LogOfSum sum;
    for (const PathState state : {kAfterBead, kAfterSource, kAfterTarget})
      sum.add(from[state] + chart_.target_null(state, target - 1));
    here[kAfterTarget] = sum.log();
  }
  LogOfSum any;
  for (const double score : here) any.add(score);
  reached_[chart_.cell(source, target)] = any.log();
}

void ForwardBackward::pass_backward() {
  for (std::uint32_t i = lattice_.source_units + 1; i-- > 0;) {
    std::vector<LogOfSum> beads(lattice_.last[i] - lattice_.first[i] + std::size_t{1});
    if (i < lattice_.source_units) {
      for (std::size_t b = lattice_.bead_begin[i]; b < lattice_.bead_begin[i + 1]; ++b) {
        const TrainingLattice::Bead& bead = lattice_.beads[b];
        const double after = backward_[chart_.cell(bead.source.end, bead.target.end)][kAfterBead];
        if (!allows(bead) || after < kNever / 2) continue;
        beads[bead.target.begin - lattice_.first[i]].add(chart_.bead(b) + after);
      }
    }
    for (std::uint32_t j = lattice_.last[i] + 1; j-- > lattice_.first[i];)
      leave(i, j, beads[j - lattice_.first[i]].log());
  }
}

/// Sums the ways on from a cell, of which `beads` is the sum of those by a bead.
void ForwardBackward::leave(std::uint32_t source, std::uint32_t target, double beads) {
  const bool last = source == lattice_.source_units && target == lattice_.target_units;
  for (const PathState state : {kAfterBead, kAfterSource, kAfterTarget}) {
    LogOfSum sum;
    sum.add(last ? 0.0 : beads);
    if (source_step(source, target) && state != kAfterTarget) {
      sum.add(chart_.source_null(state, source) +
              backward_[chart_.cell(source + 1, target)][kAfterSource]);
    }
    if (target_step(source, target)) {
      sum.add(chart_.target_null(state, target) +
              backward_[chart_.cell(source, target + 1)][kAfterTarget]);
    }
    backward_[chart_.cell(source, target)][state] = sum.log();
  }
}

}  // namespace thalign
