// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "align/score/score.h"
#include "align/search_space/corridor.h"

namespace thalign {

/// How a path came to a pair of boundaries.
enum State : std::uint8_t { kMatch, kSourceNull, kTargetNull, kStates };

/// One value for each state.
using StateScores = std::array<double, kStates>;

inline constexpr double kImpossible = -std::numeric_limits<double>::infinity();

/// What null units cost, looked up.
class NullSteps {
 public:
  /// Requires: `corridor` outlives the object.
  NullSteps(const BeadScorer& scorer, const Corridor& corridor);

  /// Lets null source units come after null target units where the corridor has no way for the
  /// other order: then each corridor has a path.
  void allow_turns() { turns_ = true; }

  /// Score of taking null source unit `unit` at a target boundary after `state`. Null source units
  /// come before null target units, so that there is one path for a set of beads: impossible after
  /// those.
  double source(State state, std::uint32_t unit, std::uint32_t target) const {
    if (state == kTargetNull && !(turns_ && target == corridor_.row(unit + 1).first))
      return kImpossible;
    return state == kSourceNull ? source_[unit].joined : source_[unit].opened;
  }
  /// Score of taking null target unit `unit` after `state`.
  double target(State state, std::uint32_t unit) const {
    return state == kTargetNull ? target_[unit].joined : target_[unit].opened;
  }

 private:
  struct Step {
    double opened;  // as the first of its run
    double joined;  // after another null unit of its side
  };
  const Corridor& corridor_;
  bool turns_ = false;
  std::vector<Step> source_, target_;
};

/// Scored beads by first source unit; no groups where they are not known.
using ScoredBeads = std::vector<BeadRuns>;

/// The beads of a lattice, by first source unit. Those of the first pass are kept for the second as
/// far as memory allows; the others are scored again.
class BeadStore {
 public:
  /// `kept` has the beads of some source units already, and is given more. Requires: it has as many
  /// entries as the source units, and outlives the object.
  BeadStore(BeadScorer& scorer, ScoredBeads& kept) : scorer_(scorer), kept_(kept) {
    for (const BeadRuns& beads : kept_) bytes_ += beads.bytes();
  }

  /// Most bytes that are kept of this many beads.
  static std::size_t bytes(std::size_t beads) {
    return std::min(beads * (sizeof(BeadRun) + sizeof(double)), kKeptBytes);
  }

  /// The beads that begin with source unit `source_begin`; valid until the next call.
  const BeadRuns& from(std::uint32_t source_begin);

 private:
  static constexpr std::size_t kKeptBytes = std::size_t{128} << 20U;

  BeadScorer& scorer_;
  ScoredBeads& kept_;
  std::size_t bytes_ = 0;
};

/// The first pass: the best path to each pair of boundaries, by state, in arrays over the cells of
/// the corridor.
struct BestPaths {
  /// Length of the best bead that ends at a pair, in units.
  struct Origin {
    std::uint8_t source;
    std::uint8_t target;
  };
  std::array<std::vector<double>, kStates> score;
  std::vector<Origin> origin;
  std::vector<std::array<State, kStates>> previous;  ///< state before a null step

  static constexpr std::size_t kBytesOfCell = kStates * (sizeof(double) + 1) + sizeof(Origin);

  double best(std::size_t cell) const {
    return std::max({score[kMatch][cell], score[kSourceNull][cell], score[kTargetNull][cell]});
  }
  State best_state(std::size_t cell) const;
};

BestPaths best_paths(BeadStore& beads, const NullSteps& nulls, const Corridor& corridor);

}  // namespace thalign
