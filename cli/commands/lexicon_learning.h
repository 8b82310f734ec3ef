#pragma once

#include <span>
#include <string>

#include "align/lexicon/lexicon.h"
#include "cli/base/messages.h"
#include "cli/input/pair_list.h"

namespace thalign::cli {

/// Learns a lexicon from document pairs: aligns all of them with `start` (and what was learnt in
/// the round before), learns from the beads (`LexiconLearner`), and repeats. Returns what was
/// learnt alone, packed. Works on all cores; the result is the same on any number. Reports how many
/// beads and words there were. Throws what `read_pair` and `align` throw.
std::string learn_lexicon(std::span<const PathPair> pairs, const Lexicon& start, int rounds,
                          const Notes& notes);

}  // namespace thalign::cli
