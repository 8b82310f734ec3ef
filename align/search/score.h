#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

#include "align/evidence/boundary_score.h"
#include "align/evidence/links.h"
#include "align/evidence/translation_score.h"
#include "align/lexicon/features.h"
#include "align/search/corridor.h"
#include "align/search/target_spans.h"
#include "text/ranges.h"

namespace thalign {

/// Weights of the parts of a score. All scores are log-likelihood ratios (nats) of "translates"
/// against "unrelated"; higher is better.
struct ScoreWeights {
  double length = 2.1;
  double translation = 0.35;       ///< of each direction
  double segmentation = 1.125;     ///< of break log-odds at the ends of beads, each side
  double boundary = 0.13;          ///< of the words around the boundaries where a bead begins
  double bead = -2.05;             ///< for every bead that is not null
  double paragraph_both = 1.8;     ///< a bead starts a paragraph on both sides
  double paragraph_one = -1.0;     ///< ... on one side only
  double null_open = -2.1;         ///< a run of null units begins
  double null_fragment = -1.1;     ///< a run of null units begins, or ends, inside a paragraph
  double null_character = -0.007;  ///< per character of a null unit
};

/// How the characters of a bead's two sides go together: the log of their ratio is normal, with a
/// variance that falls with the length of the bead, against a broad normal for unrelated texts.
/// Beyond one standard deviation the loss grows linearly only: free translations are longer or
/// shorter than a normal distribution allows. Source: Gale and Church 1993, "A Program for Aligning
/// Sentences in Bilingual Corpora", with logs of ratios; Huber 1964, "Robust Estimation of a
/// Location Parameter".
class LengthModel {
 public:
  /// Log-likelihood ratio (nats) of lengths with this log ratio (target over source) and sum of
  /// characters.
  double score(double log_ratio, std::uint32_t characters) const {
    const Term term = this->term(characters);
    const double deviation = term.scale * std::abs(log_ratio);
    const double inner = std::min(deviation, kInner);
    return term.constant - inner * (2.0 * deviation - inner);
  }

  /// The score is `constant` less the square of `scale` times the log ratio, up to `kInner`.
  struct Term {
    double constant;
    double scale;
  };
  Term term(std::uint32_t characters) const {
    return characters < terms_.size() ? terms_[characters] : term_of(characters);
  }
  static constexpr double kInner = 0.5 * std::numbers::sqrt2;

 private:
  static constexpr double kVarianceTimesCharacters = 16.0;
  static constexpr double kLeastVariance = 0.03;
  static constexpr double kBackgroundVariance = 1.5;

  static Term term_of(std::uint32_t characters);

  static const std::vector<Term>& tabled();

  const std::vector<Term>& terms_ = tabled();  // by sum of characters
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
  /// Requires: all references outlive the scorer. `forward` links source to target symbols,
  /// `backward` the other way.
  BeadScorer(const Features& source, const Features& target, const Links& forward,
             const Links& backward, const Corridor& corridor, const ScoreWeights& weights = {});

  /// All beads inside the corridor that begin with source unit `source_begin` and have text on both
  /// sides, ordered by source end, target begin, target end. Beads that are too long or too
  /// lopsided to be translations are left out. The span is valid until the next call.
  std::span<const ScoredPair> beads_from(std::uint32_t source_begin);
  /// The same beads, packed as the search wants them. Valid until the next call of either.
  const BeadRuns& runs_from(std::uint32_t source_begin);

  /// Score of a run of null units that begins with `unit`.
  double null_source_open(std::uint32_t unit) const { return null_open(source_, unit); }
  double null_target_open(std::uint32_t unit) const { return null_open(target_, unit); }
  /// Score of a null unit; its gap is paid as the end of a sentence.
  double null_source(std::uint32_t unit) const { return null_unit(source_, unit); }
  double null_target(std::uint32_t unit) const { return null_unit(target_, unit); }
  /// Correction if the run goes on after a null unit: the gap need not end a sentence.
  double null_source_joined(std::uint32_t unit) const { return null_joined(source_, unit); }
  double null_target_joined(std::uint32_t unit) const { return null_joined(target_, unit); }

  /// Score of one bead, computed plainly from the definition: the reference that `beads_from` is
  /// tested against.
  double score(UnitRange source, UnitRange target) const;

 private:
  double null_open(const Features& text, std::uint32_t unit) const;
  double null_unit(const Features& text, std::uint32_t unit) const;
  double null_joined(const Features& text, std::uint32_t unit) const;
  double segmentation(std::uint32_t source_end, std::uint32_t target_end) const;
  double paragraph(std::uint32_t source_begin, std::uint32_t target_begin) const;
  const BeadRuns& chosen_runs_from(std::uint32_t source_begin);
  void score_begins(std::uint32_t source_begin, UnitRange targets);
  void add_runs(UnitRange source, Corridor::Row begin_row, Corridor::Row end_row);
  void add_ends(std::uint32_t first, std::uint32_t source_end);
  void add_scores(UnitRange source, const BeadRun& run, std::uint32_t first, double* out) const;

  const Features& source_;
  const Features& target_;
  const Links& forward_links_;
  const Links& backward_links_;
  const Corridor& corridor_;
  ScoreWeights weights_;
  LengthModel length_;
  BoundaryScore boundaries_;
  std::vector<SpanUse> uses_;  // of source spans
  TranslationScore forward_;
  TargetSpans target_spans_;
  // Of one source range, by target boundary: the forward translation score summed up to there, and
  // together with what beads that end there have in common.
  std::vector<double> target_sums_, end_scores_;
  double log_source_ = 0.0;  // of the characters of the source range
  // Per target begin of a row: the shortest span that is not lopsided, the first that is again.
  std::vector<std::uint32_t> shortest_, too_long_;
  std::uint32_t first_begin_ = 0;
  std::vector<double> begin_scores_;  // by target begin, from the first on
  BeadRuns runs_;
  std::vector<ScoredPair> beads_;
};

}  // namespace thalign
