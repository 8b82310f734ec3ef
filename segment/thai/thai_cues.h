#pragma once

#include <cstdint>

#include "segment/gap.h"

namespace thalign {

/// Log-odds (nats) that a sentence ends at the space before word `k`, from what a grammar says of
/// the words around it: connectives that open clauses, words that close or never close them,
/// lengths, scripts, marks. The break model corrects it. Requires: 0 < k < number of words.
float thai_cues(const SegmentationInput& input, std::uint32_t k);

}  // namespace thalign
