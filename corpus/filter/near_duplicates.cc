// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/near_duplicates.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace thalign {
namespace {

/// A bijection of 64 bits that leaves no pattern (finaliser of SplitMix64, Steele et al. 2014).
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

constexpr std::size_t kHashes = NearDuplicates::kBands * NearDuplicates::kRows;
constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;

std::uint64_t shingle_at(std::string_view text, std::size_t at) {
  std::uint64_t first = 0;
  std::memcpy(&first, text.data() + at, sizeof first);
  static_assert(NearDuplicates::kShingle == sizeof first + 1);
  return mixed(first ^ (kGolden * (static_cast<unsigned char>(text[at + sizeof first]) + 1U)));
}

}  // namespace

bool HashSet::add(std::uint64_t hash) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  const bool is_new = put(hash == 0 ? 1 : hash);
  size_ += is_new ? 1 : 0;
  return is_new;
}

bool HashSet::put(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = mixed(hash) & mask;
  while (slots_[slot] != 0) {
    if (slots_[slot] == hash) return false;
    slot = (slot + 1) & mask;
  }
  slots_[slot] = hash;
  return true;
}

void HashSet::grow() {
  std::vector<std::uint64_t> old(2 * slots_.size());
  old.swap(slots_);
  for (const std::uint64_t hash : old) {
    if (hash != 0) put(hash);
  }
}

bool NearDuplicates::add(std::string_view text) {
  if (text.size() < 2 * kShingle) return false;
  std::array<std::uint64_t, kHashes> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (std::size_t i = 0; i + kShingle <= text.size(); ++i) {
    const std::uint64_t shingle = shingle_at(text, i);
    // Multiply and add make one function of each odd factor; the high bits are those that count.
    for (std::size_t k = 0; k < kHashes; ++k) {
      least[k] = std::min(least[k], shingle * (kGolden * (2 * k + 1) | 1U) + mixed(k));
    }
  }
  bool found = false;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t row = 0; row < kRows; ++row)
      hash = mixed(hash ^ least[band * kRows + row]) + kGolden;
    found = !bands_[band].add(hash) || found;
  }
  return found;
}

}  // namespace thalign
