// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace thalign {

/// Levenshtein distance from one sequence of symbols to many: the least number of insertions,
/// deletions and replacements. A column of the table of distances is kept as bits of differences
/// between neighbouring rows, 64 rows a word.
///
/// Source: Myers 1999, "A fast bit-vector algorithm for approximate string matching based on
/// dynamic programming"; Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau
/// edit distances".
class EditDistance {
 public:
  explicit EditDistance(std::span<const std::uint64_t> pattern);

  /// The distance from the pattern to `text`, in time |text| · ceil(|pattern| / 64).
  std::size_t to(std::span<const std::uint64_t> text) const;

  std::size_t pattern_size() const { return size_; }

 private:
  /// The bits of the rows where `symbol` stands in the pattern, `blocks_` words; null: nowhere.
  const std::uint64_t* rows_of(std::uint64_t symbol) const;

  std::size_t size_;
  std::size_t blocks_;
  std::vector<std::uint64_t> symbols_;  // of the pattern, ascending
  std::vector<std::uint64_t> rows_;     // blocks_ words for each of symbols_
};

}  // namespace thalign
