// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "text/document.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Whether to look for wrapped lines.
enum class WrappedLines : std::uint8_t {
  recognise,  ///< where the text shows that it is wrapped
  yes,        ///< the text is wrapped; only where is looked for
  no,
};

/// What the other text of a pair says about a line end.
struct LineEndHint {
  std::uint32_t at;  ///< where the line ends, without white space at its end
  float log_ratio;   ///< log of how much likelier that is of a wrapped line (nats)
};

/// What the other text of a pair says about lines, beside what they say themselves.
struct WrapHints {
  float log_odds = 0.0F;               ///< that the text is wrapped (nats)
  std::vector<LineEndHint> line_ends;  ///< ascending
};

/// The wrapped lines of a text.
struct Wrapping {
  std::uint32_t columns = 0;    ///< about where most of them are wrapped; 0: none are
  std::vector<LineJoin> joins;  ///< ascending
  /// Nats of evidence that the text lacks to be taken as wrapped; 0 if it is, or if too few of its
  /// lines are. Infinite if it has no line end that could be.
  float lacking = std::numeric_limits<float>::infinity();
};

/// Finds the line ends of `text` that a program put there which wraps lines at a width (an editor,
/// mail, a converter of PDF), not its author.
///
/// What speaks for it: the first word of the next line had no room in the line; the line ends
/// inside a sentence or a word. A line end on purpose (verses, addresses, lists, tables, code,
/// headings, one sentence a line) is left, but a line end inside a Thai syllable is never on
/// purpose. Time linear in the text.
Wrapping find_wrapping(std::string_view text, WrappedLines lines = WrappedLines::recognise,
                       const WrapHints& hints = {});

/// `document` with its wrapped lines joined.
Document unwrapped(Document document, const Wrapping& wrapping);

}  // namespace thalign
#pragma GCC visibility pop
