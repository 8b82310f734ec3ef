// SPDX-License-Identifier: Apache-2.0
#include "align/explain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "align/score/gap_scores.h"
#include "align/score/score.h"
#include "align/search/problem.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"
#include "align/search_space/target_spans.h"

namespace thalign {
namespace {

constexpr std::size_t kThaiGap = kTerms, kEnglishGap = kTerms + 1, kOpeningPair = kTerms + 2,
                      kBlockKind = kTerms + 3, kTimes = kTerms + 4, kListItem = kTerms + 5;

constexpr auto kExplained = [] {
  std::array<std::string_view, kTerms + 6> names{};
  std::copy(kTermNames.begin(), kTermNames.end(), names.begin());
  names[kThaiGap] = "thai_gap";
  names[kEnglishGap] = "english_gap";
  names[kOpeningPair] = "opening_pair";
  names[kBlockKind] = "block_kind";
  names[kTimes] = "times";
  names[kListItem] = "list_item";
  return names;
}();

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

/// Scores beads by models that hold a part of the weights.
class Explainer {
 public:
  Explainer(const SegmentedText& source, const SegmentedText& target, std::span<const Bead> beads,
            const Lexicon& lexicon)
      : source_text_(source),
        target_text_(target),
        beads_(beads),
        problem_(source, target, lexicon),
        corridor_(corridor_of(beads, problem_.source().units(), problem_.target().units())),
        list_(list_of(beads, problem_.source().units())),
        result_(beads.size(), Contributions(kExplained.size())) {
    for (Contributions& contributions : result_) {
      for (std::size_t k = 0; k < kExplained.size(); ++k) contributions[k] = {kExplained[k], 0.0};
    }
  }

  std::vector<Contributions> run() {
    const ScoreModel& model = problem_.model();
    const ScoreWeights& weights = model.weights(problem_.source().style);
    ScoreWeights none;
    none.values.fill(0.0);
    for (std::size_t k = 0; k < kTerms; ++k) {
      if (weights.values[k] == 0.0) continue;
      ScoreWeights one = none;
      one.values[k] = weights.values[k];
      add(k, ScoreModel(one), ScoreModel(one), ScoreModel(one));
    }
    const ScoreModel nothing(none);
    const ScoreModel hashed(none, model.hashed());
    const bool source_is_thai = problem_.source().is_thai;
    add(source_is_thai ? kThaiGap : kEnglishGap, nothing, hashed, nothing);
    add(source_is_thai ? kEnglishGap : kThaiGap, nothing, nothing, hashed);
    add(kOpeningPair, hashed, nothing, nothing);
    const LayoutWeights layout = model.layout();
    add(kBlockKind, ScoreModel(none, {}, {.kind = layout.kind, .times = 0.0, .list_item = 0.0}),
        nothing, nothing);
    add(kTimes, ScoreModel(none, {}, {.kind = 0.0, .times = layout.times, .list_item = 0.0}),
        nothing, nothing);
    add(kListItem, ScoreModel(none, {}, {.kind = 0.0, .times = 0.0, .list_item = layout.list_item}),
        nothing, nothing);
    return std::move(result_);
  }

 private:
  /// Adds a contribution to all beads: their scores by models for the beads and for the gaps of
  /// either side.
  void add(std::size_t term, const ScoreModel& model, const ScoreModel& source_gaps,
           const ScoreModel& target_gaps) {
    Features source = problem_.source();
    Features target = problem_.target();
    Features unused = target;
    score_gaps(source_text_, target_text_, problem_.kind(), source_gaps, source, unused);
    unused = problem_.source();
    score_gaps(source_text_, target_text_, problem_.kind(), target_gaps, unused, target);
    BeadScorer scorer(source, target, problem_.forward(), problem_.backward(), corridor_, model,
                      &list_);
    std::size_t k = 0;
    for (const Bead& bead : beads_) {
      result_[k][term].nats = is_searchable(bead) ? scorer.beads_from(bead.source.begin)[0].score
                              : is_pair(bead)     ? scorer.score(bead.source, bead.target)
                                                  : null_score(scorer, k);
      ++k;
    }
  }

  /// Score of a null bead, which may go on the run of the bead before it.
  double null_score(const BeadScorer& scorer, std::size_t k) const {
    const Bead& bead = beads_[k];
    const bool of_source = bead.target.empty();
    const UnitRange units = of_source ? bead.source : bead.target;
    const bool goes_on =
        k > 0 && beads_[k - 1].is_null() &&
        (of_source ? beads_[k - 1].source : beads_[k - 1].target).end == units.begin &&
        beads_[k - 1].target.empty() == of_source;
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

  const SegmentedText& source_text_;
  const SegmentedText& target_text_;
  std::span<const Bead> beads_;
  Problem problem_;
  Corridor corridor_;
  BeadList list_;
  std::vector<Contributions> result_;
};

}  // namespace

std::span<const std::string_view> explained_terms() { return kExplained; }

std::vector<Contributions> explain(const SegmentedText& source, const SegmentedText& target,
                                   std::span<const Bead> beads, const Lexicon& lexicon) {
  return Explainer(source, target, beads, lexicon).run();
}

}  // namespace thalign
