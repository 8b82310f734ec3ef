#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "train/lattice.h"

namespace thalign {

/// Where hashed weights begin.
inline constexpr std::size_t kHashed = kTerms * (1 + kStyles);

/// Weights that are learnt: those of the terms, what each style adds, then the hashed ones.
using WeightVector = std::vector<double>;

/// A gradient: dense part, and (slot, value) for hashed weights, a slot more than once.
struct Gradient {
  std::vector<double> terms = std::vector<double>(kTerms);
  std::vector<std::pair<std::uint32_t, double>> hashed;
  double loss = 0.0;   ///< log sum over all paths less that over those the gold allows
  bool usable = true;  ///< whether the gold allows a path
};

/// Loss and gradient of minus the log-likelihood of the gold of a document.
Gradient gradient_of(const TrainingLattice& lattice, const WeightVector& weights);

/// The best beads.
std::vector<Bead> decode(const TrainingLattice& lattice, const WeightVector& weights,
                         double least = 0.0, double null = -1.0);

}  // namespace thalign
