// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/input/input.h"

namespace thalign::cli {

/// How long a stage of an alignment takes.
struct StageTime {
  std::string stage;
  double seconds;  ///< of the fastest round
};

/// The times of all stages of one pair of texts.
struct StageTimes {
  std::vector<StageTime> stages;  ///< in order; their sum is about `whole`
  double whole = 0;               ///< from files to the beads written, measured at once
  double icu_words = 0;           ///< ICU's word breaking of both texts and nothing else
  std::size_t bytes = 0;          ///< of both files
  std::size_t pairs = 0;          ///< beads with text on both sides
};

/// Measures the stages of aligning two files, each the fastest of `rounds`. Requires: `rounds` > 0,
/// neither path is `-`. Throws as `read_pair` and `align`.
StageTimes measure_stages(const InputOptions& source, const InputOptions& target, unsigned rounds);

}  // namespace thalign::cli
