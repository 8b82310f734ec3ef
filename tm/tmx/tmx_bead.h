#pragma once

#include <string>

#include "tm/translation_unit.h"

namespace thalign {

/// Turns properties that thalign's TMX writer makes into what they were: documents, offsets, score
/// and confidence of a bead. A unit of one text with offsets was a null bead: it gets its missing
/// side, in `source_language` if that is the first one. What the writer would write otherwise stays
/// a property.
void take_bead(TranslationUnit& unit, const std::string& source_language);

}  // namespace thalign
