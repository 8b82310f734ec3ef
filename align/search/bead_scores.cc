// SPDX-License-Identifier: Apache-2.0
#include "align/search/bead_scores.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "align/score/score.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"
#include "align/search_space/target_spans.h"

namespace thalign {
namespace {

bool is_pair(const Bead& bead) { return !bead.is_null(); }

/// Whether the scorer can look at a bead among others. Fixed beads may be longer.
bool is_searchable(const Bead& bead) {
  return is_pair(bead) && bead.source.size() <= kMaxUnits && bead.target.size() <= kMaxUnits;
}

/// A corridor around `beads`.
Corridor corridor_of(std::span<const Bead> beads, std::uint32_t source_units,
                     std::uint32_t target_units) {
  std::vector<Corridor::Row> rows(source_units + std::size_t{1}, {target_units, 0});
  const auto include = [&](std::uint32_t source, std::uint32_t target) {
    rows[source] = {std::min(rows[source].first, target), std::max(rows[source].last, target)};
  };
  include(0, 0);
  include(source_units, target_units);
  for (const Bead& bead : beads) {
    include(bead.source.begin, bead.target.begin);
    include(bead.source.end, bead.target.end);
  }
  return Corridor(joined_rows(std::move(rows), target_units));
}

/// Those of `beads` that the scorer can look at.
BeadList list_of(std::span<const Bead> beads, std::uint32_t source_units) {
  std::vector<Candidate> candidates;
  for (const Bead& bead : beads) {
    if (is_searchable(bead)) candidates.push_back({bead.source, bead.target, 0.0F});
  }
  return {std::move(candidates), source_units};
}

/// Score of null bead `k`, which may go on the run of the bead before it.
double null_score(const BeadScorer& scorer, std::span<const Bead> beads, std::size_t k) {
  const Bead& bead = beads[k];
  const bool of_source = bead.target.empty();
  const UnitRange units = of_source ? bead.source : bead.target;
  const bool goes_on = k > 0 && beads[k - 1].is_null() &&
                       (of_source ? beads[k - 1].source : beads[k - 1].target).end == units.begin &&
                       beads[k - 1].target.empty() == of_source;
  double score = 0.0;
  for (std::uint32_t unit = units.begin; unit < units.end; ++unit) {
    const bool first = unit == units.begin && !goes_on;
    if (of_source) {
      score += scorer.null_source(unit) +
               (first ? scorer.null_source_open(unit) : scorer.null_source_joined(unit - 1));
    } else {
      score += scorer.null_target(unit) +
               (first ? scorer.null_target_open(unit) : scorer.null_target_joined(unit - 1));
    }
  }
  return score;
}

}  // namespace

std::vector<double> bead_scores(const SearchTexts& texts, std::span<const Bead> beads) {
  const std::uint32_t source_units = texts.source.units();
  const Corridor corridor = corridor_of(beads, source_units, texts.target.units());
  const BeadList list = list_of(beads, source_units);
  BeadScorer scorer(texts.source, texts.target, texts.forward, texts.backward, corridor,
                    texts.model, &list);
  std::vector<double> scores;
  scores.reserve(beads.size());
  for (std::size_t k = 0; k < beads.size(); ++k) {
    const Bead& bead = beads[k];
    scores.push_back(is_searchable(bead) ? scorer.beads_from(bead.source.begin)[0].score
                     : is_pair(bead)     ? scorer.score(bead.source, bead.target)
                                         : null_score(scorer, beads, k));
  }
  return scores;
}

}  // namespace thalign
