#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/corridor.h"
#include "align/features.h"
#include "align/links.h"
#include "align/translation_score.h"
#include "text/ranges.h"

namespace thalign {

/// Weights of the parts of a score. All scores are log-likelihood ratios (nats) of "translates"
/// against "unrelated"; higher is better.
struct ScoreWeights {
  double length = 1.3;
  double translation = 0.35;       ///< of each direction
  double segmentation = 1.0;       ///< of break log-odds at the ends of beads, each side
  double bead = -2.0;              ///< for every bead that is not null
  double paragraph_both = 1.5;     ///< a bead starts a paragraph on both sides
  double paragraph_one = -1.5;     ///< ... on one side only
  double null_open = -6.0;         ///< a run of null units begins
  double null_character = -0.005;  ///< per character of a null unit
};

/// How the characters of a bead's two sides go together: the log of their ratio is normal, with a
/// variance that falls with the length of the bead, against a broad normal for unrelated texts.
/// Source: Gale and Church 1993, "A Program for Aligning Sentences in Bilingual Corpora", with logs
/// of ratios.
class LengthModel {
 public:
  LengthModel();

  /// Log-likelihood ratio (nats) of lengths with this log ratio (target over source) and sum of
  /// characters.
  double score(double log_ratio, std::uint32_t characters) const {
    const Term term = characters < terms_.size() ? terms_[characters] : term_of(characters);
    const double deviation = log_ratio - kMean;
    return term.constant - term.factor * deviation * deviation;
  }

 private:
  static constexpr double kMean = 0.0;
  static constexpr double kVarianceTimesCharacters = 16.0;
  static constexpr double kLeastVariance = 0.03;
  static constexpr double kBackgroundVariance = 1.5;

  struct Term {
    double constant;
    double factor;
  };
  static Term term_of(std::uint32_t characters);

  std::vector<Term> terms_;  // by sum of characters
};

/// A bead and its score.
struct ScoredPair {
  UnitRange source;
  UnitRange target;
  double score;
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

  /// Score of a run of null units that begins.
  double null_open() const { return weights_.null_open; }
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
  /// A span of target units with what every bead over it shares.
  struct TargetSpan {
    std::uint32_t characters;
    double log_characters;
    std::uint32_t first_source;  ///< first source boundary that can meet the span
    std::vector<float> sums;     ///< backward translation score, summed from there on
  };

  double null_unit(const Features& text, std::uint32_t unit) const;
  double null_joined(const Features& text, std::uint32_t unit) const;
  double segmentation(std::uint32_t source_end, std::uint32_t target_end) const;
  double paragraph(std::uint32_t source_begin, std::uint32_t target_begin) const;
  void add_beads(UnitRange source, Corridor::Row begin_row, Corridor::Row end_row);
  void fill_target_spans(const Links& backward);

  const Features& source_;
  const Features& target_;
  const Links& forward_links_;
  const Links& backward_links_;
  const Corridor& corridor_;
  ScoreWeights weights_;
  LengthModel length_;
  TranslationScore forward_;
  std::vector<std::vector<TargetSpan>>
      target_spans_;  // by first unit, then units in the span less one
  std::vector<float> forward_sums_;
  std::vector<ScoredPair> beads_;
};

}  // namespace thalign
