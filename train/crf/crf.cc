// SPDX-License-Identifier: Apache-2.0
#include "train/crf/crf.h"

#include <algorithm>
#include <limits>

#include "train/crf/chart.h"
#include "train/crf/forward_backward.h"

namespace thalign {
namespace {

/// Adds the expected values of all terms, times `sign`, to a gradient.
class Expectation {
 public:
  Expectation(const TrainingLattice& lattice, double sign, Gradient& out)
      : lattice_(lattice),
        sign_(sign),
        out_(out),
        openings_(lattice.openings.size()),
        source_ends_(lattice.source_units),
        target_ends_(lattice.target_units) {}

  void add(const ForwardBackward& sums) {
    sums.visit([&](std::size_t b, double p) { add_bead(b, p); },
               [&](std::uint32_t unit, bool joined, double p) {
                 add_null(lattice_.source_null[unit], joined, p);
                 add_end(source_ends_, unit, joined, p);
               },
               [&](std::uint32_t unit, bool joined, double p) {
                 add_null(lattice_.target_null[unit], joined, p);
                 add_end(target_ends_, unit, joined, p);
               });
    for (std::size_t o = 0; o < openings_.size(); ++o)
      add_hashed(lattice_.openings[o], openings_[o]);
    add_gaps(lattice_.source_gaps, source_ends_);
    add_gaps(lattice_.target_gaps, target_ends_);
  }

 private:
  void add_bead(std::size_t b, double p) {
    const TrainingLattice::Bead& bead = lattice_.beads[b];
    for (std::size_t term = 0; term < TrainingLattice::kBeadTerms; ++term)
      out_.terms[term] += sign_ * p * static_cast<double>(lattice_.terms[b][term]);
    openings_[bead.opening] += p;
    source_ends_[bead.source.end - 1] += p;
    target_ends_[bead.target.end - 1] += p;
  }

  void add_null(const TrainingLattice::NullStep& step, bool joined, double p) {
    const TrainingLattice::NullTerms& values = joined ? step.joined : step.opened;
    for (std::size_t term = 0; term < TrainingLattice::kNullTerms; ++term) {
      out_.terms[TrainingLattice::kFirstNullTerm + term] +=
          sign_ * p * static_cast<double>(values[term]);
    }
  }

  static void add_end(std::vector<double>& ends, std::uint32_t unit, bool joined, double p) {
    ends[unit] += p;
    if (joined) ends[unit - 1] -= p;
  }

  template <typename Slots>
  void add_hashed(const Slots& slots, double p) {
    constexpr double kNegligible = 1e-6;
    if (std::abs(p) < kNegligible) return;
    for (const std::uint32_t slot : slots) out_.hashed.emplace_back(slot, sign_ * p);
  }

  void add_gaps(const std::vector<TrainingLattice::Gap>& gaps, const std::vector<double>& ends) {
    for (std::size_t unit = 0; unit < gaps.size(); ++unit) {
      out_.terms[TrainingLattice::kBreakThai + (gaps[unit].of_thai ? 0 : 1)] +=
          sign_ * ends[unit] * static_cast<double>(gaps[unit].odds);
      add_hashed(gaps[unit].slots, ends[unit]);
    }
  }

  const TrainingLattice& lattice_;
  double sign_;
  Gradient& out_;
  std::vector<double> openings_, source_ends_, target_ends_;
};

/// Finds the best path.
class Decoder {
 public:
  explicit Decoder(const Chart& chart)
      : chart_(chart), lattice_(chart.lattice()), best_(chart.cells()), origin_(chart.cells()) {
    for (Scores& scores : best_) scores.fill(kNever);
    best_[0][kAfterBead] = 0.0;
    for (std::uint32_t i = 0; i <= lattice_.source_units; ++i) {
      for (std::uint32_t j = lattice_.first[i]; j <= lattice_.last[i]; ++j) step(i, j);
      if (i < lattice_.source_units) add_beads(i);
    }
  }

  /// Numbers of the beads of the path, and units that are null, from the end.
  template <typename OfBead, typename OfSource, typename OfTarget>
  void trace(OfBead&& of_bead, OfSource&& of_source, OfTarget&& of_target) const {
    std::uint32_t i = lattice_.source_units;
    std::uint32_t j = lattice_.target_units;
    PathState state = best_state(chart_.cell(i, j));
    while (i > 0 || j > 0) {
      const Origin& origin = origin_[chart_.cell(i, j)];
      if (state == kAfterBead) {
        const TrainingLattice::Bead& bead = lattice_.beads[origin.bead];
        of_bead(origin.bead);
        i = bead.source.begin;
        j = bead.target.begin;
        state = best_state(chart_.cell(i, j));
      } else if (state == kAfterSource) {
        state = origin.before[kAfterSource];
        of_source(--i, j);
      } else {
        state = origin.before[kAfterTarget];
        of_target(i, --j);
      }
    }
  }

