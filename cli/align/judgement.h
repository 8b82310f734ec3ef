// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "cli/align/aligned_pair.h"
#include "cli/base/messages.h"

namespace thalign::cli {

/// Whether the document score of a pair is too low for texts that translate each other; nothing if
/// the texts are too short to judge.
std::optional<bool> is_wrong_pair(const AlignedPair& pair);

/// Refuses a pair of texts that do not translate each other, or reports doubt. `least`: the lowest
/// document score that is not refused, of texts of any length; without it, texts long enough
/// to judge are refused far below `kWrongPair` (docs/quality.md has the figures). Throws `Error`
/// (format), which names the option that has them aligned all the same.
void judge(const AlignedPair& pair, std::optional<double> least, const Notes& notes);

}  // namespace thalign::cli
