#pragma once

#include <span>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "text/segmented_text.h"

namespace thalign {

struct AlignOptions {
  /// What words translate what; must outlive the call.
  const Lexicon& lexicon = Lexicon::shipped();
  /// Beads that must hold: they are beads of the result, and what lies between them is aligned.
  /// They neither overlap nor cross; those with text on both sides ascend. Must outlive the call.
  std::span<const FixedBead> fixed = {};
};

/// Document scores below look like those of texts that have nothing to do with each other.
inline constexpr double kWrongPair = 0.5;

/// Aligns two texts: searches over all ways to join consecutive units of both sides into beads at
/// once, and returns the one with the highest score. Either text may be empty; its counterpart is
/// then null beads only. The alignment has a document score (`align/evidence/document_score.h`).
///
/// Requires: the two texts are of different languages (asserted).
/// Throws `Error` (limit): the texts are too long for what they have in common; `std::bad_alloc`.
Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options = {});

}  // namespace thalign
