// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "align/evidence/boundary_score.h"
#include "align/evidence/links.h"
#include "align/evidence/translation_score.h"
#include "align/lexicon/features.h"
#include "align/score/score_model.h"
#include "align/score/score_terms.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"
#include "align/search_space/target_spans.h"
#include "text/ranges.h"

namespace thalign {

/// What pairs of boundaries, one of each text, are worth where a bead begins and where one ends;
/// of one source boundary, by target boundary from `first` on.
struct BoundaryPairs {
  std::uint32_t source = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t first = 0;
  std::vector<double> begin, end;
};

/// A bead and its score.
struct ScoredPair {
  UnitRange source;
  UnitRange target;
  double score;
};

/// Beads with one source range and one first target unit: one for each target end from `first_end`
/// on.
struct BeadRun {
  std::uint32_t target_begin;
  std::uint32_t first_end;
  std::uint32_t size;
};

/// All beads that begin with one source unit. `scores` holds the scores of all runs, one after the
/// other; runs and scores are grouped by source end.
///
///     source end      begin + 1      begin + 2   ...
///     groups        [0, 0]         [2, 5]        ...  [runs.size(), scores.size()]
///     runs            run run        run ...
///     scores          s s s  s s     s s s s ...
struct BeadRuns {
  struct Group {
    std::uint32_t run;    ///< first run of the group
    std::uint32_t score;  ///< its first score
  };
  std::vector<Group> groups;  ///< by source end; one more at the end
  std::vector<BeadRun> runs;  ///< in each group ascending by target begin
  std::vector<double> scores;

  std::uint32_t source_ends() const {
    return groups.empty() ? 0 : static_cast<std::uint32_t>(groups.size() - 1);
  }
  std::size_t bytes() const { return runs.size() * sizeof(BeadRun) + scores.size() * 8; }
};

/// Scores beads of two texts.
class BeadScorer {
 public:
  /// Requires: all references outlive the scorer, and `candidates`, too. `forward` links source to
  /// target symbols, `backward` the other way. Of the beads inside the corridor only `candidates`
  /// are scored, if it is not null; both ends of each are inside.
  BeadScorer(const Features& source, const Features& target, const Links& forward,
             const Links& backward, const Corridor& corridor,
             const ScoreModel& model = ScoreModel::shipped(), const BeadList* candidates = nullptr);

  /// All beads inside the corridor that begin with source unit `source_begin` and have text on both
  /// sides, ordered by source end, target begin, target end. Beads that are too long or too
  /// lopsided to be translations are left out. The span is valid until the next call.
  std::span<const ScoredPair> beads_from(std::uint32_t source_begin);
  /// The same beads, packed as the search wants them. Valid until the next call of either.
  const BeadRuns& runs_from(std::uint32_t source_begin);

  /// Terms of places, those of null units among them.
  const ScoreTerms& terms() const { return terms_; }
  double null_source_open(std::uint32_t unit) const { return terms_.null_source_open(unit); }
  double null_target_open(std::uint32_t unit) const { return terms_.null_target_open(unit); }
  double null_source(std::uint32_t unit) const { return terms_.null_source(unit); }
  double null_target(std::uint32_t unit) const { return terms_.null_target(unit); }
  double null_source_joined(std::uint32_t unit) const { return terms_.null_source_joined(unit); }
  double null_target_joined(std::uint32_t unit) const { return terms_.null_target_joined(unit); }

  /// As `ScoreModel::posterior_scale`.
  double posterior_scale() const { return posterior_scale_; }

  /// Score of one bead, computed plainly from the definition: the reference that `beads_from` is
  /// tested against.
  double score(UnitRange source, UnitRange target) const;

 private:
  const BoundaryPairs& pairs_of(std::uint32_t source);
  void sum_targets(UnitRange window);
  BoundaryWeights boundary_weights() const;
  const BeadRuns& candidate_runs_from(std::uint32_t source_begin);
  void add_runs(UnitRange source, Corridor::Row begin_row, Corridor::Row end_row);
  void add_ends(std::uint32_t first, std::uint32_t source_end);
  void add_scores(UnitRange source, const BeadRun& run, std::uint32_t first, double* out) const;

  const Features& source_;
  const Features& target_;
  const Links& forward_links_;
  const Links& backward_links_;
  const Corridor& corridor_;
  const BeadList* candidates_;  // null: all beads inside
  ScoreTerms terms_;
  const ScoreWeights& weights_;
  double posterior_scale_;
  BoundaryScore boundaries_;
  std::vector<BoundaryPairs> pair_scores_;  // by source boundary modulo their number
  std::vector<SpanUse> uses_;               // of source spans
  TranslationScore forward_;
  TargetSpans target_spans_;
  // Of one source range, by target boundary: the forward translation score summed up to there, and
  // together with what beads that end there have in common.
  std::vector<double> target_words_, target_anchors_, end_scores_;
  TokenWeights of_source_, of_target_;  // weights of translation scores of tokens
  struct EdgeWeights {
    double missing, found;
    double operator()(double value) const {
      return value < 0.0 ? missing * value : found * std::min(value, kMostFound);
    }
  };
  static constexpr double kMostFound = 8.0;
  EdgeWeights edge_weights(bool last, bool of_source) const;
  EdgeWeights source_first_, source_last_, target_first_, target_last_;
  double log_source_ = 0.0;  // of the characters of the source range
  // Per target begin of a row: the shortest span that is not lopsided, the first that is again.
  std::vector<std::uint32_t> shortest_, too_long_;
  const BoundaryPairs* begins_ = nullptr;               // of the source begin
  std::array<std::array<double, 3>, 3> inner_lines_{};  // by line ends inside source and target
  BeadRuns runs_;
  std::vector<ScoredPair> beads_;
};

}  // namespace thalign
