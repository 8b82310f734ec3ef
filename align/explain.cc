// SPDX-License-Identifier: Apache-2.0
#include "align/explain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "align/score/gap_scores.h"
#include "align/search/bead_scores.h"
#include "align/search/problem.h"

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

/// Scores beads by models that hold a part of the weights.
class Explainer {
 public:
  Explainer(const SegmentedText& source, const SegmentedText& target, std::span<const Bead> beads,
            const Lexicon& lexicon)
      : source_text_(source),
        target_text_(target),
        beads_(beads),
        problem_(source, target, lexicon),
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
    std::vector<Bead> beads(beads_.begin(), beads_.end());
    score_beads({source, target, problem_.forward(), problem_.backward(), model}, beads);
    for (std::size_t k = 0; k < beads.size(); ++k) result_[k][term].nats = beads[k].score;
  }

  const SegmentedText& source_text_;
  const SegmentedText& target_text_;
  std::span<const Bead> beads_;
  Problem problem_;
  std::vector<Contributions> result_;
};

}  // namespace

std::span<const std::string_view> explained_terms() { return kExplained; }

std::vector<Contributions> explain(const SegmentedText& source, const SegmentedText& target,
                                   std::span<const Bead> beads, const Lexicon& lexicon) {
  return Explainer(source, target, beads, lexicon).run();
}

}  // namespace thalign
