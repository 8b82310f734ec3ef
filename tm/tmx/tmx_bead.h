// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "tm/translation_unit.h"

namespace thalign {

/// What a tuid that thalign's TMX writer made begins with; 16 hexadecimal digits follow.
inline constexpr std::string_view kMadeTuidPrefix = "thalign-";

/// Whether `tuid` is one of these, which say nothing of their own.
bool is_made_tuid(std::string_view tuid);

/// Turns properties that thalign's TMX writer makes into what they were: documents, offsets, score
/// and confidence of a bead. A unit of one text with offsets was a null bead: it gets its missing
/// side, in `source_language` if that is the first one. What the writer would write otherwise stays
/// a property.
void take_bead(TranslationUnit& unit, const std::string& source_language);

}  // namespace thalign
