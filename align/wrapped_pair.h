// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "align/alignment.h"
#include "segment/wrapping/wrapping.h"
#include "text/document.h"
#include "text/segmented_text.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Which text of a pair.
enum class PairSide : std::uint8_t { source, target };

/// A text of a pair as it came, and the lines of it that are joined.
struct WrappedText {
  Document document;
  WrappedLines lines = WrappedLines::recognise;
  Wrapping wrapping = {};
};

struct UnwrappedPair {
  SegmentedText source, target;
  Alignment alignment;
};

/// How `align_unwrapped` has a text cut into units, and two texts aligned: `segment` and
/// `cut_and_align`, or what does the same with more options.
using SegmentSide = std::function<SegmentedText(Document, PairSide)>;
using AlignTexts = std::function<Alignment(SegmentedText& source, SegmentedText& target)>;

/// Joins the wrapped lines of two texts, segments and aligns them. What short texts do not show by
/// themselves the pair may show: where one text is wrapped, the other needs less evidence; and
/// where the alignment finds that lines end inside beads, the text is joined and aligned again.
///
/// Finds `wrapping` of both; their documents may be moved from. Calls `align_texts` once or twice;
/// throws what the two functions throw.
UnwrappedPair align_unwrapped(WrappedText& source, WrappedText& target,
                              const SegmentSide& segment_side, const AlignTexts& align_texts);

}  // namespace thalign
#pragma GCC visibility pop
