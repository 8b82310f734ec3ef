// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "segment/english/english_view.h"
#include "segment/gap.h"

namespace thalign {

/// Where the headline of a text may end that runs into its first sentence: no line end, no mark
/// between.
class EnglishHeadline {
 public:
  /// `starts_document`: whether the text is a document from its begin on.
  EnglishHeadline(const EnglishView& text, bool starts_document);

  /// Log-odds that it ends at the space before word `k`; nothing where it can't.
  std::optional<float> log_odds(std::uint32_t k) const;

 private:
  std::vector<Boundary> ends_;
};

}  // namespace thalign
