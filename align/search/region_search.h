// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "align/score/score.h"
#include "align/search/coarse_pass.h"
#include "align/search/search.h"
#include "align/search/search_texts.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"
#include "align/search_space/search_options.h"

namespace thalign {

/// Searches two texts as a whole, from coarse to fine.
///
///     corridor_     all that may be looked at: the band along the anchor chain
///     coarse_       how likely each part of it is
///     searched_     the pairs within the margin of the coarse pass
///     candidates_   the beads within it
///
/// Source: Moore 2002, "Fast and Accurate Sentence Alignment of Bilingual Corpora", for searching
/// again in a wider region.
class RegionSearch {
 public:
  /// Requires: what `texts` refers to outlives the object.
  explicit RegionSearch(const SearchTexts& texts, const SearchOptions& options = {});
  RegionSearch(const RegionSearch&) = delete;
  RegionSearch& operator=(const RegionSearch&) = delete;

  /// Finds the corridor and prunes it. Returns whether the search takes no more memory than it may.
  bool prepare();
  /// Searches, and again with more of the texts where paths that matter come near the edge of what
  /// was looked at, or where the coarse pass and the exact one disagree. Requires: `prepare()`.
  ///
  /// Throws `Error` (limit) if `prepare()` returned false.
  Solution solve();

  /// What is searched: the pairs, and of their beads the candidates; null for all.
  const Corridor& searched() const { return searched_; }
  const BeadList* candidates() const { return candidates_ ? &*candidates_ : nullptr; }

 private:
  bool is_narrow() const;
  bool fits(const Corridor& corridor, const BeadList* candidates) const;
  bool may_run_coarse_pass(const Corridor& corridor) const;
  bool prune();
  bool prune_within_margins();
  bool search_all();
  Solution search_once();
  void forget_changed(const std::optional<BeadList>& before);
  bool widen_for(const Solution& solution);
  std::vector<std::uint32_t> disagreements(const Solution& solution) const;
  bool widen_margins(const std::vector<std::uint32_t>& boundaries, float factor);

  const SearchTexts& texts_;
  SearchOptions options_;
  bool fits_ = false;
  int retries_ = 0;             // how often margins were widened
  std::vector<float> margins_;  // of the coarse pass, by source boundary
  Corridor corridor_;
  std::optional<CoarsePass> coarse_;  // none: all of the corridor is searched
  Corridor searched_;
  std::optional<BeadList> candidates_;  // none: all beads inside
  ScoredBeads scored_;                  // of the last search, as far as they are searched again
  AlignStatistics statistics_;
};

}  // namespace thalign
