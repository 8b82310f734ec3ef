// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/names.h"
#include "text/segmented_text.h"

namespace thalign {

/// The places of `thai` where an abbreviation stands for an acronym of `english`, ascending and
/// disjoint; `name` is the acronym, folded, `ratio` 0. They stand for each other
///
///   - if the Thai text has them side by side: "สพร. (DGA)", "DGA หรือ สพร.";
///   - if each text defines one behind its long form, in brackets or behind "or": "สำนักงานพัฒนา...
///     (สพร.)", "Digital Government Development Agency (DGA)", and the long forms translate each
///     other by the lexicon. Source of how a long form is found: Schwartz and Hearst 2003, "A
///     simple algorithm for identifying abbreviation definitions in biomedical text".
///
/// Once defined, an abbreviation counts all over the text, with its full stops or without. Linear
/// in texts and links of the long forms. A text that comes without its words has none.
std::vector<SpelledName> find_acronyms(const SegmentedText& thai, const SegmentedText& english,
                                       const Lexicon& lexicon);

}  // namespace thalign
