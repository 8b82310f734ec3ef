// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "text/ranges.h"

namespace thalign {

/// A bead that the coarse pass found worth an exact score.
struct Candidate {
  UnitRange source;
  UnitRange target;
  float loss;  ///< nats that the best path through it is below the best of all
};

/// Collects candidates boundary by boundary and keeps the likeliest of each boundary (histogram
/// pruning), so that memory is bounded however many there are.
///
/// A boundary keeps its N candidates of the least loss, ties in the order they came; N is
/// `most_of_boundary`, or the largest number with which all boundaries together keep at most
/// `most`. So boundaries with few candidates lose none while others have more.
class Candidates {
 public:
  /// Requires: `most` and `most_of_boundary` are above 0.
  Candidates(std::size_t most, std::size_t most_of_boundary)
      : most_(most), each_(most_of_boundary) {}

  /// Adds a candidate of the present boundary.
  void add(const Candidate& candidate) {
    ++added_;
    if (candidate.loss >= limit_) return;
    kept_.push_back(candidate);
    if (kept_.size() - begin_ >= 2 * each_) limit_ = drop_worst();
  }
  /// Ends the present boundary.
  void end_boundary();

  /// What is kept, in the order it came. At most `most`, or one for each boundary.
  std::vector<Candidate> take() &&;

 private:
  float drop_worst();
  void lower_each();

  std::size_t most_;
  std::size_t each_;  // N, as far as it is known
  std::vector<Candidate> kept_;
  std::vector<std::size_t> ends_;                         // of each ended boundary in `kept_`
  std::vector<std::size_t> counts_;                       // of each: how many were added, up to N
  std::size_t begin_ = 0;                                 // of the present boundary in `kept_`
  std::size_t added_ = 0;                                 // to the present boundary
  float limit_ = std::numeric_limits<float>::infinity();  // the present boundary has N below it
};

}  // namespace thalign
