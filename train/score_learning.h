// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "train/crf/crf.h"
#include "train/crf/lattice.h"

namespace thalign {

/// A document to learn from, and how much it counts.
struct WeightedLattice {
  const TrainingLattice* lattice;
  double weight;
};

/// How the score is learnt. Penalties are those of the squared distance of a weight from where it
/// starts, against the log-likelihood of all documents.
struct LearningOptions {
  int orders = 4;  ///< in which the documents are learnt from, each from the start
  int epochs = 8;
  int batch = 16;     ///< documents between two steps
  double rate = 0.3;  ///< of AdaGrad
  /// Of the terms, which start at their priors; for what a weight makes of a typical value.
  double term_penalty = 20.0;
  double style_penalty = 100.0;
  double hashed_penalty = 100.0;
  /// Whether a weight may be learnt; those that may not stay where they start.
  std::function<bool(std::size_t)> learns = [](std::size_t) { return true; };
};

/// The priors of the terms; all else 0.
WeightVector prior_weights();

/// Maximum likelihood with L2 penalties, by AdaGrad in batches; the mean of the weights after each
/// of the last half of the epochs, and of several orders of the documents. Deterministic for any
/// number of threads. Source: Duchi, Hazan and Singer 2011, "Adaptive Subgradient Methods for
/// Online Learning".
WeightVector learn_score(std::span<const WeightedLattice> documents,
                         const LearningOptions& options = {});

/// Packs weights as `ScoreModel` reads them.
std::string pack_score(const WeightVector& weights, double posterior_scale);

}  // namespace thalign
