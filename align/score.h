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
  double length = 1.0;
  double translation = 1.0;       ///< of each direction
  double segmentation = 0.6;      ///< of break log-odds at the ends of beads, each side
  double bead = 0.0;              ///< for every bead that is not null
  double paragraph_both = 1.5;    ///< a bead starts a paragraph on both sides
  double paragraph_one = -1.5;    ///< ... on one side only
  double null_open = -4.0;        ///< a run of null units begins
  double null_character = -0.02;  ///< per character of a null unit
};

/// Mean and spread of the log ratio of target to source characters.
struct LengthModel {
  double mean = 0.0;
  double variance_per_character =
      8.0;  ///< variance of the log ratio, times the characters of the bead
  double least_variance = 0.03;
  double background_variance = 1.5;  ///< of unrelated texts

  /// Log-likelihood ratio of the lengths; both at least 1.
  double score(std::uint32_t source_characters, std::uint32_t target_characters) const;
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
  /// Sums of the backward translation score for one span of target units, over the source
  /// boundaries that can meet it.
  struct BackwardSums {
    std::uint32_t first_source;
    std::vector<float> sums;
  };

  double null_unit(const Features& text, std::uint32_t unit) const;
  double null_joined(const Features& text, std::uint32_t unit) const;
  double segmentation(std::uint32_t source_end, std::uint32_t target_end) const;
  double paragraph(std::uint32_t source_begin, std::uint32_t target_begin) const;
  void fill_backward_sums(const Links& backward);

  const Features& source_;
  const Features& target_;
  const Links& forward_links_;
  const Links& backward_links_;
  const Corridor& corridor_;
  ScoreWeights weights_;
  LengthModel length_;
  TranslationScore forward_;
  std::vector<std::vector<BackwardSums>>
      backward_;  // by first target unit, then units in the span less one
  std::vector<float> forward_sums_;
  std::vector<ScoredPair> beads_;
};

}  // namespace thalign
