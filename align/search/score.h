#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include "align/evidence/boundary_score.h"
#include "align/evidence/links.h"
#include "align/evidence/translation_score.h"
#include "align/lexicon/features.h"
#include "align/search/corridor.h"
#include "align/search/score_model.h"
#include "align/search/target_spans.h"
#include "text/ranges.h"

namespace thalign {

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

/// All terms of a bead's lengths, weighed.
class LengthTerms {
 public:
  LengthTerms(const ScoreWeights& weights, bool source_is_thai);

  double score(double log_ratio, std::uint32_t characters) const {
    const Term term = characters < terms_.size() ? terms_[characters] : term_of(characters);
    const double deviation = term.scale * std::abs(log_ratio);
    const double inner = std::min(deviation, LengthModel::kInner);
    return term.constant - weight_ * inner * (2.0 * deviation - inner) +
           (log_ratio > 0.0 ? target_longer_ * log_ratio : -source_longer_ * log_ratio);
  }

 private:
  using Term = LengthModel::Term;
  Term term_of(std::uint32_t characters) const;

  LengthModel model_;
  double weight_;
  double source_longer_, target_longer_;
  double small_, large_;
  std::vector<Term> terms_;  // by sum of characters
};

/// What pairs of boundaries, one of each text, are worth where a bead begins and where one ends;
/// of one source boundary, by target boundary from `first` on.
struct PairScores {
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

/// Hashes of what the first words of a bead say together. Requires: units of the texts.
std::array<std::uint32_t, 3> opening_hashes(const Features& source, std::uint32_t source_unit,
                                            const Features& target, std::uint32_t target_unit);

/// Score of a bead that begins or ends a line of Thai, of English, or of both; `both` is the first
/// of the three terms.
double line_score(const ScoreWeights& weights, Term both, bool thai, bool english);

/// Score of a null unit inside a run, but for where the run begins and ends. `to_text` links the
/// other text's symbols to those of `text`.
double null_inside(const Features& text, const Links& to_text, const ScoreWeights& weights,
                   std::uint32_t unit);

/// Scores beads of two texts.
class BeadScorer {
 public:
  /// Requires: all references outlive the scorer. `forward` links source to target symbols,
  /// `backward` the other way.
  BeadScorer(const Features& source, const Features& target, const Links& forward,
             const Links& backward, const Corridor& corridor,
             const ScoreModel& model = ScoreModel::shipped());

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

  /// As `ScoreModel::posterior_scale`.
  double posterior_scale() const { return posterior_scale_; }

  /// Score of one bead, computed plainly from the definition: the reference that `beads_from` is
  /// tested against.
  double score(UnitRange source, UnitRange target) const;

 private:
  double null_open(const Features& text, std::uint32_t unit) const;
  double null_end(const Features& text, std::uint32_t unit) const;
  double null_unit(const Features& text, std::uint32_t unit) const;
  double null_joined(const Features& text, std::uint32_t unit) const;
  double line_term(bool source, bool target, Term both) const;
  double opening_pair(std::uint32_t source, std::uint32_t target) const;
  double begin_line(std::uint32_t source, std::uint32_t target) const;
  double end_line(std::uint32_t source, std::uint32_t target) const;
  const PairScores& pairs_of(std::uint32_t source);
  void sum_targets(UnitRange window);
  BoundaryWeights boundary_weights() const;
  const BeadRuns& chosen_runs_from(std::uint32_t source_begin);
  void add_runs(UnitRange source, Corridor::Row begin_row, Corridor::Row end_row);
  void add_ends(std::uint32_t first, std::uint32_t source_end);
  void add_scores(UnitRange source, const BeadRun& run, std::uint32_t first, double* out) const;

  const Features& source_;
  const Features& target_;
  const Links& forward_links_;
  const Links& backward_links_;
  const Corridor& corridor_;
  const ScoreWeights& weights_;
  const HashedWeights& hashed_;
  double posterior_scale_;
  LengthTerms length_;
  BoundaryScore boundaries_;
  std::vector<PairScores> pair_scores_;  // by source boundary modulo their number
  std::vector<SpanUse> uses_;            // of source spans
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
  const PairScores* begins_ = nullptr;                  // of the source begin
  std::array<std::array<double, 3>, 3> inner_lines_{};  // by line ends inside source and target
  BeadRuns runs_;
  std::vector<ScoredPair> beads_;
};

}  // namespace thalign
