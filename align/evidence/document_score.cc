// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/document_score.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

/// How well `given` predicts `predicted`, in nats.
double predict(TranslationScore& score, UnitRange given, UnitRange predicted,
               std::vector<double>& sums) {
  score.start(given.begin, predicted);
  for (std::uint32_t unit = given.begin; unit < given.end; ++unit) score.extend();
  sums.resize(predicted.size() + std::size_t{1});
  score.sums(predicted, sums.data());
  return sums.back();
}

double per(double sum, std::size_t count) {
  return sum / static_cast<double>(std::max<std::size_t>(count, 1));
}

}  // namespace

DocumentEvidence document_evidence(const Features& source, const Features& target,
                                   const Links& forward, const Links& backward,
                                   std::span<const Bead> beads) {
  TranslationScore to_target(source, target, forward);
  TranslationScore to_source(target, source, backward);
  std::vector<double> sums;
  double target_score = 0.0;
  double source_score = 0.0;
  std::size_t supported = 0;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    const double of_target = predict(to_target, bead.source, bead.target, sums);
    const double of_source = predict(to_source, bead.target, bead.source, sums);
    target_score += of_target;
    source_score += of_source;
    if (of_target + of_source > 0.0)
      supported += source.characters_in(bead.source) + target.characters_in(bead.target);
  }
  const std::size_t characters = source.characters.back() + std::size_t{target.characters.back()};
  return {
      .translation =
          (per(target_score, target.tokens.size()) + per(source_score, source.tokens.size())) / 2.0,
      .supported = per(static_cast<double>(supported), characters),
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
