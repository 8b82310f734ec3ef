// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "align/search/search.h"
#include "align/search/search_texts.h"

namespace thalign {

/// Searches again around those beads of a solution that `is_changed` says have changed: what they
/// cover together with a few beads around them, by itself. Everything else stays, with its
/// confidence. The solution has beads and statistics only.
///
/// Requires: beads that tile the texts. Throws as `solve`.
Solution solve_again(const SearchTexts& texts, Solution solution,
                     const std::vector<bool>& is_changed);

}  // namespace thalign
