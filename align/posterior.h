#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "align/corridor.h"
#include "align/lattice.h"

namespace thalign {

/// Posterior probabilities of a lattice (forward-backward), of scores times `kPosteriorScale`.
///
/// The backward pass finds the best path through each pair of boundaries; pairs and beads whose
/// best path is so far below the best of all that they can't matter are left out, so that the sums
/// of exponentials are taken over few.
class Posterior {
 public:
  Posterior(BeadStore& beads, const NullSteps& nulls, const Corridor& corridor,
            const BestPaths& paths);

  /// Posterior of a bead on the best path.
  double bead(UnitRange source, UnitRange target, double score) const;
  /// Posterior of each unit being null, and of a bead with text on both sides ending after it.
  const std::vector<double>& source_null() const { return source_null_; }
  const std::vector<double>& target_null() const { return target_null_; }
  const std::vector<double>& source_ends() const { return source_ends_; }
  const std::vector<double>& target_ends() const { return target_ends_; }

 private:
  using NodeId = std::uint32_t;
  /// A pair of boundaries that matters.
  struct Node {
    std::uint32_t source;
    std::uint32_t target;
    NodeId after_source;    // where a null source unit leads
    NodeId after_target;    // where a null target unit leads
    std::size_t edges_end;  // one past its last edge; they begin where those of the node before end
    StateScores backward;   // log sums over all paths from here on
    StateScores forward;    // log sums over all paths to here
  };
  /// A bead that matters.
  struct Edge {
    NodeId to;
    double score;  // scaled
  };
  class BackwardPass;

  std::size_t edges_begin(NodeId node) const { return node == 0 ? 0 : nodes_[node - 1].edges_end; }
  void sum_backward(NodeId id);
  void sum_forward();
  void add_posteriors(const Node& node);
  const Node& node(std::uint32_t source, std::uint32_t target) const;

  const NullSteps& nulls_;
  std::vector<Node> nodes_;  // from the last pair of boundaries to the first
  std::vector<Edge> edges_;
  double total_ = 0.0;  // log sum over all paths
  std::vector<double> source_null_, target_null_, source_ends_, target_ends_;
};

}  // namespace thalign
