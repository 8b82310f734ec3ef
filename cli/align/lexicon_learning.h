// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "cli/base/messages.h"
#include "cli/input/input.h"
#include "text/segmented_text.h"

namespace thalign::cli {

/// Two inputs that translate each other.
struct InputPair {
  InputOptions source, target;
};

/// What becomes of a pair that can't be read.
enum class UnreadablePairs : std::uint8_t { end_learning, are_left_out };

/// Texts whose beads are known: Thai as the source, a line of text in each unit.
struct AlignedTexts {
  SegmentedText thai, english;
  std::vector<Bead> beads;
};

/// The pairs of a file that people corrected, or of any file of units (`read_corrections_file`),
/// without what was left out. Confidence 1, but where the aligner made a bead and says another.
/// `columns`: as `UnitReadOptions::columns`.
/// Throws `Error` (io, format; language: not a Thai and an English text).
AlignedTexts read_aligned_texts(const std::string& path, const std::string& columns);

struct LearntLexicon {
  std::string packed;  ///< what was learnt, alone
  SpaceCounts spaces;  ///< of all documents
};

/// Learns a lexicon from document pairs: aligns all of them with `start` (and what was learnt in
/// the round before), learns from the beads (`LexiconLearner`), and repeats. `aligned`: texts to
/// learn from as they are aligned. Works on all cores; the result is the same on any number.
/// Reports how many beads and words there were. Throws what `read_pair` and `align` throw.
LearntLexicon learn_lexicon(std::span<const InputPair> pairs, const Lexicon& start, int rounds,
                            const Notes& notes,
                            UnreadablePairs unreadable = UnreadablePairs::end_learning,
                            std::span<const AlignedTexts> aligned = {});

/// `start` and what was learnt, joined and packed.
std::string join_lexicons(const Lexicon& start, const std::string& learnt);

}  // namespace thalign::cli
