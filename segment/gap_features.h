// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segment/english/english_view.h"
#include "segment/gap.h"
#include "text/language.h"
#include "text/segmented_text.h"

namespace thalign {

/// What a text shows at its gaps, as hashes: the words on either side, the marks and white space
/// between them, lengths of the runs of text and of the lines around them. Linear time.
class GapReader {
 public:
  /// Requires: `input` outlives the object.
  GapReader(const SegmentationInput& input, Language language);

  /// Features of the gap before word `k`, in place of what `features` held. `rule` is what rules
  /// say of the gap, 0 where there are none. Requires: 0 < k < number of words.
  void read(std::uint32_t k, float rule, std::vector<std::uint32_t>& features) const;

  /// The few features by which gaps without white space are proposed.
  void read_joined(std::uint32_t k, std::vector<std::uint32_t>& features) const;
  /// The one of them that only depends on the word after the gap.
  std::uint32_t joined_word(std::uint32_t k) const;

 private:
  bool is_joint(std::uint32_t k) const;
  std::uint32_t hash_of(std::uint32_t k) const;
  /// Hash of the word `offset` words from word `k` in its line.
  std::uint32_t word(std::uint32_t k, std::int32_t offset) const;
  std::uint32_t line_bytes_before(std::uint32_t k) const;
  std::uint32_t line_bytes_after(std::uint32_t k) const;

  const SegmentationInput& input_;
  std::span<const Word> words_;
  bool thai_;
  EnglishView view_;
  std::vector<bool> repeated_;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> line_begin_;
  std::vector<std::uint32_t> line_end_;
};

/// The features of the gaps between `units`.
GapFeatures gap_features(const SegmentationInput& input, Language language,
                         std::span<const Unit> units);

}  // namespace thalign
