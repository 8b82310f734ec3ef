// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/search/search.h"
#include "align/search/search_texts.h"
#include "align/search_space/search_options.h"

namespace thalign {

/// Finds the best alignment of two texts: a corridor along the anchor chain, a coarse pass that
/// prunes it, the exact search of the rest, wider where paths that matter come near its edge. Long
/// texts are searched block by block (`align/search/blocks.h`); their solution has no likely pairs.
///
/// Throws `Error` (limit), before the memory is taken, if a block needs more than
/// `SearchOptions::bytes`.
Solution solve(const SearchTexts& texts, const SearchOptions& options = {});

}  // namespace thalign
