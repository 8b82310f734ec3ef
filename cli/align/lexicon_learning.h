#pragma once

#include <span>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "cli/base/messages.h"
#include "cli/input/input.h"

namespace thalign::cli {

/// Two inputs that translate each other.
struct InputPair {
  InputOptions source, target;
};

/// What becomes of a pair that can't be read.
enum class UnreadablePairs : std::uint8_t { end_learning, are_left_out };

struct LearntLexicon {
  std::string packed;  ///< what was learnt, alone
  SpaceCounts spaces;  ///< of all documents
};

/// Learns a lexicon from document pairs: aligns all of them with `start` (and what was learnt in
/// the round before), learns from the beads (`LexiconLearner`), and repeats. Works on all cores;
/// the result is the same on any number. Reports how many beads and words there were. Throws what
/// `read_pair` and `align` throw.
LearntLexicon learn_lexicon(std::span<const InputPair> pairs, const Lexicon& start, int rounds,
                            const Notes& notes,
                            UnreadablePairs unreadable = UnreadablePairs::end_learning);

/// `start` and what was learnt, joined and packed.
std::string join_lexicons(const Lexicon& start, const std::string& learnt);

}  // namespace thalign::cli
