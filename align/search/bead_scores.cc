// SPDX-License-Identifier: Apache-2.0
#include "align/search/bead_scores.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "align/evidence/boundary_score.h"
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

/// A corridor around the beads of `list`.
Corridor corridor_of(const BeadList& list, std::uint32_t source_units, std::uint32_t target_units) {
  std::vector<Corridor::Row> rows(source_units + std::size_t{1}, {target_units, 0});
  const auto include = [&](std::uint32_t source, std::uint32_t target) {
    rows[source] = {std::min(rows[source].first, target), std::max(rows[source].last, target)};
  };
  include(0, 0);
  include(source_units, target_units);
  for (std::uint32_t begin = 0; begin < source_units; ++begin) {
    for (const BeadPlace& bead : list.from(begin)) {
      include(begin, bead.target_begin);
      include(bead.source_end, bead.target_end);
    }
  }
  return Corridor(joined_rows(std::move(rows), target_units));
}

/// `units` and those around them that the score of a boundary at their ends depends on.
UnitRange with_context(const Features& text, UnitRange units) {
  constexpr std::uint32_t kContext = BoundaryScore::kContext;
  UnitRange wide = units;
  while (wide.begin > 0 && text.tokens_in({wide.begin, units.begin}) < kContext) --wide.begin;
  while (wide.end < text.units() && text.tokens_in({units.end, wide.end}) < kContext) ++wide.end;
  return wide;
}

/// Scores neighbouring beads, as if it saw the whole of the texts.
class Window {
 public:
  /// `beads`: all those of the texts. It scores those of `first` up to `last`, both included.
  Window(const SearchTexts& texts, std::span<const Bead> beads, std::size_t first, std::size_t last)
      : beads_(beads),
        source_units_(
            with_context(texts.source, {beads[first].source.begin, beads[last].source.end})),
        target_units_(
            with_context(texts.target, {beads[first].target.begin, beads[last].target.end})),
        part_(part_of(texts, source_units_, target_units_)),
        list_(list_of(beads.subspan(first, last - first + 1))),
        corridor_(corridor_of(list_, source_units_.size(), target_units_.size())),
        scorer_(part_.source(), part_.target(), part_.forward(), part_.backward(), corridor_,
                texts.model, &list_) {}

  /// Requires: `k` ascends from call to call.
  double score(std::size_t k) {
    const UnitRange source = beads_[k].source.counted_from(source_units_.begin);
    const UnitRange target = beads_[k].target.counted_from(target_units_.begin);
    if (is_searchable(beads_[k])) return scorer_.beads_from(source.begin)[0].score;
    if (is_pair(beads_[k])) return scorer_.score(source, target);
    return null_score(k, target.empty(), target.empty() ? source : target);
  }

 private:
  BeadList list_of(std::span<const Bead> beads) const {
    std::vector<Candidate> candidates;
    for (const Bead& bead : beads) {
      if (is_searchable(bead))
        candidates.push_back({bead.source.counted_from(source_units_.begin),
                              bead.target.counted_from(target_units_.begin), 0.0F});
    }
    return {std::move(candidates), source_units_.size()};
  }

  /// Score of null bead `k`, which may go on the run of the bead before it.
  double null_score(std::size_t k, bool of_source, UnitRange units) const {
    const auto side = of_source ? &Bead::source : &Bead::target;
    const bool goes_on = k > 0 && beads_[k - 1].is_null() &&
                         beads_[k - 1].target.empty() == of_source &&
                         (beads_[k - 1].*side).end == (beads_[k].*side).begin;
    double score = 0.0;
    for (std::uint32_t unit = units.begin; unit < units.end; ++unit) {
      const bool first = unit == units.begin && !goes_on;
      if (of_source) {
        score += scorer_.null_source(unit) +
                 (first ? scorer_.null_source_open(unit) : scorer_.null_source_joined(unit - 1));
      } else {
        score += scorer_.null_target(unit) +
                 (first ? scorer_.null_target_open(unit) : scorer_.null_target_joined(unit - 1));
      }
    }
    return score;
  }

  std::span<const Bead> beads_;
  UnitRange source_units_, target_units_;
  TextsPart part_;
  BeadList list_;
  Corridor corridor_;
  BeadScorer scorer_;
};

/// The last of the beads that are scored with `first`: wanted ones that stand near each other, some
/// thousand at most.
std::size_t last_of_window(const std::vector<bool>& wanted, std::size_t first) {
  constexpr std::size_t kMostOfWindow = 4096;
  constexpr std::size_t kMostBetween = 32;
  std::size_t last = first;
  const std::size_t end = std::min(wanted.size(), first + kMostOfWindow);
  for (std::size_t k = first + 1; k < end && k - last <= kMostBetween; ++k) {
    if (wanted[k]) last = k;
  }
  return last;
}

/// Scores the beads that are `wanted`.
void score_wanted(const SearchTexts& texts, std::span<Bead> beads,
                  const std::vector<bool>& wanted) {
  for (std::size_t k = 0; k < beads.size(); ++k) {
    if (!wanted[k]) continue;
    const std::size_t last = last_of_window(wanted, k);
    Window window(texts, beads, k, last);
    for (std::size_t scored = k; scored <= last; ++scored) {
      if (wanted[scored]) beads[scored].score = window.score(scored);
    }
    k = last;
  }
}

}  // namespace

void score_beads(const SearchTexts& texts, std::span<Bead> beads) {
  score_wanted(texts, beads, std::vector<bool>(beads.size(), true));
}

void score_at_seams(const SearchTexts& texts, Solution& solution) {
  std::vector<Bead>& beads = solution.beads;
  std::vector<bool> wanted(beads.size());
  const auto sees = [&](UnitRange source, UnitRange target) {
    return texts.source.tokens_in(source) < BoundaryScore::kContext ||
           texts.target.tokens_in(target) < BoundaryScore::kContext;
  };
  // What a seam sees behind the next one, that one sees, too.
  for (std::size_t n = 0; n < solution.seams.size(); ++n) {
    const std::size_t seam = solution.seams[n];
    const std::size_t before = n > 0 ? solution.seams[n - 1] : 0;
    const std::size_t after = n + 1 < solution.seams.size() ? solution.seams[n + 1] : beads.size();
    const std::uint32_t source = beads[seam].source.begin;
    const std::uint32_t target = beads[seam].target.begin;
    for (std::size_t k = seam;
         k < after && sees({source, beads[k].source.begin}, {target, beads[k].target.begin}); ++k)
      wanted[k] = true;
    for (std::size_t k = seam;
         k-- > before && sees({beads[k].source.end, source}, {beads[k].target.end, target});)
      wanted[k] = true;
  }
  score_wanted(texts, beads, wanted);
  solution.seams.clear();
}

}  // namespace thalign
