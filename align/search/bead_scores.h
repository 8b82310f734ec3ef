// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/search/search_texts.h"

namespace thalign {

/// The scores of `beads`, ascending, as a search gives them that sees both texts whole. One that
/// sees a part of them knows nothing of what stands before and after it, and scores the beads at
/// its edges otherwise. Time linear in the texts.
std::vector<double> bead_scores(const SearchTexts& texts, std::span<const Bead> beads);

}  // namespace thalign
