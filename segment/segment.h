#pragma once

#include <vector>

#include "text/document.h"
#include "text/ranges.h"
#include "text/segmented_text.h"

namespace thalign {

/// Cuts `document` into units and gives every gap between two of them the log-odds that a sentence
/// ends there, by the rules of its language. Time linear in the text.
///
/// Thai writes no sentence mark, so Thai units end at most white space and, rarely, before a clause
/// connective without a space; English units end at sentence marks and newlines. A newline is
/// strong evidence on both sides, not law.
SegmentedText segment(Document document);

/// The most probable segmentation of a text on its own: consecutive, disjoint ranges of units that
/// cover all of them, cut after each unit with log-odds above `threshold` (nats).
std::vector<UnitRange> best_sentences(const SegmentedText& text, float threshold = 0.0F);

}  // namespace thalign
