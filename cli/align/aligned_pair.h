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
  /// What writers write. Requires: this object outlives it.
  Bitext bitext() const&;
  Bitext bitext() && = delete;

 private:
  SegmentedText source_, target_;
  Alignment alignment_;
  std::string source_tag_, target_tag_;
  Numbering numbering_;
  std::vector<Notice> notes_;
};

/// Beads that must hold: the table of `parse_fixed_spans` and its name.
struct FixedBeadTable {
  std::string text, name;
};

/// Reads, segments and aligns two texts, around the beads of `fixed`, if given, not those of
/// `options`. Throws `Error`,
/// `UsageError`: as `read_pair`, `align` and `parse_fixed_spans`.
AlignedPair align_pair(const InputOptions& source, const InputOptions& target,
                       const AlignOptions& options = {},
                       const std::optional<FixedBeadTable>& fixed = {});

}  // namespace thalign::cli
