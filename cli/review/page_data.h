// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "cli/align/aligned_pair.h"
#include "cli/review/page_parts.h"

namespace thalign::cli {

/// Writes the page on which people look at an alignment and correct it: one HTML file that needs
/// nothing else, neither a network nor a server.
///
/// Its data: both texts (of wrapped ones, with lines joined), where their words begin, how far
/// offsets of the text as it came are ahead, and the beads.
void write_review_page(std::ostream& out, const AlignedPair& pair, const PageContext& context);

}  // namespace thalign::cli
