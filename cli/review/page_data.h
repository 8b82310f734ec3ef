// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <span>
#include <string>

#include "cli/align/aligned_pair.h"
#include "tm/translation_unit.h"

namespace thalign::cli {

/// What a page of review says beside the texts and their beads.
struct PageContext {
  std::string run;  ///< what made it: `x-run` of its outputs
  Date date = {};   ///< creationdate of its outputs
};

/// Writes the page on which people look at an alignment and correct it: one HTML file that needs
/// nothing else, neither a network nor a server. The texts are in it as JSON, in which no `<`
/// stands, so that nothing in them can be taken for markup.
///
/// Its data: both texts (of wrapped ones, with lines joined), where their words begin, how far
/// offsets of the text as it came are ahead, and the beads. Positions count UTF-16 units, as
/// JavaScript does.
void write_review_page(std::ostream& out, const AlignedPair& pair, const PageContext& context);

/// A unit of a memory.
struct NumberedUnit {
  std::int64_t number;
  TranslationUnit unit;
};

/// Writes a page of units of a memory, for people to edit their texts, to mark them as right or to
/// leave them out. `title`: what the page is called. Requires: each unit has two texts, all in the
/// same order of languages.
void write_units_page(std::ostream& out, std::span<const NumberedUnit> units,
                      const std::string& title, const PageContext& context);

}  // namespace thalign::cli
