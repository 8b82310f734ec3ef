// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/ranges.h"
#include "text/segmented_text.h"

namespace thalign {

/// Reads the units of one side of a gold document: lines of start and end in code points, end
/// exclusive. Throws `Error` (format) naming `name` and the line: no two numbers, an end not after
/// its start, a start before the unit before ends, an offset beyond `text_size`.
std::vector<CodePointRange> parse_unit_ranges(std::string_view table, std::string_view name,
                                              std::uint32_t text_size);

/// A text whose units are `units` and whose breaks are certain; a newline between two units begins
/// a paragraph. Throws `Error` (format) if anything but white space lies outside the units.
SegmentedText with_units(Document document, std::span<const CodePointRange> units);

}  // namespace thalign
