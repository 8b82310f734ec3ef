// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/alignment.h"
#include "text/segmented_text.h"

#pragma GCC visibility push(default)
namespace thalign {

/// The beads of whole paragraphs: consecutive beads are joined until both sides end where a
/// paragraph ends. The score of a joined bead is the sum, its confidence the least of the beads
/// with text on both sides, or of all if there are none of these; what has no counterpart within a
/// paragraph becomes part of it.
/// Requires: `alignment` tiles the units of the two texts.
Alignment paragraph_alignment(const SegmentedText& source, const SegmentedText& target,
                              const Alignment& alignment);

}  // namespace thalign
#pragma GCC visibility pop
