// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "text/segmented_text.h"

#pragma GCC visibility push(default)
namespace thalign {

struct AlignOptions {
  /// What words translate what; must outlive the call.
  const Lexicon& lexicon = Lexicon::shipped();
  /// Beads that must hold: they are beads of the result, and what lies between them is aligned.
  /// They neither overlap nor cross; those with text on both sides ascend. Must outlive the call.
  std::span<const FixedBead> fixed = {};
  /// Counts of a collection of documents in one style that the two texts belong to: the style of a
  /// short document is more certain with them. Empty: it is that of the two texts.
  SpaceCounts collection = {};
};

/// Document scores below look like those of texts that have nothing to do with each other.
inline constexpr double kWrongPair = 0.5;

/// Aligns two texts: searches over all ways to join consecutive units of both sides into beads at
/// once, and returns the one with the highest score. Either text may be empty; its counterpart is
/// then null beads only. Lines of one text that copy the other (`align/evidence/copied_lines.h`)
/// are null beads, unless a fixed bead has them. The alignment has a document score
/// (`align/evidence/document_score.h`).
///
/// Requires: the two texts are of different languages (asserted).
/// Throws `Error` (limit): the texts are too long for what they have in common; `std::bad_alloc`.
Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options = {});

/// The same, but first cuts the Thai text further where the English one speaks for it: Thai
/// sentences also end where nothing is written, not even white space, and a segmenter can't propose
/// all such places. The Thai text has more units then, and the alignment is of those. Texts without
/// their words, bilingual files and texts with fixed beads are not cut.
Alignment cut_and_align(SegmentedText& source, SegmentedText& target,
                        const AlignOptions& options = {});

}  // namespace thalign
#pragma GCC visibility pop
