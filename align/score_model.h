#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/score_weights.h"

namespace thalign {

/// Weights of hashed features: each hash names one of them.
class HashedWeights {
 public:
  static constexpr std::uint32_t kBits = 18;

  HashedWeights() : values_(std::size_t{1} << kBits) {}

  static std::uint32_t slot(std::uint32_t hash) { return (hash ^ (hash >> kBits)) & kMask; }
  float of(std::uint32_t hash) const { return values_[slot(hash)]; }
  std::vector<float>& values() { return values_; }

 private:
  static constexpr std::uint32_t kMask = (1U << kBits) - 1;
  std::vector<float> values_;
};

/// All that the score has learnt.
struct ScoreModel {
  ScoreWeights weights;
  HashedWeights hashed;

  /// The model that comes with the library.
  static const ScoreModel& shipped();
};

}  // namespace thalign