 private:
  using Scores = std::array<double, kPathStates>;
  struct Origin {
    std::size_t bead = 0;
    std::array<PathState, kPathStates> before{};
  };

  PathState best_state(std::size_t cell) const {
    const Scores& scores = best_[cell];
    return static_cast<PathState>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  void step(std::uint32_t i, std::uint32_t j) {
    const std::size_t cell = chart_.cell(i, j);
    for (const PathState state : {kAfterBead, kAfterSource, kAfterTarget}) {
      if (i > 0 && chart_.inside(i - 1, j) && state != kAfterTarget) {
        raise(cell, kAfterSource, state,
              best_[chart_.cell(i - 1, j)][state] + chart_.source_null(state, i - 1));
      }
      if (j > lattice_.first[i]) {
        raise(cell, kAfterTarget, state,
              best_[chart_.cell(i, j - 1)][state] + chart_.target_null(state, j - 1));
      }
    }
  }

  void raise(std::size_t cell, PathState state, PathState before, double score) {
    if (score <= best_[cell][state]) return;
    best_[cell][state] = score;
    origin_[cell].before[state] = before;
  }

  void add_beads(std::uint32_t i) {
    for (std::size_t b = lattice_.bead_begin[i]; b < lattice_.bead_begin[i + 1]; ++b) {
      const TrainingLattice::Bead& bead = lattice_.beads[b];
      const std::size_t from = chart_.cell(i, bead.target.begin);
      const std::size_t to = chart_.cell(bead.source.end, bead.target.end);
      const double score = best_[from][best_state(from)] + chart_.bead(b);
      if (score <= best_[to][kAfterBead]) continue;
      best_[to][kAfterBead] = score;
      origin_[to].bead = b;
    }
  }

  const Chart& chart_;
  const TrainingLattice& lattice_;
  std::vector<Scores> best_;
  std::vector<Origin> origin_;
};

/// Puts null unit `unit` before the null bead last added (the trace runs backwards), unless the
/// text by itself ends a sentence after it.
void add_null_unit(std::uint32_t unit, float odds, UnitRange Bead::*own, const Bead& null,
                   std::vector<Bead>& beads) {
  if (!beads.empty() && beads.back().is_null() && odds <= 0.0F) {
    UnitRange& range = beads.back().*own;
    if (!range.empty() && range.begin == unit + 1) {
      range.begin = unit;
      return;
    }
  }
  beads.push_back(null);
}

}  // namespace

Gradient gradient_of(const TrainingLattice& lattice, const WeightVector& weights) {
  const Chart chart(lattice, weights);
  Gradient gradient;
  const ForwardBackward of_gold(chart, ForwardBackward::Paths::of_gold);
  gradient.usable = of_gold.total() > kNever / 2;
  if (!gradient.usable) return gradient;
  const ForwardBackward all(chart, ForwardBackward::Paths::all);
  Expectation(lattice, -1.0, gradient).add(of_gold);
  Expectation(lattice, 1.0, gradient).add(all);
  gradient.loss = all.total() - of_gold.total();
  return gradient;
}

std::vector<Bead> decode(const TrainingLattice& lattice, const WeightVector& weights,
                         double posterior_scale) {
  WeightVector scaled = weights;
  for (double& weight : scaled) weight *= posterior_scale;
  const Chart chart(lattice, scaled);
  std::vector<double> posteriors(lattice.beads.size());
  const auto ignore = [](std::uint32_t, bool, double) {};
  ForwardBackward(chart, ForwardBackward::Paths::all)
      .visit([&](std::size_t b, double p) { posteriors[b] = p; }, ignore, ignore);
  std::vector<Bead> beads;
  Decoder(chart).trace(
      [&](std::size_t b) {
        beads.push_back({lattice.beads[b].source, lattice.beads[b].target,
                         chart.bead(b) / posterior_scale, posteriors[b]});
      },
      [&](std::uint32_t unit, std::uint32_t target) {
        add_null_unit(unit, lattice.source_gaps[unit].odds, &Bead::source,
                      {{unit, unit + 1}, {target, target}, 0.0, 0.0}, beads);
      },
      [&](std::uint32_t source, std::uint32_t unit) {
        add_null_unit(unit, lattice.target_gaps[unit].odds, &Bead::target,
                      {{source, source}, {unit, unit + 1}, 0.0, 0.0}, beads);
      });
  std::reverse(beads.begin(), beads.end());
  return beads;
}

}  // namespace thalign
