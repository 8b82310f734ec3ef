// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/features.h"
#include "align/score/score_model.h"
#include "text/segmented_text.h"

namespace thalign {

/// Thai words that white space stands before, and likely English sentence ends, of a pair of texts;
/// one sentence at least.
SpaceCounts count_spaces(const Features& source, const Features& target);

/// What kind of document a pair is, by how many Thai spaces there are for each English sentence: in
/// steps of a third of a factor of two. The collection it belongs to, if there is one, counts as
/// much as 40 sentences of its own.
std::uint32_t document_kind(const Features& source, const Features& target,
                            const SpaceCounts& collection = {});
/// Its style, which is coarser: below `kStyles`.
std::uint32_t style_of(std::uint32_t kind);

/// Adds the hashes of all that is weighed at the gap after `unit` in a document of a kind.
void gap_hashes(const GapFeatures& gaps, std::uint32_t unit, std::uint32_t kind,
                std::vector<std::uint32_t>& out);

/// Sets the style of a text of a document of a kind, and `break_after` to what the model says of
/// each gap.
void score_gaps(const SegmentedText& text, std::uint32_t kind, const ScoreModel& model,
                Features& features);
/// The same of both texts.
void score_gaps(const SegmentedText& source, const SegmentedText& target, std::uint32_t kind,
                const ScoreModel& model, Features& source_features, Features& target_features);

}  // namespace thalign
