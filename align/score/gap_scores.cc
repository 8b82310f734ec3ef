// SPDX-License-Identifier: Apache-2.0
#include "align/score/gap_scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "text/hash.h"

namespace thalign {
std::uint32_t style_of(std::uint32_t kind) { return kind < 6 ? 0 : kind < 8 ? 1 : 2; }

SpaceCounts count_spaces(const Features& source, const Features& target) {
  const Features& thai = source.is_thai ? source : target;
  const Features& english = source.is_thai ? target : source;
  const auto sentences =
      1 + std::count_if(english.sentence_odds.begin(), english.sentence_odds.end(),
                        [](float odds) { return odds > 0.0F; });
  return {static_cast<double>(thai.spaces), static_cast<double>(sentences)};
}

std::uint32_t document_kind(const Features& source, const Features& target,
                            const SpaceCounts& collection) {
  constexpr double kSentencesOfCollection = 40.0;
  SpaceCounts counts = count_spaces(source, target);
  if (collection.sentences > 0.0) {
    counts +=
        {kSentencesOfCollection * collection.spaces / collection.sentences, kSentencesOfCollection};
  }
  const double ratio = counts.spaces / counts.sentences;
  return static_cast<std::uint32_t>(std::clamp(std::lround(3.0 * std::log2(ratio + 0.1)), 0L, 12L));
}

void gap_hashes(const GapFeatures& gaps, std::uint32_t unit, std::uint32_t kind,
                std::vector<std::uint32_t>& out) {
  const std::span<const std::uint32_t> hashes = gaps.of(unit);
  out.insert(out.end(), hashes.begin(), hashes.end());
  for (const std::uint32_t hash : hashes.first(std::min(hashes.size(), GapFeatures::kCrossed)))
    out.push_back(mix_hash(mix_hash(hash, 401), kind));
  const std::uint32_t style = style_of(kind);
  for (const std::uint32_t hash : hashes) out.push_back(mix_hash(mix_hash(hash, 402), style));
}

void score_gaps(const SegmentedText& text, std::uint32_t kind, const ScoreModel& model,
                Features& features) {
  const GapFeatures& gaps = text.gap_features();
  features.style = style_of(kind);
  const double weight = model.weights(features.style).of(Term::break_thai, features.is_thai);
  std::vector<std::uint32_t> hashes;
  for (std::uint32_t unit = 0; unit < features.units(); ++unit) {
    hashes.clear();
    gap_hashes(gaps, unit, kind, hashes);
    auto score = static_cast<float>(weight * static_cast<double>(features.sentence_odds[unit]));
    for (const std::uint32_t hash : hashes) score += model.hashed().of(hash);
    features.break_after[unit] = score;
  }
}

void score_gaps(const SegmentedText& source, const SegmentedText& target, std::uint32_t kind,
                const ScoreModel& model, Features& source_features, Features& target_features) {
  score_gaps(source, kind, model, source_features);
  score_gaps(target, kind, model, target_features);
}

}  // namespace thalign
