#pragma once

#include "align/alignment.h"
#include "text/segmented_text.h"

namespace thalign {

/// Aligns two texts: searches over all ways to join consecutive units of both sides into beads at
/// once, and returns the one with the highest score. Either text may be empty; its counterpart is
/// then null beads only.
///
/// Requires: the two texts are of different languages (asserted).
/// Throws `Error` (limit): the texts are too long to be aligned in one piece.
Alignment align(const SegmentedText& source, const SegmentedText& target);

}  // namespace thalign
