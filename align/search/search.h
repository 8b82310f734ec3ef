// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/score/score.h"
#include "align/search/lattice.h"
#include "align/search/posterior.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"

namespace thalign {

/// What the search finds.
struct Solution {
  std::vector<Bead> beads;
  /// Posterior probability that a bead with text on both sides ends after each source and each
  /// target unit. Like what follows, up to the statistics, empty if the texts were searched in
  /// parts.
  std::vector<double> source_ends, target_ends;
  /// Posterior probability that each source and each target unit is null.
  std::vector<double> source_null, target_null;
  /// Pairs of boundaries with a posterior above about exp(-18), descending.
  std::vector<LikelyPair> likely;
  AlignStatistics statistics;
  /// Indexes of the beads that begin a part of the texts which was searched by itself, but for the
  /// first, ascending: the scores of beads around them are not those of the whole until
  /// `score_at_seams`.
  std::vector<std::size_t> seams;
};

/// Adds the first `beads` beads of `part`, a solution of the texts from the pair `from` on, to
/// `whole`, and its statistics.
void add_part(Solution& whole, const Solution& part, std::size_t beads, BoundaryPair from);

/// Finds the tiling of both texts with the highest sum of scores (Viterbi) and the posterior of
/// each of its beads (forward-backward on the same lattice), inside `corridor`. A path moves from
/// boundary pair (0, 0) to (n, m) by beads with text on both sides, by null source units, and by
/// null target units; between two such beads, null source units come before null target units. Runs
/// of null units are cut into null beads where the text alone would end a sentence.
///
/// Where the corridor has no path, since it lacks the beads, the solution is empty.
///
/// Posteriors leave out what the best path through it shows to be below about exp(-30).
///
/// `scored` are beads whose scores are known, by first source unit, and afterwards more of them.
///
/// Time: number of beads inside the corridor. Memory: at most `search_bytes`.
Solution search(BeadScorer& scorer, const Corridor& corridor, const Features& source,
                const Features& target, ScoredBeads& scored);

/// Most bytes that the search of a corridor takes, if all pairs and beads matter; of `candidates`
/// only, if it is not null. Linear in units and candidates.
std::size_t search_bytes(const Corridor& corridor, const BeadList* candidates,
                         const Features& source, const Features& target);
/// What one pair of boundaries and one candidate add to it, but for spans.
std::size_t search_bytes_of_pair();
std::size_t search_bytes_of_candidate();

}  // namespace thalign
