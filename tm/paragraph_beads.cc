// SPDX-License-Identifier: Apache-2.0
#include "tm/paragraph_beads.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace thalign {
namespace {

/// Whether a paragraph ends before the unit `next`.
bool ends_paragraph(const SegmentedText& text, std::uint32_t next) {
  const auto& units = text.units();
  return next == 0 || next == units.size() || units[next - 1].paragraph != units[next].paragraph;
}

void join(Bead& joined, const Bead& bead) {
  const bool was_null = joined.is_null();
  joined.source.end = bead.source.end;
  joined.target.end = bead.target.end;
  joined.score += bead.score;
  if (was_null == bead.is_null()) {
    joined.confidence = std::min(joined.confidence, bead.confidence);
  } else if (was_null) {
    joined.confidence = bead.confidence;
  }
}

}  // namespace

Alignment paragraph_alignment(const SegmentedText& source, const SegmentedText& target,
                              const Alignment& alignment) {
  std::vector<Bead> beads;
  bool is_open = false;
  for (const Bead& bead : alignment.beads()) {
    if (is_open) {
      join(beads.back(), bead);
    } else {
      beads.push_back(bead);
    }
    is_open = !ends_paragraph(source, bead.source.end) || !ends_paragraph(target, bead.target.end);
  }
  return {std::move(beads), static_cast<std::uint32_t>(source.units().size()),
          static_cast<std::uint32_t>(target.units().size()), alignment.document_score()};
}

}  // namespace thalign
