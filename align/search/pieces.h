#pragma once

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/search/corridor.h"
#include "align/search/score.h"
#include "align/search/search.h"

namespace thalign {

/// Searches long texts piece by piece, so that memory does not grow with them: each piece begins
/// where the one before has a boundary that all paths worth a thought go through, and reaches
/// beyond the boundary that the next one begins with. `way` tells about where the texts go
/// together. The solution has no likely pairs; all else is as `search` tells it, but for what the
/// words on both sides of a piece's first boundary say.
///
/// Requires: at least one unit on either side; `options.piece` is above 0.
Solution solve_in_pieces(const Features& source, const Features& target, const Links& forward,
                         const Links& backward, const Corridor& way, const ScoreModel& model,
                         const CorridorOptions& options);

}  // namespace thalign
