// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "align/alignment.h"
#include "text/segmented_text.h"

namespace thalign::cli {

/// What one or many alignments come to.
struct BeadStatistics {
  /// Number of beads by source and target sentences.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shapes = {};
  std::size_t documents = 0, failed = 0, skipped = 0;
  std::size_t beads = 0;
  std::size_t null_source = 0, null_target = 0;  ///< beads of one side only
  std::size_t bytes = 0;                         ///< of both texts
  double confidence = 0;                         ///< sum over beads with both sides

  void add(const SegmentedText& source, const SegmentedText& target, const Alignment& alignment);
  BeadStatistics& operator+=(const BeadStatistics& other);

  /// Beads with text on both sides.
  std::size_t pairs() const { return beads - null_source - null_target; }
};

/// The statistics as lines for people, with the rates of `seconds`.
std::string describe(const BeadStatistics& statistics, double seconds);

/// The same as a JSON object and line end.
std::string describe_as_json(const BeadStatistics& statistics, double seconds);

}  // namespace thalign::cli
