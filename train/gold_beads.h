// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "align/alignment.h"
#include "train/text_pairs.h"

namespace thalign {

/// A document aligned by hand: its sentences as units, and its beads, Thai as the source, each with
/// confidence 1. Beads without a counterpart and optional ones are left out.
struct GoldPair {
  TextPair texts;
  std::vector<Bead> beads;
};

/// The folders of all documents aligned by hand in `folder` and below, by name.
std::vector<std::filesystem::path> find_gold(const std::filesystem::path& folder);
/// Reads th.txt, en.txt (a sentence a line) and gold.tsv (eval/gold.h) of `folder`. Throws `Error`.
GoldPair read_gold(const std::filesystem::path& folder);

}  // namespace thalign
