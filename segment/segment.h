// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "segment/srx/srx.h"
#include "text/document.h"
#include "text/ranges.h"
#include "text/segmented_text.h"

#pragma GCC visibility push(default)
namespace thalign {

class BreakModel;

/// Cuts `document` into units and gives every gap between two of them the log-odds that a sentence
/// ends there, by the rules of its language. Time linear in the text.
///
/// Thai writes no sentence mark, so Thai units end at most white space and, rarely, before a clause
/// connective without a space; English units end at sentence marks and newlines. A newline is
/// strong evidence on both sides, not law.
///
/// Where `rules` are given, units end where they say, at blank lines, and at line ends that none of
/// them speaks of, and nowhere else.
/// Throws `Error` (limit) if a rule takes too long.
SegmentedText segment(Document document, std::span<const SrxRule> rules = {});
/// The same, with a model of one's own for Thai gaps.
SegmentedText segment(Document document, const BreakModel& thai_breaks,
                      std::span<const SrxRule> rules = {});

/// Log-odds after a sentence that is known to end. Not higher, so that a bead may hold several.
inline constexpr float kCertainBreak = 5.0F;

/// Words take several times the memory of their text.
inline constexpr std::size_t kMostBytesWithWords = std::size_t{16} << 20U;

/// Takes each line of `document` that is not blank as one sentence: one unit each, with a certain
/// break after it. Blank lines begin paragraphs. Time linear in the text. Larger texts than
/// `kMostBytesWithWords` come without their words.
SegmentedText presegmented(Document document);

/// The most probable segmentation of a text on its own: consecutive, disjoint ranges of units that
/// cover all of them, cut after each unit with log-odds above `threshold` (nats).
std::vector<UnitRange> best_sentences(const SegmentedText& text, float threshold = 0.0F);

}  // namespace thalign
#pragma GCC visibility pop
