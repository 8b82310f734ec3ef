// SPDX-License-Identifier: Apache-2.0
#include "align/search/search.h"

#include <algorithm>

#include "align/search/lattice.h"
#include "align/search/posterior.h"
#include "align/search/stopwatch.h"
#include "align/search_space/target_spans.h"

namespace thalign {
namespace {

/// Reads the best path and gives its beads their confidence.
class Trace {
 public:
  Trace(const Corridor& corridor, const Features& source, const Features& target,
        const NullSteps& nulls, const BestPaths& paths, const Posterior& posterior)
      : corridor_(corridor),
        source_(source),
        target_(target),
        nulls_(nulls),
        paths_(paths),
        posterior_(posterior) {}

  std::vector<Bead> beads() {
    std::uint32_t i = source_.units();
    std::uint32_t j = target_.units();
    State state = paths_.best_state(corridor_.cell(i, j));
    while (i > 0 || j > 0) {
      const std::size_t cell = corridor_.cell(i, j);
      if (state == kMatch) {
        const BestPaths::Origin length = paths_.origin[cell];
        beads_.push_back(match({i - length.source, i}, {j - length.target, j}));
        i -= length.source;
        j -= length.target;
        state = paths_.best_state(corridor_.cell(i, j));
        continue;
      }
      const State before = paths_.previous[cell][state];
      add_null_unit(state, i, j, before == state);
      (state == kSourceNull ? i : j) -= 1;
      state = before;
    }
    std::reverse(beads_.begin(), beads_.end());
    return std::move(beads_);
  }

 private:
  Bead match(UnitRange source, UnitRange target) const {
    const std::size_t from = corridor_.cell(source.begin, target.begin);
    const std::size_t to = corridor_.cell(source.end, target.end);
    const double score = paths_.score[kMatch][to] - paths_.best(from);
    return {source, target, score, posterior_.bead(source, target, score)};
  }

  /// Puts the null unit that ends at (i, j) before the null bead last added (the trace runs
  /// backwards), or into a bead of its own if the run ends there or the text would end a sentence
  /// after it.
  void add_null_unit(State state, std::uint32_t i, std::uint32_t j, bool run_goes_on) {
    const bool source = state == kSourceNull;
    const std::uint32_t unit = (source ? i : j) - 1;
    const State before = run_goes_on ? state : kMatch;
    const double score = source ? nulls_.source(before, unit, j) : nulls_.target(before, unit);
    const auto& nulls = source ? posterior_.source_null() : posterior_.target_null();
    const double confidence = std::min(1.0, nulls[unit]);
    const auto& breaks = source ? source_.sentence_odds : target_.sentence_odds;
    if (!beads_.empty() && breaks[unit] <= 0.0F) {
      Bead& next = beads_.back();
      UnitRange& range = source ? next.source : next.target;
      const bool same_run =
          (source ? next.target.empty() : next.source.empty()) && range.begin == unit + 1;
      if (same_run) {
        range.begin = unit;
        next.score += score;
        next.confidence = std::min(next.confidence, confidence);
        return;
      }
    }
    beads_.push_back({source ? UnitRange{unit, unit + 1} : UnitRange{i, i},
                      source ? UnitRange{j, j} : UnitRange{unit, unit + 1}, score, confidence});
  }

  const Corridor& corridor_;
  const Features& source_;
  const Features& target_;
  const NullSteps& nulls_;
  const BestPaths& paths_;
  const Posterior& posterior_;
  std::vector<Bead> beads_;
};

/// Beads inside a corridor, at most.
std::size_t bead_bound(const Corridor& corridor, const Features& source, const Features& target) {
  std::vector<std::size_t> spans_to = {0};  // of target units
  for (std::uint32_t begin = 0; begin < target.units(); ++begin)
    spans_to.push_back(spans_to.back() + longest_end(target, begin) - begin);
  std::size_t beads = 0;
  for (std::uint32_t begin = 0; begin < source.units(); ++begin) {
    const Corridor::Row row = corridor.row(begin);
    const std::size_t of_row =
        spans_to[std::min(row.last + 1, target.units())] - spans_to[row.first];
    beads += (longest_end(source, begin) - begin) * of_row;
  }
  return beads;
}

}  // namespace

void add_part(Solution& whole, const Solution& part, std::size_t beads, BoundaryPair from) {
  const std::size_t first = whole.beads.size();
  if (first > 0) whole.seams.push_back(first);
  for (const std::size_t seam : part.seams) {
    if (seam < beads) whole.seams.push_back(first + seam);
  }
  for (std::size_t b = 0; b < beads; ++b) {
    Bead bead = part.beads[b];
    bead.source = bead.source.shifted(from.source);
    bead.target = bead.target.shifted(from.target);
    whole.beads.push_back(bead);
  }
  whole.statistics += part.statistics;
}

std::size_t search_bytes_of_pair() { return BestPaths::kBytesOfCell + Posterior::bytes(1, 0); }

std::size_t search_bytes_of_candidate() {
  return sizeof(BeadPlace) + BeadStore::bytes(1) + Posterior::bytes(0, 1);
}

std::size_t search_bytes(const Corridor& corridor, const BeadList* candidates,
                         const Features& source, const Features& target) {
  const std::size_t beads =
      candidates != nullptr ? candidates->size() : bead_bound(corridor, source, target);
  const std::size_t listed = candidates != nullptr ? beads * sizeof(BeadPlace) : 0;
  return corridor.cells() * search_bytes_of_pair() + Posterior::bytes(0, beads) +
         BeadStore::bytes(beads) + listed + TargetSpans::bytes(target, corridor, candidates);
}

Solution search(BeadScorer& scorer, const Corridor& corridor, const Features& source,
                const Features& target, ScoredBeads& scored) {
  Stopwatch watch;
  AlignStatistics statistics;
  BeadStore store(scorer, scored);
  NullSteps nulls(scorer, corridor);
  BestPaths paths = best_paths(store, nulls, corridor);
  if (paths.best(corridor.cells() - 1) == kImpossible) {
    nulls.allow_turns();
    paths = best_paths(store, nulls, corridor);
  }
  statistics.exact = watch.lap();
  const Posterior posterior(store, nulls, corridor, paths, scorer.posterior_scale());
  statistics.posterior = watch.lap();
  return {.beads = Trace(corridor, source, target, nulls, paths, posterior).beads(),
          .source_ends = posterior.source_ends(),
          .target_ends = posterior.target_ends(),
          .source_null = posterior.source_null(),
          .target_null = posterior.target_null(),
          .likely = posterior.likely(),
          .statistics = statistics,
          .seams = {}};
}

}  // namespace thalign
