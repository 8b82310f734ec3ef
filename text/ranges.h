// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

#pragma GCC visibility push(default)
namespace thalign {

/// A half-open range [begin, end). The tag makes each kind of range a type of its own, so that a
/// range of bytes can't be passed where a range of units is meant.
template <typename Tag>
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  /// The same place counted from `origin` on, and back. Requires: it lies behind `origin`.
  constexpr Range counted_from(std::uint32_t origin) const {
    return {begin - origin, end - origin};
  }
  constexpr Range shifted(std::uint32_t by) const { return {begin + by, end + by}; }
  friend constexpr auto operator<=>(Range, Range) = default;
};

/// Bytes of a UTF-8 text.
using ByteRange = Range<struct ByteTag>;
/// Unicode code points of a text, as other tools count offsets.
using CodePointRange = Range<struct CodePointTag>;
/// Units of a `SegmentedText`.
using UnitRange = Range<struct UnitTag>;
/// Positions in a table of beads: units or code points, as the table says.
using PositionRange = Range<struct PositionTag>;

}  // namespace thalign
#pragma GCC visibility pop
