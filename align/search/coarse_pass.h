// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/score/score_terms.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"

namespace thalign {

/// A cheap search of a whole corridor, forward and backward, that finds which pairs of boundaries
/// and which beads are worth an exact score (coarse-to-fine search with pruning).
///
/// Let `many` be the text with more units, `one` the other, i and j boundaries of them. The exact
/// search tries every span of either text against every span of the other. The coarse pass builds
/// a bead unit by unit of `one`: each unit j of a bead takes a span (a, b] of `many`, and such
/// parts follow each other without a sentence end between them. Two values are kept for a pair of
/// boundaries (i, j), the score of the best path from the begin of the texts to there
///
///     open(i, j)      on which the last part ends there; the bead may go on
///     closed(i, j)    on which a bead or a null unit ends there
///
/// and the best path grows by
///
///     open(b, j+1)  = max over a of  max(closed(a, j) + begin(a, j), open(a, j)) + part(a, b, j)
///                     or             open(b, j) + shared(b, j)
///     closed(b, j)  = max of  open(b, j) + end(b, j)
///                             closed(b-1, j) + null(b-1)
///                             closed(b, j-1) + null(j-1)
///
/// begin, end and null are terms of the exact score (`ScoreTerms`). part(a, b, j) has the exact
/// length term of one unit, and sums of pair scores for the translation (`OneToManyScores`).
/// shared(b, j) lets the last unit of `many` face a further unit of `one`, which takes no span
/// then: the bead with one unit of `many` and several of `one`. Null runs cost nothing to open, as
/// the state of the run is not kept, so that a null path is never underrated.
///
/// The same recurrence from the end of the texts gives onward(i, j), the best path from (i, j) on.
/// The loss of a pair is what the best path through it is below the best of all,
///
///     loss(i, j) = closed(n, m) - closed(i, j) - onward(i, j)
///
/// and the loss of a bead the same with the bead scored at once, the spans of both sides whole.
///
/// Pruned is what has a loss above a margin (nats): pairs at the ends of each row, and beads. The
/// coarse score is not a bound of the exact one, so a pruned bead may have been on the best path;
/// a margin twice as wide changes no figure of quality, and the search widens it where the exact
/// score of what is left contradicts the loss (`RegionSearch`).
///
/// Time: pairs of boundaries times units of the longest bead, about a nanosecond each. Memory:
/// `bytes`.
class CoarsePass {
 public:
  /// Requires: neither text is empty; all references outlive the object.
  CoarsePass(const Corridor& corridor, const Features& source, const Features& target,
             const Links& forward, const Links& backward, const ScoreModel& model);

  CoarsePass(const CoarsePass&) = delete;
  CoarsePass& operator=(const CoarsePass&) = delete;
  ~CoarsePass();

  /// Loss of a pair (nats). Requires: it is in the corridor.
  float loss(BoundaryPair pair) const;
  /// The pairs with a loss of at most the margin of their source boundary, and what it takes to be
  /// a corridor. Requires: a margin for each source boundary.
  Corridor corridor(const std::vector<float>& margins) const;
  /// The beads with a loss of at most the margin of their first source boundary: at most `most` in
  /// all, the likeliest of each boundary of the text with fewer units (`Candidates`). Both ends of
  /// each are in `corridor(margins)`.
  BeadList candidates(const std::vector<float>& margins, std::size_t most = kMostCandidates) const;

  /// Bytes that the coarse pass of `corridor` takes. Linear in the boundaries.
  static std::size_t bytes(const Corridor& corridor);

  /// Candidate beads of a search, and those of one boundary. Texts that translate each other have
  /// some 200 for each unit, and rarely 10,000 for one.
  static constexpr std::size_t kMostCandidates = 4'000'000;
  static constexpr std::size_t kMostOfBoundary = 16'384;

 private:
  class Recurrence;

  std::uint32_t source_units_;
  std::uint32_t target_units_;
  bool source_is_many_;
  ScoreTerms terms_;
  std::unique_ptr<const Recurrence> recurrence_;
};

}  // namespace thalign
