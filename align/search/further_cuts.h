// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/search/problem.h"
#include "segment/further_cuts.h"
#include "text/segmented_text.h"

namespace thalign {

/// Cuts the Thai text of a problem further at gaps without white space, in beads whose English side
/// holds more than one sentence. Returns which beads it cut. The units of the problem are the new
/// ones then, and so are those of `beads`, which hold what they held before.
///
/// Where the English text ends a sentence inside a bead, each gap of the Thai side is judged by
/// which words before and after it translate words of the English sentence before and of that
/// after, and by the log-odds of the Thai text alone. The best few are proposed; a search that has
/// them as units decides.
///
/// Requires: `thai` is the Thai text of `problem`; `beads` tile its texts.
std::vector<bool> cut_further(Problem& problem, SegmentedText& thai, std::span<Bead> beads,
                              const BreakModel& model = BreakModel::thai());

}  // namespace thalign
