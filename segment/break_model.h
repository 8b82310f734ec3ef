// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {

/// A linear model over hashed features: the log-odds (nats) that a sentence ends at a gap is the
/// sum of the weights of the gap's features. Read in place.
///
///     bytes   magic "THBR" | version | hash of the features | number of weights, a power of two |
///             weights, signed bytes in steps of 1/16 nat
///
/// The hash of the features is that of the features of a sample text (a test computes it). A model
/// learnt from features that were computed otherwise is refused: its weights would be those of
/// others.
class BreakModel {
 public:
  static constexpr float kStep = 1.0F / 16.0F;

  /// Of the features that weights belong to now; to be changed with `segment/gap_features`.
  static constexpr std::uint32_t kFeaturesHash = 0x5F2D201F;

  /// The Thai model that comes with the library (models/README.md says what it was learnt from).
  static const BreakModel& thai();

  /// Requires: `bytes` outlive the model. Throws `Error` (format) naming `name` if they are not
  /// such a model, or of other features.
  BreakModel(std::string_view bytes, std::string_view name);

  /// Packs weights, rounded to steps and cut to what a signed byte holds. Requires: a power of two
  /// of them.
  static std::string pack(std::span<const float> weights);

  float weight(std::uint32_t feature) const {
    return kStep * static_cast<float>(static_cast<signed char>(weights_[feature & mask_]));
  }

  /// Log-odds of a gap with these features, hashes of any size.
  float log_odds(std::span<const std::uint32_t> features) const {
    std::int32_t sum = 0;
    for (const std::uint32_t feature : features)
      sum += static_cast<signed char>(weights_[feature & mask_]);
    return kStep * static_cast<float>(sum);
  }

 private:
  const char* weights_;
  std::uint32_t mask_;
};

}  // namespace thalign
