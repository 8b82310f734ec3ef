// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "corpus/pairing/term_table.h"

namespace thalign {

/// Two documents that may translate each other.
struct DocumentPairing {
  DocumentNumber thai = 0, english = 0;
  double score = 0;  ///< as `pair_score`
  friend bool operator==(const DocumentPairing&, const DocumentPairing&) = default;
};

/// One-to-one: of `candidates`, those of the highest scores first, each whose two documents are
/// still free (competitive linking, Melamed 2000); ties go to the lower numbers, Thai first. The
/// result is in that order; its scores are `least` at least.
std::vector<DocumentPairing> assign_one_to_one(std::vector<DocumentPairing> candidates,
                                               double least);

}  // namespace thalign
