// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
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

/// Says of each of some pairs whether its documents translate each other.
using PairingCheck = std::function<std::vector<bool>(std::span<const DocumentPairing>)>;

/// Which scores speak for themselves.
struct ScoreLimits {
  double least = 0;    ///< pairs below are left out
  double certain = 1;  ///< pairs below have to pass the check
};

/// As `assign_one_to_one`; of the result, the pairs that are not certain are checked. The documents
/// of those that fail are free for other candidates, which are checked in turn, at most
/// `kCheckRounds` times; pairs that still have not been checked then are left out. So each
/// document is in as many checks at most.
std::vector<DocumentPairing> assign_checked(std::vector<DocumentPairing> candidates,
                                            const ScoreLimits& limits, const PairingCheck& check);
inline constexpr int kCheckRounds = 3;

}  // namespace thalign
