// SPDX-License-Identifier: Apache-2.0
#include "train/score_learning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <string_view>

#include "align/score/gap_scores.h"
#include "text/ordered_work.h"

namespace thalign {
namespace {

/// About what the value of a term is in a long run of null units, where it grows with the run; 1
/// for all others. Long runs are rare, and their characters, words and words without a translation
/// grow together: without a penalty for what a weight makes of a long run, a few of them decide
/// what all others cost.
double typical_value(std::size_t term) {
  constexpr double kCharacters = 450.0;
  constexpr double kWords = 45.0;
  const std::string_view name = kTermNames[term];
  if (name.starts_with("null") && name.ends_with("character")) return kCharacters;
  if (name.starts_with("null") && (name.ends_with("word") || name.ends_with("stray")))
    return kWords;
  return 1.0;
}

class Learner {
 public:
  Learner(std::span<const WeightedLattice> documents, const LearningOptions& options)
      : documents_(documents),
        options_(options),
        start_(prior_weights()),
        weights_(start_),
        squares_(kWeightVectorSize, 1.0),
        gradient_(kWeightVectorSize),
        frequency_(kWeightVectorSize),
        is_touched_(kWeightVectorSize) {
    for (const WeightedLattice& document : documents) total_ += document.weight;
  }

  /// Learns with the documents in an order that `seed` decides.
  WeightVector run(std::uint64_t seed) {
    std::vector<std::size_t> order(documents_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(seed);
    WeightVector sum(kWeightVectorSize);
    int summed = 0;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      // Not std::shuffle, whose order depends on the library.
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      const auto batch = static_cast<std::size_t>(options_.batch);
      for (std::size_t begin = 0; begin < order.size(); begin += batch)
        learn(std::span(order).subspan(begin, std::min(batch, order.size() - begin)), epoch == 0);
      if (2 * epoch < options_.epochs) continue;
      for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += weights_[k];
      ++summed;
    }
    for (double& weight : sum) weight /= summed;
    return sum;
  }

 private:
  void learn(std::span<const std::size_t> batch, bool first_epoch) {
    std::vector<Gradient> gradients(batch.size());
    for_each_parallel(batch.size(), [&](std::size_t i) {
      gradients[i] = gradient_of(*documents_[batch[i]].lattice, weights_);
    });
    double weight = 0.0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      add(gradients[i], documents_[batch[i]]);
      weight += documents_[batch[i]].weight;
    }
    step(weight / total_, first_epoch);
  }

  void add(const Gradient& gradient, const WeightedLattice& document) {
    const std::size_t style = first_of_style(style_of(document.lattice->kind));
    for (std::size_t term = 0; term < kTerms; ++term) {
      gradient_[term] += document.weight * gradient.terms[term];
      gradient_[style + term] += document.weight * gradient.terms[term];
    }
    for (const auto& [slot, value] : gradient.hashed) {
      const std::size_t at = kFirstHashed + slot;
      if (!is_touched_[at]) touched_.push_back(at);
      is_touched_[at] = true;
      gradient_[at] += document.weight * value;
    }
  }

  /// Takes a step for a batch that is `share` of all. A hashed weight is looked at only where it
  /// takes part; its penalty is then that of the whole time since.
  void step(double share, bool first_epoch) {
    for (std::size_t k = 0; k < kFirstHashed; ++k) {
      const double value = typical_value(k % kTerms);
      const double penalty = k < kTerms ? options_.term_penalty : options_.style_penalty;
      update(k, share * penalty * value * value);
    }
    for (const std::size_t at : touched_) {
      if (first_epoch) frequency_[at] += share;
      const double often = first_epoch ? 1.0 : std::max(frequency_[at], share);
      update(at, share / often * options_.hashed_penalty);
      is_touched_[at] = false;
    }
    touched_.clear();
  }

  void update(std::size_t k, double penalty) {
    const double gradient = gradient_[k] + penalty * (weights_[k] - start_[k]);
    gradient_[k] = 0.0;
    if (!options_.learns(k)) return;
    squares_[k] += gradient * gradient;
    weights_[k] -= options_.rate * gradient / std::sqrt(squares_[k]);
  }

  std::span<const WeightedLattice> documents_;
  const LearningOptions& options_;
  const WeightVector start_;
  WeightVector weights_;
  std::vector<double> squares_;
  std::vector<double> gradient_;
  std::vector<double> frequency_;  // share of the documents in whose batches a weight takes part
  std::vector<bool> is_touched_;
  std::vector<std::size_t> touched_;
  double total_ = 0.0;
};

}  // namespace

WeightVector prior_weights() {
  WeightVector weights(kWeightVectorSize);
  const ScoreWeights priors;
  std::ranges::copy(priors.values, weights.begin());
  return weights;
}

WeightVector learn_score(std::span<const WeightedLattice> documents,
                         const LearningOptions& options) {
  WeightVector mean(kWeightVectorSize);
  for (int order = 1; order <= options.orders; ++order) {
    const WeightVector weights = Learner(documents, options).run(static_cast<std::uint64_t>(order));
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += weights[k] / options.orders;
  }
  return mean;
}

std::string pack_score(const WeightVector& weights, double posterior_scale) {
  std::array<ScoreWeights, kStyles> terms;
  for (std::size_t style = 0; style < kStyles; ++style) {
    for (std::size_t term = 0; term < kTerms; ++term)
      terms[style].values[term] = weights[term] + weights[first_of_style(style) + term];
  }
  const std::vector<float> hashed(weights.begin() + kFirstHashed, weights.end());
  return ScoreModel::pack(terms, hashed, posterior_scale);
}

}  // namespace thalign
