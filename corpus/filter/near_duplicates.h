// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace thalign {

inline constexpr std::size_t kShingleBytes = 9;  // three Thai letters, or nine Latin ones
inline constexpr std::size_t kNearBands = 4, kNearRows = 10;

/// A hash a band, such that texts that are nearly the same have one in common.
///
/// A text is the set of its runs of `kShingleBytes` bytes. Of `kNearBands * kNearRows` hash
/// functions, each gives the least hash of the set (MinHash, Broder 1997); two texts agree in one
/// with a probability that is the share of runs they have in common, s. Texts that agree in all
/// rows of a band have its hash in common: probability 1 - (1 - s^10)^4, which is .97 for s = .95,
/// .82 for .9, .36 for .8 and .004 for .5.
using NearKeys = std::array<std::uint64_t, kNearBands>;

/// Nothing for texts of fewer than 2 * kShingleBytes bytes, which are like no other.
std::optional<NearKeys> near_keys(std::string_view text);

}  // namespace thalign
