// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "text/ranges.h"
#include "text/segmented_text.h"

#pragma GCC visibility push(default)
namespace thalign {

/// A bead that must hold, as bytes of both texts without white space at the edges. One side may be
/// empty.
struct FixedSpan {
  ByteRange source, target;
};

/// A bead that must hold and where it is named: "FILE:LINE" and "line LINE".
struct NamedSpan {
  std::string place, label;
  FixedSpan span;
};

/// The spans, ascending by source, then target. Throws `Error` (format) naming a place: two that
/// overlap or cross.
std::vector<FixedSpan> ordered_spans(std::vector<NamedSpan> spans);

/// Reads beads that must hold: the first four columns of each line, as the TSV writer writes them
/// (start, end, start, end in code points, end exclusive; `-` for nothing). Texts in columns 10 and
/// 11, as that writer has them, must be those at the offsets, white space ignored. Further columns,
/// blank lines and lines that start with `#` are ignored. Result: ascending by source, then target.
///
/// Throws `Error` (format) naming `name` and the line: what `parse_spans` refuses; both sides
/// missing; nothing but white space; beads that overlap or cross.
std::vector<FixedSpan> parse_fixed_spans(std::string_view table, std::string_view name,
                                         std::string_view source, std::string_view target);

/// Two texts cut at the edges of fixed beads, and the fixed beads over their units.
struct FixedTexts {
  SegmentedText source, target;
  std::vector<FixedBead> beads;
};

/// Requires: `spans` are those of these texts.
FixedTexts fix_beads(const SegmentedText& source, const SegmentedText& target,
                     std::span<const FixedSpan> spans);

}  // namespace thalign
#pragma GCC visibility pop
