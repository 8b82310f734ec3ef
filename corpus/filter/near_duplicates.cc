// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/near_duplicates.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "corpus/filter/hash_set.h"

namespace thalign {
namespace {

constexpr std::size_t kHashes = kNearBands * kNearRows;
constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;

std::uint64_t shingle_at(std::string_view text, std::size_t at) {
  std::uint64_t first = 0;
  std::memcpy(&first, text.data() + at, sizeof first);
  static_assert(kShingleBytes == sizeof first + 1);
  return mixed(first ^ (kGolden * (static_cast<unsigned char>(text[at + sizeof first]) + 1U)));
}

}  // namespace

std::optional<NearKeys> near_keys(std::string_view text) {
  if (text.size() < 2 * kShingleBytes) return std::nullopt;
  std::array<std::uint64_t, kHashes> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (std::size_t i = 0; i + kShingleBytes <= text.size(); ++i) {
    const std::uint64_t shingle = shingle_at(text, i);
    // Multiply and add make one function of each odd factor; the high bits are those that count.
    for (std::size_t k = 0; k < kHashes; ++k) {
      least[k] = std::min(least[k], shingle * (kGolden * (2 * k + 1) | 1U) + mixed(k));
    }
  }
  NearKeys keys{};
  for (std::size_t band = 0; band < kNearBands; ++band) {
    keys[band] = band;
    for (std::size_t row = 0; row < kNearRows; ++row)
      keys[band] = mixed(keys[band] ^ least[band * kNearRows + row]) + kGolden;
  }
  return keys;
}

}  // namespace thalign
