// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "segment/break_model.h"
#include "segment/gap.h"
#include "segment/gap_features.h"
#include "segment/thai/thai_vetoes.h"
#include "text/segmented_text.h"

namespace thalign {

/// Units of a text, and what it shows at the gaps between them.
struct CutText {
  std::vector<Unit> units;
  GapFeatures gaps;
};

/// Gaps inside the units of a Thai text, at which a sentence may end all the same. `segment`
/// proposes only those gaps that the text by itself speaks for: most spaces, and hardly any place
/// without white space. The others are too many to propose, but another text may speak for them.
class UncutGaps {
 public:
  /// Requires: a Thai text with its words; both outlive the object.
  explicit UncutGaps(const SegmentedText& text, const BreakModel& model = BreakModel::thai());

  /// Log-odds (nats) by the text alone that a sentence ends at the gap before word `word`; nothing
  /// where none ends whatever else speaks for it. Requires: the gap is inside a unit.
  std::optional<float> log_odds(std::uint32_t word) const;

  /// The units of the text, cut before `words`, too. Requires: `words` ascend, and each has
  /// log-odds.
  CutText cut(std::span<const std::uint32_t> words) const;

 private:
  void cut_unit(Unit unit, std::span<const std::uint32_t> words, CutText& out) const;

  const SegmentedText& text_;
  const BreakModel& model_;
  SegmentationInput input_;
  GapReader reader_;
  ThaiVetoes vetoes_;
  mutable std::vector<std::uint32_t> features_;
};

}  // namespace thalign
