// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace thalign {

/// A set of 64-bit hashes in one array: 8 bytes an entry, half of them free at least.
class HashSet {
 public:
  /// Whether `hash` was not there; adds it.
  bool add(std::uint64_t hash);
  std::size_t size() const { return size_; }

 private:
  void grow();
  bool put(std::uint64_t hash);

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024);  // 0: free
  std::size_t size_ = 0;
};

/// Finds texts that are nearly the same as one before.
///
/// A text is the set of its runs of `kShingle` bytes. Of `kBands * kRows` hash functions, each
/// gives the least hash of the set (MinHash, Broder 1997); two texts agree in one with a
/// probability that is the share of runs they have in common, s. Texts that agree in all rows
/// of a band count as nearly the same: probability 1 - (1 - s^10)^4, which is .97 for s = .95, .82
/// for .9, .36 for .8 and .004 for .5. Memory: 64 bytes a text.
class NearDuplicates {
 public:
  static constexpr std::size_t kShingle = 9;  // three Thai letters, or nine Latin ones
  static constexpr std::size_t kBands = 4, kRows = 10;

  /// Whether a text like `text` was added before; adds it. Texts of fewer than 2 * kShingle bytes
  /// are like no other.
  bool add(std::string_view text);

 private:
  std::array<HashSet, kBands> bands_;
};

}  // namespace thalign
