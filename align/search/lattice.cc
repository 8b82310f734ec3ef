// SPDX-License-Identifier: Apache-2.0
#include "align/search/lattice.h"

#include <utility>

namespace thalign {
namespace {

class ForwardPass {
 public:
  ForwardPass(const NullSteps& nulls, const Corridor& corridor)
      : nulls_(nulls), corridor_(corridor) {
    for (std::vector<double>& score : paths_.score) score.assign(corridor.cells(), kImpossible);
    paths_.origin.resize(corridor.cells());
    paths_.previous.resize(corridor.cells(), {kMatch, kMatch, kMatch});
    paths_.score[kMatch][0] = 0.0;
  }

  /// Brings row `i` up to date with null units; beads must be there.
  void step_row(std::uint32_t i) {
    const Corridor::Row row = corridor_.row(i);
    std::size_t cell = corridor_.cell(i, row.first);
    for (std::uint32_t j = row.first; j <= row.last; ++j, ++cell) {
      if (i > 0 && corridor_.contains(i - 1, j)) {
        step(corridor_.cell(i - 1, j), cell, kSourceNull,
             [&](State state) { return nulls_.source(state, i - 1, j); });
      }
      if (j > row.first) {
        step(cell - 1, cell, kTargetNull, [&](State state) { return nulls_.target(state, j - 1); });
      }
    }
  }

  /// Adds the beads that begin with source unit `i`, whose row is complete.
  void add_beads(std::uint32_t i, const BeadRuns& beads) {
    const std::uint32_t first = corridor_.row(i).first;
    const std::size_t first_cell = corridor_.cell(i, first);
    const double* scores = beads.scores.data();
    for (std::uint32_t e = 0; e < beads.source_ends(); ++e) {
      for (std::uint32_t r = beads.groups[e].run; r < beads.groups[e + 1].run; ++r) {
        const BeadRun& run = beads.runs[r];
        const double before = paths_.best(first_cell + run.target_begin - first);
        const std::size_t to = corridor_.cell(i + e + 1, run.first_end);
        for (std::uint32_t k = 0; k < run.size; ++k) {
          const double score = before + scores[k];
          double& best = paths_.score[kMatch][to + k];
          if (score <= best) continue;
          best = score;
          paths_.origin[to + k] = {static_cast<std::uint8_t>(e + 1),
                                   static_cast<std::uint8_t>(run.first_end + k - run.target_begin)};
        }
        scores += run.size;
      }
    }
  }

  BestPaths take() { return std::move(paths_); }

 private:
  /// Brings state `own` of `to` up to date with the null unit that leads there from `from`.
  template <typename Score>
  void step(std::size_t from, std::size_t to, State own, Score&& score_after) {
    for (const State state : {kMatch, kSourceNull, kTargetNull}) {
      const double score = paths_.score[state][from] + score_after(state);
      if (score > paths_.score[own][to]) {
        paths_.score[own][to] = score;
        paths_.previous[to][own] = state;
      }
    }
  }

  const NullSteps& nulls_;
  const Corridor& corridor_;
  BestPaths paths_;
};

}  // namespace

NullSteps::NullSteps(const BeadScorer& scorer, const Corridor& corridor) : corridor_(corridor) {
  const std::uint32_t source_units = corridor.source_units();
  const std::uint32_t target_units = corridor.target_units();
  source_.reserve(source_units);
  for (std::uint32_t unit = 0; unit < source_units; ++unit) {
    const double score = scorer.null_source(unit);
    source_.push_back({score + scorer.null_source_open(unit),
                       unit == 0 ? kImpossible : score + scorer.null_source_joined(unit - 1)});
  }
  target_.reserve(target_units);
  for (std::uint32_t unit = 0; unit < target_units; ++unit) {
    const double score = scorer.null_target(unit);
    target_.push_back({score + scorer.null_target_open(unit),
                       unit == 0 ? kImpossible : score + scorer.null_target_joined(unit - 1)});
  }
}

const BeadRuns& BeadStore::from(std::uint32_t source_begin) {
  BeadRuns& kept = kept_[source_begin];
  if (!kept.groups.empty()) return kept;
  const BeadRuns& beads = scorer_.runs_from(source_begin);
  if (bytes_ + beads.bytes() > kKeptBytes) return beads;
  bytes_ += beads.bytes();
  kept = beads;
  return kept;
}

State BestPaths::best_state(std::size_t cell) const {
  State best = kMatch;
  for (const State state : {kSourceNull, kTargetNull}) {
    if (score[state][cell] > score[best][cell]) best = state;
  }
  return best;
}

BestPaths best_paths(BeadStore& beads, const NullSteps& nulls, const Corridor& corridor) {
  ForwardPass pass(nulls, corridor);
  for (std::uint32_t i = 0; i <= corridor.source_units(); ++i) {
    pass.step_row(i);
    if (i < corridor.source_units()) pass.add_beads(i, beads.from(i));
  }
  return pass.take();
}

}  // namespace thalign
