// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// What a block of a document is.
enum class BlockKind : std::uint8_t {
  paragraph,
  heading,
  list_item,
  table_cell,
  caption,  ///< of a table or figure
  note,     ///< a footnote, endnote, speaker's note or aside
  cue,      ///< subtitles shown together
};

/// When something is heard or shown, in milliseconds from the beginning.
struct TimeSpan {
  std::uint32_t begin, end;
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// A part of a text that is known to be a block.
struct LayoutBlock {
  ByteRange range;
  BlockKind kind = BlockKind::paragraph;
};

/// A part of a text, such as a subtitle, and its time.
struct TimedRange {
  ByteRange range;
  TimeSpan time = {};
};

/// What the document that a text was taken from says of its parts. Ranges ascend and are disjoint.
struct Layout {
  std::vector<LayoutBlock> blocks;  ///< empty: not known, as of a plain text
  std::vector<TimedRange> times;    ///< empty: it has none
};

/// The time of the byte at `at`, between the times of the range around it, or next to it;
/// `next`: number of a range that begins at or before `at`, or 0; moved on. Requires: there are
/// times.
std::uint32_t time_at(const Layout& layout, std::uint32_t at, std::size_t& next);

}  // namespace thalign
#pragma GCC visibility pop
