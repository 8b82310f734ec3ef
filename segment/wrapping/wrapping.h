#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace thalign {

/// Whether to look for wrapped lines.
enum class WrappedLines : std::uint8_t {
  recognise,  ///< where the text shows that it is wrapped
  yes,        ///< the text is wrapped; only where is looked for
  no,
};

/// The wrapped lines of a text.
struct Wrapping {
  std::uint32_t columns = 0;    ///< about where most of them are wrapped; 0: none are
  std::vector<LineJoin> joins;  ///< ascending
};

/// Finds the line ends of `text` that a program put there which wraps lines at a width (an editor,
/// mail, a converter of PDF), not its author.
///
/// What speaks for it: the first word of the next line had no room in the line; the line ends
/// inside a sentence or a word. A line end on purpose (verses, addresses, lists, tables, code,
/// headings, one sentence a line) is left. Time linear in the text.
Wrapping find_wrapping(std::string_view text, WrappedLines lines = WrappedLines::recognise);

/// `document` with its wrapped lines joined.
Document unwrapped(Document document, const Wrapping& wrapping);

}  // namespace thalign
