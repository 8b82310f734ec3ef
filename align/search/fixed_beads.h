#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/search/corridor.h"
#include "align/search/problem.h"
#include "text/ranges.h"

namespace thalign {

/// Aligns what lies around fixed beads. Those with text on both sides cut the texts into regions,
/// which are searched one by one: given the fixed beads nothing else joins them. Units of fixed
/// null beads take part in no other bead.
///
/// Requires: `fixed` as in `AlignOptions`. `check` is called with the corridor of each region
/// before it is searched, and may throw.
std::vector<Bead> solve_around(Problem& problem, std::span<const FixedBead> fixed,
                               const std::function<void(const Corridor&)>& check);

}  // namespace thalign
