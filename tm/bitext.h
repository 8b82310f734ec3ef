// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "text/segmented_text.h"
#include "text/unicode/code_points.h"
#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// What the numbers of `Variant::units` count, from 0.
enum class Numbering : std::uint8_t {
  units,  ///< the units of a text
  lines,  ///< the lines of a text, blank ones too; for texts with a unit a line
};

/// Two texts and their alignment. Views only; the parts must outlive it. Requires: the alignment
/// tiles the units of the two texts.
struct Bitext {
  const SegmentedText& source;
  const SegmentedText& target;
  const Alignment& alignment;
  /// BCP 47 tags written to outputs; usually `language_tag` of the documents, or what the user gave
  /// ("th-TH").
  std::string source_tag;
  std::string target_tag;
  Numbering numbering = Numbering::units;
};

/// The beads of a bitext as translation units of two variants, source first, null beads included;
/// texts exact. Properties: `x-document-score`, the score of the alignment, and that of `mark_of`.
/// Of texts with times also `x-source-time` and `x-target-time`, as WebVTT writes those of a cue.
class BitextReader : public UnitReader {
 public:
  /// `about`: what is said about each unit. Requires: the parts of `bitext` outlive the reader.
  explicit BitextReader(const Bitext& bitext, Description about = {});

  const TranslationUnit* next() override;

 private:
  void add_time(const char* type, const SegmentedText& text, UnitRange units);

  const Bitext bitext_;
  const CodePointIndex source_index_, target_index_;
  const std::vector<std::uint32_t> source_lines_, target_lines_;  // of units; empty: not counted
  std::size_t next_ = 0;
  std::size_t given_properties_ = 0;
  TranslationUnit unit_;
};

}  // namespace thalign
#pragma GCC visibility pop
