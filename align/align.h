#pragma once

#include "align/alignment.h"
#include "align/lexicon.h"
#include "text/segmented_text.h"

namespace thalign {

struct AlignOptions {
  /// What words translate what; must outlive the call.
  const Lexicon& lexicon = Lexicon::shipped();
};

/// Aligns two texts: searches over all ways to join consecutive units of both sides into beads at
/// once, and returns the one with the highest score. Either text may be empty; its counterpart is
/// then null beads only.
///
/// Requires: the two texts are of different languages (asserted).
/// Throws `Error` (limit): the texts are too long for what they have in common.
Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options = {});

}  // namespace thalign
