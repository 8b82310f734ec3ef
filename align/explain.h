// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "text/segmented_text.h"

#pragma GCC visibility push(default)
namespace thalign {

/// What one term adds to the score of a bead.
struct Contribution {
  std::string_view term;
  double nats;  ///< higher speaks for the bead
};

/// The contributions of all terms to one bead, zeros included, in the order of `explained_terms`.
using Contributions = std::vector<Contribution>;

/// Names of all terms: those of `align/score/score_weights.h`, then the hashed features as three
/// sums: `thai_gap` and `english_gap` (what stands at the last gap of each side) and `opening_pair`
/// (the first words of both sides together).
std::span<const std::string_view> explained_terms();

/// What makes up the score of each of `beads`, ascending, beads of the two texts. The contributions
/// of a bead sum up to its score in an alignment of these texts with this lexicon (and without a
/// collection of documents, `AlignOptions`). The contribution of a term is the score by a model
/// that has the weight of that term alone, so no term is defined a second time.
///
/// Requires: the texts are of different languages.
/// Throws `Error` (limit): as `align`.
std::vector<Contributions> explain(const SegmentedText& source, const SegmentedText& target,
                                   std::span<const Bead> beads,
                                   const Lexicon& lexicon = Lexicon::shipped());

}  // namespace thalign
#pragma GCC visibility pop
