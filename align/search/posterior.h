// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/search/lattice.h"
#include "align/search_space/corridor.h"

namespace thalign {

/// A sum of exponentials that may be far apart, as its logarithm.
class LogSum {
 public:
  void add(double log_term) {
    constexpr double kNegligible = -40.0;
    if (log_term <= max_) {
      if (log_term - max_ > kNegligible) sum_ += std::exp(log_term - max_);
    } else {
      sum_ = sum_ * std::exp(max_ - log_term) + 1.0;
      max_ = log_term;
    }
  }
  double log() const { return max_ == kImpossible ? kImpossible : max_ + std::log(sum_); }

 private:
  double max_ = kImpossible;
  double sum_ = 0.0;
};

/// A pair of boundaries that some path goes through, with the log of the posterior of such paths.
struct LikelyPair {
  BoundaryPair pair;
  double log_posterior;
};

/// Posterior probabilities of a lattice (forward-backward), of scores times the posterior scale of
/// the score model.
///
/// The backward pass finds the best path through each pair of boundaries; pairs and beads whose
/// best path is so far below the best of all that they can't matter are left out, so that the sums
/// of exponentials are taken over few.
class Posterior {
 public:
  Posterior(BeadStore& beads, const NullSteps& nulls, const Corridor& corridor,
            const BestPaths& paths, double scale);

  /// Most bytes that a lattice of this many pairs and beads takes; arrays that grow take three
  /// times what they hold.
  static std::size_t bytes(std::size_t pairs, std::size_t beads) {
    return 3 * (pairs * sizeof(Node) + beads * sizeof(Edge));
  }

  /// Posterior of a bead on the best path.
  double bead(UnitRange source, UnitRange target, double score) const;
  /// Posterior of each unit being null, and of a bead with text on both sides ending after it.
  const std::vector<double>& source_null() const { return source_null_; }
  const std::vector<double>& target_null() const { return target_null_; }
  const std::vector<double>& source_ends() const { return source_ends_; }
  const std::vector<double>& target_ends() const { return target_ends_; }
  /// Pairs of boundaries that matter, descending.
  std::vector<LikelyPair> likely() const;

 private:
  using NodeId = std::uint32_t;
  /// A pair of boundaries that matters.
  struct Node {
    std::uint32_t source;
    std::uint32_t target;
    NodeId after_source;   // where a null source unit leads
    NodeId after_target;   // where a null target unit leads
    StateScores backward;  // log sums over all paths from here on
    StateScores forward;   // log sums over all paths to here
  };
  /// A bead that matters.
  struct Edge {
    NodeId from;
    NodeId to;
    double score;  // scaled
  };
  class BackwardPass;

  void sum_backward(NodeId id, const LogSum& beads);
  void sum_forward();
  void sum_forward(NodeId id, std::vector<std::array<LogSum, kStates>>& sums);
  void add_posteriors(const Node& node);
  const Node& node(std::uint32_t source, std::uint32_t target) const;

  const NullSteps& nulls_;
  double scale_;
  std::vector<Node> nodes_;  // from the last pair of boundaries to the first
  std::vector<Edge> edges_;  // from the last row of source boundaries to the first
  double total_ = 0.0;       // log sum over all paths
  std::vector<double> source_null_, target_null_, source_ends_, target_ends_;
};

}  // namespace thalign
