#pragma once

#include <span>

#include "segment/gap.h"
#include "text/language.h"
#include "text/segmented_text.h"

namespace thalign {

/// What the text shows at the gaps between `units`: the words on either side, the marks and white
/// space between them, lengths of the runs and lines around them, what the rules say. Linear time.
GapFeatures gap_features(const SegmentationInput& input, Language language,
                         std::span<const Unit> units);

}  // namespace thalign
