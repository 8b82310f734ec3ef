// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/search/search.h"
#include "align/search/search_texts.h"

namespace thalign {

/// Gives `beads`, ascending, the scores of a search that sees both texts whole. One that sees a
/// part of them knows nothing of what stands before and after it, and scores the beads at its edges
/// otherwise. Time linear in the texts; memory in `beads`.
void score_beads(const SearchTexts& texts, std::span<Bead> beads);

/// The same for the beads of `solution` around its seams, after which it has none.
void score_at_seams(const SearchTexts& texts, Solution& solution);

}  // namespace thalign
