// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "align/alignment.h"
#include "align/evidence/links.h"
#include "align/lexicon/features.h"

namespace thalign {

/// What an alignment shows of whether its two texts translate each other.
struct DocumentEvidence {
  /// Translation score (nats) per token, the mean of both directions over all tokens of the texts,
  /// those of null beads included.
  double translation = 0.0;
  /// Share of the characters of both texts that lie in beads whose translation score is above 0.
  double supported = 0.0;
  /// Tokens of both texts. The best of all alignments of two unrelated texts finds something,
  /// the more the longer they are.
  std::size_t tokens = 0;
};

/// Requires: `beads` tile `source` and `target`; `forward` links source to target symbols,
/// `backward` the other way. Linear in texts and links.
DocumentEvidence document_evidence(const Features& source, const Features& target,
                                   const Links& forward, const Links& backward,
                                   std::span<const Bead> beads);

/// How many tokens there are, as the document score counts them: a logarithm, between those of 50
/// and of 400 tokens, beyond which the length of the texts makes no difference.
double log_tokens(const DocumentEvidence& evidence);

/// Probability, 0 to 1, that two texts with this evidence translate each other, where half of all
/// pairs do.
double document_score(const DocumentEvidence& evidence);

}  // namespace thalign
