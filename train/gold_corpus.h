// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "eval/gold.h"

namespace thalign {

/// A document aligned by hand, for learning.
struct TrainingDocument {
  std::string set;
  GoldDocument gold;
  std::size_t fold;  ///< 0 to `kFolds` - 1: learnt models of other folds have not seen it
};

inline constexpr std::size_t kFolds = 5;

/// Reads the documents of all sets that `folder`/index/*.tsv name (columns set, document, split,
/// fold), by set, in their order there. Throws `Error` (io, format).
std::vector<TrainingDocument> read_gold_corpus(const std::filesystem::path& folder);

}  // namespace thalign
