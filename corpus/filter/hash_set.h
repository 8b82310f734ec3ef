// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace thalign {

/// A bijection of 64 bits that leaves no pattern (finaliser of SplitMix64, Steele et al. 2014).
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

/// Hashes in ascending order in a file that has no name, so that it is gone when the process ends.
/// In memory is the first hash of each block of 4096 bytes: finding one reads one block.
class SortedHashes {
 public:
  /// `folder`: where the file is made. Throws `Error` (io).
  explicit SortedHashes(const std::filesystem::path& folder);
  SortedHashes(SortedHashes&& other) noexcept;
  SortedHashes& operator=(SortedHashes&& other) noexcept;
  ~SortedHashes();

  /// Requires: greater than all before. Throws `Error` (io).
  void append(std::uint64_t hash);
  bool contains(std::uint64_t hash) const;
  std::size_t size() const { return size_; }
  /// Block `number`, ascending; empty behind the last.
  std::vector<std::uint64_t> block(std::size_t number) const;

 private:
  void write_block();

  std::filesystem::path folder_;  // for messages
  int descriptor_;
  std::size_t size_ = 0;
  std::vector<std::uint64_t> first_;  // of each block that is written
  std::vector<std::uint64_t> last_;   // the block that is not full yet
};

/// A set of 64-bit hashes in bounded memory: an array of which half is free at least and, of what
/// does not fit in there, sorted files, at most `kMostFiles`: they are merged then.
class HashSet {
 public:
  static constexpr std::size_t kMostSlots = std::size_t{1} << 23U;  ///< 64 MiB
  static constexpr std::size_t kMostFiles = 4;

  /// `folder`: where files are made. `most_slots`: of the array. Requires: a power of 2.
  explicit HashSet(std::filesystem::path folder, std::size_t most_slots = kMostSlots);

  /// Whether `hash` was not there; adds it. Throws `Error` (io).
  bool add(std::uint64_t hash);
  std::size_t size() const { return size_; }

 private:
  bool put(std::uint64_t hash);
  void grow();
  void move_to_file();

  std::filesystem::path folder_;
  std::size_t most_slots_;
  std::vector<std::uint64_t> slots_;  // 0: free
  std::size_t used_ = 0;              // of `slots_`
  std::size_t size_ = 0;
  std::vector<SortedHashes> files_;
};

}  // namespace thalign
