// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "eval/gold.h"

namespace thalign {

/// A gap of a Thai text aligned by hand.
struct GapExample {
  std::vector<std::uint32_t> features;
  bool joined;  ///< no white space
  bool ends;    ///< a sentence ends there
};

/// The gaps of a document that may end sentences, but those inside optional beads.
std::vector<GapExample> gap_examples(const GoldDocument& document);

/// Learns a packed `BreakModel` by logistic regression with an L2 penalty (AdaGrad, Duchi et al.
/// 2011). Deterministic.
std::string learn_breaks(const std::vector<const std::vector<GapExample>*>& documents);

}  // namespace thalign
