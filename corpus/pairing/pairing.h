// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "corpus/pairing/assignment.h"
#include "corpus/pairing/term_table.h"

// Finds which documents of two collections translate each other.
//
// A document is a set of terms (document_terms.h). An inverted index lists the English documents
// of each term. For each Thai document the English terms that its own may translate to are looked
// up there, those of the fewest documents first; each adds what it says (pair_score.h) to the
// documents that have it. The best few get their exact scores, and are the candidates of
// which the best are taken, each document once (assignment.h).
//
//     Thai document --links--> English terms --postings--> sums by English document
//         --the best few--> exact scores --assignment--> pairs
//
// Memory: 4 bytes a term of both sides, at most 320 terms a document, the same again for the
// index, and the candidates, 16 bytes each. Time: of each Thai document, bounded by
// `most_postings`.

namespace thalign {

struct PairingOptions {
  double least_score = -0.1;              ///< candidates below are left out
  std::size_t candidates = 16;            ///< that get their exact scores, for each Thai document
  std::size_t most_postings = 1U << 17U;  ///< looked at for each Thai document
  unsigned threads = 1;
  /// Called as Thai documents are done, with their number.
  std::function<void(std::size_t)> on_progress = {};
};

/// Pairs that may translate each other, by Thai document; the same for any number of threads.
/// Requires: terms as `document_terms` made them, of `lexicon`.
std::vector<DocumentPairing> pair_candidates(const TermTable& thai, const TermTable& english,
                                             const Lexicon& lexicon,
                                             const PairingOptions& options = {});

}  // namespace thalign
