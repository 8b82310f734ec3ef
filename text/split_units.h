// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "text/segmented_text.h"

namespace thalign {

/// `range` of `text` without white space at its edges (`is_space`); an empty range if it has
/// nothing else. Requires: valid UTF-8, edges at characters.
ByteRange trimmed(std::string_view text, ByteRange range);

/// `text` with its units cut at `edges` too. A unit cut in two keeps its log-odds after the second
/// part; those of the new gap are 0.
///
/// Requires: `edges` are byte offsets of characters, ascending.
SegmentedText split_units(const SegmentedText& text, std::span<const std::uint32_t> edges);

}  // namespace thalign
