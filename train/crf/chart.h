// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "train/crf/crf.h"

namespace thalign {

/// Log of a probability of 0; finite, so that differences of two are numbers.
inline constexpr double kNever = -1e300;

/// A sum of exponentials that may be far apart, as its logarithm.
class LogOfSum {
 public:
  void add(double log_term) {
    constexpr double kNegligible = 32.0;
    if (log_term <= max_) {
      if (log_term > max_ - kNegligible) sum_ += std::exp(log_term - max_);
    } else if (log_term > kNever / 2) {
      sum_ = max_ > log_term - kNegligible ? sum_ * std::exp(max_ - log_term) + 1.0 : 1.0;
      max_ = log_term;
    }
  }
  double log() const { return sum_ == 0.0 ? kNever : max_ + std::log(sum_); }

 private:
  double max_ = kNever;
  double sum_ = 0.0;
};

/// How a path came to a pair of boundaries, as in the search.
enum PathState : std::uint8_t { kAfterBead, kAfterSource, kAfterTarget, kPathStates };

/// The scores of all steps of a lattice under some weights, and the pairs of boundaries as cells:
/// rows of target boundaries, by source boundary.
class Chart {
 public:
  /// Requires: both outlive the object.
  Chart(const TrainingLattice& lattice, const WeightVector& weights);

  const TrainingLattice& lattice() const { return lattice_; }
  std::size_t cells() const { return row_begin_.back(); }
  std::size_t cell(std::uint32_t source, std::uint32_t target) const {
    return row_begin_[source] + target - lattice_.first[source];
  }
  bool inside(std::uint32_t source, std::uint32_t target) const {
    return lattice_.first[source] <= target && target <= lattice_.last[source];
  }

  double bead(std::size_t number) const { return beads_[number]; }
  /// Source units come before target units in a run of null units.
  double source_null(PathState before, std::uint32_t unit) const {
    return before == kAfterTarget ? kNever : source_null_[unit][before == kAfterSource ? 1 : 0];
  }
  double target_null(PathState before, std::uint32_t unit) const {
    return target_null_[unit][before == kAfterTarget ? 1 : 0];
  }

 private:
  using NullScores = std::vector<std::array<double, 2>>;  // opened, joined

  std::vector<double> gap_scores(const std::vector<TrainingLattice::Gap>& gaps) const;
  NullScores null_scores(const std::vector<TrainingLattice::NullStep>& steps,
                         const std::vector<double>& gaps) const;
  void score_beads(const std::vector<double>& source_gaps, const std::vector<double>& target_gaps);

  const TrainingLattice& lattice_;
  const WeightVector& weights_;
  std::vector<double> terms_;  // weights in the style of the document
  std::vector<std::size_t> row_begin_;
  std::vector<double> beads_;
  NullScores source_null_, target_null_;
};

}  // namespace thalign
