#pragma once

#include <cstdint>
#include <vector>

#include "align/features.h"
#include "align/score_model.h"
#include "text/segmented_text.h"

namespace thalign {

/// What kind of document a pair is, by how many Thai gaps there are for each English sentence.
std::uint32_t document_kind(const Features& source, const Features& target);

/// Coarser.
std::uint32_t style_of(std::uint32_t kind);

/// Adds the hashes of all that is weighed at the gap after `unit` in a document of a kind.
void gap_hashes(const GapFeatures& gaps, std::uint32_t unit, std::uint32_t kind,
                std::vector<std::uint32_t>& out);

/// Sets `break_after` of `features` to what the model says of each gap.
void score_gaps(const GapFeatures& gaps, std::uint32_t kind, const ScoreModel& model,
                Features& features);

}  // namespace thalign
