#pragma once

#include <vector>

#include "segment/gap.h"

namespace thalign {

/// For each word, whether the gap before it lies in a short line and stands between two chunks that
/// follow each other elsewhere in the text, too: pages repeat their headline, and names repeat.
/// Such gaps hardly end a sentence. Linear time.
std::vector<bool> repeated_gaps(const SegmentationInput& input);

}  // namespace thalign
