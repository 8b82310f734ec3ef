// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "text/ranges.h"
#include "text/segmented_text.h"

namespace thalign {

/// Lines of one of two texts that copy the other one; at most one text has some.
struct CopiedLines {
  std::vector<UnitRange> source, target;  ///< a line each, ascending
};

/// Finds the lines of a bilingual text that are in the language of the other text and copy it, as
/// in a Thai file that holds its English original line by line or paragraph by paragraph. They
/// would be aligned with what they copy, and the translations with nothing.
///
/// A line in the other language copies the other text if half of its triples of words stand there
/// side by side, after what the line before it copies. The text is bilingual if such lines cover
/// the other text and there is enough text of its own language for a translation of what they
/// cover: the two shares, of words covered and of characters, sum up to 1.5. So pages that are
/// translated in part only, and lines left as they were, are not bilingual texts. In a bilingual
/// text, lines of the other language beside copied ones (a changed word, a note) count as copied.
///
/// Nothing if the words of a text are not there. Time O(n log n), and linear in the characters for
/// texts that are not bilingual.
CopiedLines copied_lines(const SegmentedText& source, const SegmentedText& target);

}  // namespace thalign
