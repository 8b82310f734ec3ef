// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/segmented_text.h"

namespace thalign {

/// A Thai text and its English translation, cut into units.
struct TextPair {
  SegmentedText thai, english;
};

/// A pair of files NAME.th.txt, NAME.en.txt somewhere in a folder of data.
struct PairFiles {
  std::string name;            ///< path inside the folder of data, without ending
  std::filesystem::path stem;  ///< whole path, without ending

  std::filesystem::path thai() const { return stem.string() + ".th.txt"; }
  std::filesystem::path english() const { return stem.string() + ".en.txt"; }
  /// The same blocks on both sides, a Thai and an English one a line; not all pairs have the file.
  std::filesystem::path blocks() const { return stem.string() + ".blocks.tsv"; }
};

/// All pairs in `folder` and below, by name.
std::vector<PairFiles> find_pairs(const std::filesystem::path& folder);
/// Reads and cuts a Thai text and its translation. Throws `Error`.
TextPair read_pair(const PairFiles& files);
/// Reads all pairs in `folder` and below, by name. Throws `Error`.
std::vector<TextPair> read_pairs(const std::filesystem::path& folder);

}  // namespace thalign
