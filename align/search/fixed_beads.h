// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "align/alignment.h"
#include "align/search/search.h"
#include "align/search/search_texts.h"
#include "text/ranges.h"

namespace thalign {

/// Aligns what lies around fixed beads. Those with text on both sides cut the texts into regions,
/// which are searched one by one: given the fixed beads nothing else joins them. Units of fixed
/// null beads take part in no other bead.
///
/// Requires: `fixed` as in `AlignOptions`. The solution has beads and statistics only. Throws as
/// `solve`.
Solution solve_around(const SearchTexts& texts, std::span<const FixedBead> fixed);

}  // namespace thalign
