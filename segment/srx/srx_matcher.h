// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "segment/gap.h"
#include "segment/srx/srx.h"

namespace thalign {

/// `boundaries` as SRX rules change them. Where a rule breaks, a sentence ends; where one says no
/// break, none does; where none applies, the text is not cut, but at line ends, which stay as they
/// are.
///
/// The rules see one paragraph at a time: what stands between blank lines, which always end a
/// sentence. A pattern that stands before a break matches at most 300 UTF-16 code units. A break
/// inside a word of `input` is left out. Throws `Error` (limit) naming the rule if matching it
/// takes too long.
std::vector<Boundary> apply_srx(const SegmentationInput& input, std::span<const SrxRule> rules,
                                std::span<const Boundary> boundaries);

}  // namespace thalign
