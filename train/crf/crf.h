// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "align/score/score_model.h"
#include "train/crf/lattice.h"

namespace thalign {

/// What is learnt: the weights of the terms, what each style of document adds to them, and the
/// hashed weights.
///
///     terms | terms of style 0 | terms of style 1 | ... | hashed weights
using WeightVector = std::vector<double>;
inline constexpr std::size_t kFirstHashed = kTerms * (1 + kStyles);
inline constexpr std::size_t kWeightVectorSize = kFirstHashed + HashedWeights::kSize;
/// Where the weights of a style begin.
constexpr std::size_t first_of_style(std::size_t style) { return kTerms * (1 + style); }

/// Loss of a document and its gradient.
struct Gradient {
  /// Minus the log-likelihood of the gold: log sum over all paths less that over those it allows.
  double loss = 0.0;
  std::vector<double> terms = std::vector<double>(kTerms);
  std::vector<std::pair<std::uint32_t, double>> hashed;  ///< by slot, a slot more than once
  bool usable = true;                                    ///< whether the gold allows any path
};

/// The gradient is the expected values of all terms over all paths less those over the paths that
/// the gold allows (forward-backward on either lattice). Source: Lafferty, McCallum and Pereira
/// 2001, "Conditional Random Fields"; Sarawagi and Cohen 2004, "Semi-Markov Conditional Random
/// Fields for Information Extraction".
Gradient gradient_of(const TrainingLattice& lattice, const WeightVector& weights);

/// The beads of the path with the highest score, each with its posterior probability as confidence
/// (0 for null beads), of scores times `posterior_scale`.
std::vector<Bead> decode(const TrainingLattice& lattice, const WeightVector& weights,
                         double posterior_scale = 1.0);

}  // namespace thalign
