// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/document_score.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "align/evidence/texts_part.h"
#include "align/evidence/translation_score.h"

namespace thalign {
namespace {

// A logistic regression, fitted by train/learn_document_score.cc.
constexpr double kIntercept = -0.86;
constexpr double kTranslation = 3.83;
constexpr double kSupported = 5.15;
constexpr double kLogTokens = -0.83;
/// Beyond these numbers of tokens the length of the texts makes no difference.
constexpr std::size_t kFewTokens = 50;
constexpr std::size_t kManyTokens = 400;

/// What the beads of a part of two texts show, in nats, and characters of both texts.
struct Sums {
  double to_target = 0.0;
  double to_source = 0.0;
  std::size_t supported = 0;
};

/// How well `given` predicts `predicted`, in nats.
double predict(TranslationScore& score, UnitRange given, UnitRange predicted,
               std::vector<double>& sums) {
  score.start(given.begin, predicted);
  for (std::uint32_t unit = given.begin; unit < given.end; ++unit) score.extend();
  sums.resize(predicted.size() + std::size_t{1});
  score.sums(predicted, sums.data());
  return sums.back();
}

/// Adds what neighbouring beads show.
void add_beads(const Features& source, const Features& target, const Links& forward,
               const Links& backward, std::span<const Bead> beads, Sums& all) {
  const UnitRange source_units = {beads.front().source.begin, beads.back().source.end};
  const UnitRange target_units = {beads.front().target.begin, beads.back().target.end};
  const TextsPart part(source, target, forward, backward, source_units, target_units);
  TranslationScore to_target(part.source(), part.target(), part.forward());
  TranslationScore to_source(part.target(), part.source(), part.backward());
  std::vector<double> sums;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    const UnitRange of_source = bead.source.counted_from(source_units.begin);
    const UnitRange of_target = bead.target.counted_from(target_units.begin);
    const double target_score = predict(to_target, of_source, of_target, sums);
    const double source_score = predict(to_source, of_target, of_source, sums);
    all.to_target += target_score;
    all.to_source += source_score;
    if (target_score + source_score > 0.0)
      all.supported += source.characters_in(bead.source) + target.characters_in(bead.target);
  }
}

double per(double sum, std::size_t count) {
  return sum / static_cast<double>(std::max<std::size_t>(count, 1));
}

}  // namespace

DocumentEvidence document_evidence(const Features& source, const Features& target,
                                   const Links& forward, const Links& backward,
                                   std::span<const Bead> beads) {
  constexpr std::size_t kBeadsOfPart = 4096;  // so that memory does not grow with the texts
  Sums sums;
  for (std::size_t first = 0; first < beads.size(); first += kBeadsOfPart) {
    add_beads(source, target, forward, backward,
              beads.subspan(first, std::min(kBeadsOfPart, beads.size() - first)), sums);
  }
  const std::size_t characters = source.characters.back() + std::size_t{target.characters.back()};
  return {.translation = (per(sums.to_target, target.tokens.size()) +
                          per(sums.to_source, source.tokens.size())) /
                         2.0,
          .supported = per(static_cast<double>(sums.supported), characters),
          .tokens = source.tokens.size() + target.tokens.size()};
}

double log_tokens(const DocumentEvidence& evidence) {
  return std::log(static_cast<double>(std::clamp(evidence.tokens, kFewTokens, kManyTokens)));
}

double document_score(const DocumentEvidence& evidence) {
  const double log_odds = kIntercept + kTranslation * evidence.translation +
                          kSupported * evidence.supported + kLogTokens * log_tokens(evidence);
  return 1.0 / (1.0 + std::exp(-log_odds));
}

}  // namespace thalign
