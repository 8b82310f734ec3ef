#pragma once

#include <cstdint>
#include <vector>

#include "segment/gap.h"

namespace thalign {

/// What the break model sees of the gaps of a Thai text: hashes of the words around the gap, of the
/// lengths of the runs of text between white space on either side, and of the gap's place in its
/// line.
class ThaiFeatures {
 public:
  /// Requires: `input` outlives the object.
  explicit ThaiFeatures(const SegmentationInput& input);

  /// Features of the gap before word `k`, in place of what `features` held. Requires: 0 < k <
  /// number of words.
  void of(std::uint32_t k, std::vector<std::uint32_t>& features) const;

 private:
  /// Hash of the word `offset` words from word `k` in its line; a hash of its own where the line
  /// has none there.
  std::uint32_t word(std::uint32_t k, std::int32_t offset) const;

  const SegmentationInput& input_;
  std::vector<std::uint32_t> hashes_;      // of each folded word; numbers by their digits
  std::vector<std::uint32_t> line_begin_;  // first word of the line of each word
  std::vector<std::uint32_t> line_end_;    // one past its last word
};

}  // namespace thalign
