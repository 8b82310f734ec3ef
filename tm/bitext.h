#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "align/alignment.h"
#include "text/segmented_text.h"

namespace thalign {

/// Two texts and their alignment: what every writer of this folder writes. Views only; the parts
/// must outlive it. Requires: the alignment tiles the units of the two texts.
struct Bitext {
  const SegmentedText& source;
  const SegmentedText& target;
  const Alignment& alignment;
  /// BCP 47 tags written to outputs; usually `language_tag` of the documents, or what the user gave
  /// ("th-TH").
  std::string source_tag;
  std::string target_tag;
};

struct WriteStatistics {
  std::size_t written = 0;              ///< beads written
  std::size_t null_beads_left_out = 0;  ///< null beads not written
  std::size_t characters_dropped = 0;   ///< characters the format can't carry, left out
};

/// Writes beads as tab-separated lines, null beads included; the header line starts with `#`.
/// Columns: source start, source end, target start, target end (0-based code points of the decoded
/// text, end exclusive, `-` for nothing), bead number (0-based), source units, target units ("3-5":
/// first and last,
/// `-` for none), score (nats), confidence, source text, target text. In texts, runs of white space
/// become one space (NBSP and other special spaces stay). The caller checks the stream.
WriteStatistics write_tsv(std::ostream& out, const Bitext& bitext);

/// Writes one JSON object per bead and line, null beads included, with the facts of `write_tsv`,
/// the names and languages of the documents; texts exact. The caller checks the stream.
WriteStatistics write_jsonl(std::ostream& out, const Bitext& bitext);

}  // namespace thalign
