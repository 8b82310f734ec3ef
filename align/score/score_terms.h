// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "align/evidence/links.h"
#include "align/evidence/translation_score.h"
#include "align/lexicon/features.h"
#include "align/score/score_model.h"

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
    double log_size;  ///< log of the characters over those of a usual bead
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
    const Term term = this->term(characters);
    const double deviation = term.scale * std::abs(log_ratio);
    const double inner = std::min(deviation, LengthModel::kInner);
    return term.constant - weight_ * inner * (2.0 * deviation - inner) +
           (log_ratio > 0.0 ? target_longer_ * log_ratio : -source_longer_ * log_ratio);
  }

  using Term = LengthModel::Term;
  /// `score` is `constant` less `weight` times the square of `scale` times the log ratio, as in
  /// `LengthModel`, and a slope for the longer side.
  Term term(std::uint32_t characters) const {
    Term term = model_.term(characters);
    term.constant =
        weight_ * term.constant + (term.log_size < 0.0 ? -small_ : large_) * term.log_size;
    return term;
  }
  double weight() const { return weight_; }
  double source_longer() const { return source_longer_; }
  double target_longer() const { return target_longer_; }

 private:
  LengthModel model_;
  double weight_;
  double source_longer_, target_longer_;
  double small_, large_;
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

/// The terms of the score that depend on one place of each text, each defined once: the exact pass
/// (`BeadScorer`) and the coarse pass (`OneToManyScores`) read them here.
class ScoreTerms {
 public:
  /// Requires: all references outlive the object. `forward` links source to target symbols,
  /// `backward` the other way.
  ScoreTerms(const Features& source, const Features& target, const Links& forward,
             const Links& backward, const ScoreModel& model);

  const ScoreWeights& weights() const { return weights_; }
  const LengthTerms& length() const { return length_; }

  /// Of a bead with text on both sides that begins at a pair of boundaries: the bead itself, lines,
  /// first words together, kinds of blocks, times.
  double begin(std::uint32_t source, std::uint32_t target) const;
  /// Of such a bead that ends there: log-odds of sentence ends, lines.
  double end(std::uint32_t source, std::uint32_t target) const;
  /// Parts of `end`: of each text alone, and of lines and times of both.
  double source_end(std::uint32_t source) const { return break_before(source_, source); }
  double target_end(std::uint32_t target) const { return break_before(target_, target); }
  double end_line(std::uint32_t source, std::uint32_t target) const;

  /// Of a run of null units that begins with `unit`.
  double null_source_open(std::uint32_t unit) const { return null_open(source_, unit); }
  double null_target_open(std::uint32_t unit) const { return null_open(target_, unit); }
  /// Of a null unit that ends its run.
  double null_source(std::uint32_t unit) const { return null_unit(source_, backward_, unit); }
  double null_target(std::uint32_t unit) const { return null_unit(target_, forward_, unit); }
  /// Correction if the run goes on after a null unit.
  double null_source_joined(std::uint32_t unit) const { return null_joined(source_, unit); }
  double null_target_joined(std::uint32_t unit) const { return null_joined(target_, unit); }

  /// Weights of the translation score of tokens of a text.
  TokenWeights token_weights(const Features& text) const;

 private:
  static double break_before(const Features& text, std::uint32_t boundary) {
    return boundary == 0 ? 0.0 : static_cast<double>(text.break_after[boundary - 1]);
  }
  double null_open(const Features& text, std::uint32_t unit) const;
  double null_end(const Features& text, std::uint32_t unit) const;
  double null_unit(const Features& text, const Links& to_text, std::uint32_t unit) const;
  double null_joined(const Features& text, std::uint32_t unit) const;
  double line_term(bool source, bool target, Term both) const;
  double opening_pair(std::uint32_t source, std::uint32_t target) const;
  /// Where blocks begin on both sides: 1 if they are of one kind, such as two headings, 0 if both
  /// are paragraphs, -1 if their kinds differ.
  double kind_term(std::uint32_t source, std::uint32_t target) const;
  /// How near two times are: 1 if they are the same, 0 from two seconds on. So times that are
  /// shifted on one side, as of another copy of a film, say little, and never speak against a bead.
  static double time_term(std::uint32_t source, std::uint32_t target);
  double begin_layout(std::uint32_t source, std::uint32_t target) const;
  double end_layout(std::uint32_t source, std::uint32_t target) const;

  const Features& source_;
  const Features& target_;
  const Links& forward_;
  const Links& backward_;
  const ScoreWeights& weights_;
  const HashedWeights& hashed_;
  const LayoutWeights& layout_;
  LengthTerms length_;
};

}  // namespace thalign
