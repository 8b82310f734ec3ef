// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "align/score/score_weights.h"

namespace thalign {

/// Weights of hashed features, read in place: signed bytes in steps of 1/32 nat. Each hash names
/// one of them.
class HashedWeights {
 public:
  static constexpr std::uint32_t kBits = 18;
  static constexpr std::size_t kSize = std::size_t{1} << kBits;
  static constexpr float kStep = 1.0F / 32.0F;

  /// All weights 0.
  HashedWeights() = default;
  /// Requires: `bytes` are `kSize` and outlive the object.
  explicit HashedWeights(std::string_view bytes) : bytes_(bytes) {}

  static std::uint32_t slot(std::uint32_t hash) { return (hash ^ (hash >> kBits)) & (kSize - 1); }
  float of(std::uint32_t hash) const {
    return bytes_.empty()
               ? 0.0F
               : kStep * static_cast<float>(static_cast<signed char>(bytes_[slot(hash)]));
  }

  /// Rounds weights to steps and cuts them to what a signed byte holds.
  static std::string pack(std::span<const float> weights);

 private:
  std::string_view bytes_;
};

/// Kinds of documents that the score distinguishes, by how many Thai spaces there are for each
/// English sentence (`align/score/gap_scores.h`).
inline constexpr std::size_t kStyles = 3;

/// Weights (nats) of what the layouts of two documents say. They are not learnt: the documents that
/// were aligned by hand are plain texts.
struct LayoutWeights {
  double kind = 0.0;   ///< of `ScoreTerms::kind_term`
  double times = 0.0;  ///< of `ScoreTerms::time_term`
  /// Of a null run that begins with an item of a list: what a line with a colon introduces is
  /// seldom left out when that line is not.
  double list_item = 0.0;
};

/// All that the score has learnt.
///
///     bytes   magic "THSC" | version | terms | styles | hash of the names of all terms |
///     posterior scale: float | weights of the terms, by style: floats |
///     hashed weights: signed bytes
class ScoreModel {
 public:
  /// The model that comes with the library (models/README.md says what it was learnt from).
  static const ScoreModel& shipped();

  /// The weights that learning starts from, for every style; hashed ones are 0.
  ScoreModel() = default;
  /// The same weights for every style.
  explicit ScoreModel(const ScoreWeights& weights, HashedWeights hashed = {},
                      LayoutWeights layout = {})
      : hashed_(hashed), layout_(layout) {
    weights_.fill(weights);
  }
  /// Requires: `bytes` outlive the model. Throws `Error` (format) naming `name` if they are not
  /// such a model of this version.
  ScoreModel(std::string_view bytes, std::string_view name);

  static std::string pack(std::span<const ScoreWeights, kStyles> weights,
                          std::span<const float> hashed, double posterior_scale = 1.0);

  const ScoreWeights& weights(std::uint32_t style) const { return weights_[style]; }
  const HashedWeights& hashed() const { return hashed_; }
  const LayoutWeights& layout() const { return layout_; }
  /// Scores of correlated evidence are too sure of themselves: posteriors are taken of scores times
  /// this, so that confidences are right as often as they say.
  double posterior_scale() const { return posterior_scale_; }

 private:
  std::array<ScoreWeights, kStyles> weights_;
  HashedWeights hashed_;
  LayoutWeights layout_;
  double posterior_scale_ = 1.0;
};

}  // namespace thalign
