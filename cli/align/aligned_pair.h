// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/alignment.h"
#include "cli/base/messages.h"
#include "cli/input/input.h"
#include "text/segmented_text.h"
#include "tm/bitext.h"
#include "tm/corrections.h"
#include "tm/repair.h"

namespace thalign::cli {

/// Two texts, their alignment and the tags to write for them.
class AlignedPair {
 public:
  AlignedPair(SegmentedText source, SegmentedText target, Alignment alignment,
              std::string source_tag, std::string target_tag,
              Numbering numbering = Numbering::units);

  const SegmentedText& source() const& { return source_; }
  const SegmentedText& target() const& { return target_; }
  const Alignment& alignment() const& { return alignment_; }
  /// What the user might not expect of how the texts were read.
  const std::vector<Notice>& notes() const& { return notes_; }
  void add_note(Notice note) { notes_.push_back(std::move(note)); }
  /// What people corrected of the beads, by number; empty: nothing, or nothing is known.
  const std::vector<std::optional<PlacedCorrection>>& corrections() const& { return corrections_; }
  void set_corrections(std::vector<std::optional<PlacedCorrection>> corrections) {
    corrections_ = std::move(corrections);
  }
  /// What `unit`, that of bead `unit.bead`, is after corrections; nothing if it was left out.
  std::optional<TranslationUnit> corrected(const TranslationUnit& unit) const;

  /// What writers write. Requires: this object outlives it.
  Bitext bitext() const&;
  Bitext bitext() && = delete;

 private:
  SegmentedText source_, target_;
  Alignment alignment_;
  std::string source_tag_, target_tag_;
  Numbering numbering_;
  std::vector<Notice> notes_;
  std::vector<std::optional<PlacedCorrection>> corrections_;
};

/// A file of corrections as it was read.
struct CorrectionsFile {
  std::optional<CorrectionsHead> head = {};
  std::vector<Correction> corrections = {};
  EditedTexts edited = EditedTexts::refuse;
  RepairCounts repairs = {};
};

/// Beads that must hold. One of the two is given at most.
struct FixedBeads {
  std::string anchors = {}, anchors_name = {};  ///< the table of `parse_fixed_spans`; empty: none
  std::optional<CorrectionsFile> corrections = {};
};

/// Reads, segments and aligns two texts, around the beads of `fixed`, not those of `options`. Fixed
/// beads that are all beads of both texts are the alignment as they stand. Throws `Error`,
/// `UsageError`: as `read_pair`, `align`, `parse_fixed_spans` and `place_corrections`.
AlignedPair align_pair(const InputOptions& source, const InputOptions& target,
                       const AlignOptions& options = {}, const FixedBeads& fixed = {});

}  // namespace thalign::cli
