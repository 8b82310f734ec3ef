// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "segment/break_model.h"
#include "segment/srx/srx.h"
#include "text/document.h"
#include "text/language.h"
#include "text/segmented_text.h"
#include "text/words.h"

namespace thalign {

struct CutOptions {
  std::span<const SrxRule> rules = {};
  std::span<const LineJoint> joints = {};  ///< of the text, as `Document::joints()`
  const BreakModel& thai_breaks = BreakModel::thai();
  bool starts_document = true;  ///< as in `SegmentationInput`
};

/// The units of a text, as `segment()` finds them. Requires: `words` are those of `text`.
std::vector<Unit> cut_into_units(std::string_view text, const Words& words, Language language,
                                 const CutOptions& options);

}  // namespace thalign
