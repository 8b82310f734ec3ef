#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/search/problem.h"
#include "text/ranges.h"

namespace thalign {

/// Aligns what lies around fixed beads. Those with text on both sides cut the texts into regions,
/// which are searched one by one: given the fixed beads nothing else joins them. Units of fixed
/// null beads take part in no other bead.
///
/// Requires: `fixed` as in `AlignOptions`. Throws as `SearchSpace::solve`.
std::vector<Bead> solve_around(Problem& problem, std::span<const FixedBead> fixed);

}  // namespace thalign
