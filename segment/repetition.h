// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "segment/gap.h"

namespace thalign {

/// How many lines apart words are looked for again; blank lines are not counted.
inline constexpr std::uint32_t kNearLines = 8;

/// For each word, whether the gap before it lies in a short line and stands between words that do
/// so in a line nearby, too: pages repeat their headline, and names repeat. Such
/// gaps hardly end a sentence. Linear time.
std::vector<bool> repeated_gaps(const SegmentationInput& input);

}  // namespace thalign
