// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "segment/wrapping/line_ends.h"
#include "segment/wrapping/text_lines.h"

namespace thalign {

/// Where a program that wraps lines breaks Thai: between letters, between words, or at spaces only.
enum class ThaiBreaks : std::uint8_t { letters, words, spaces };
inline constexpr std::array kAllThaiBreaks = {ThaiBreaks::letters, ThaiBreaks::words,
                                              ThaiBreaks::spaces};

/// The width that lines are wrapped at.
struct WrapWidth {
  std::uint32_t columns = 0;
  ThaiBreaks thai = ThaiBreaks::letters;
  /// Whether lines that were wrapped at a larger width before were wrapped again, which leaves
  /// short ends of them in lines of their own.
  bool again = false;
};

/// Lines and their ends, as `line_ends()` finds them. Views.
struct WrapInput {
  std::span<const TextLine> lines;
  std::span<const LineEnd> ends;
};

inline constexpr std::uint32_t kLeastWrapWidth = 30;
inline constexpr std::uint32_t kMostWrapWidth = 160;

/// Whether the line is longer than lines of that width get, though there was a place to break it.
bool is_over(const TextLine& line, WrapWidth width);

/// How long the lines of a text are, and how far it is to their first space.
class LineLengths {
 public:
  explicit LineLengths(const WrapInput& input);

  /// P(place of the end | wrapped at `width`) / P(place | ends on purpose, lines of any length).
  /// A word that had room in the line was not wrapped.
  float place_ratio(const WrapInput& input, const LineEnd& end, WrapWidth width) const;
  /// P(place | ends on purpose, lines as long as those of the text) / P(place | the same, lines of
  /// any length).
  float length_ratio(const WrapInput& input, const LineEnd& end, WrapWidth width) const;
  /// Number of lines that `is_over()`, wherever they stand.
  std::uint32_t over(WrapWidth width) const {
    return over_[static_cast<std::size_t>(width.thai)][width.columns];
  }

 private:
  using ByColumns = std::array<std::uint32_t, kMostWrapWidth + 2>;

  std::uint32_t between(std::int32_t first, std::int32_t last) const;
  float chunk_longer_than(float free) const;

  ByColumns up_to_{};  // lines shorter than that
  ByColumns chunks_up_to_{};
  std::array<ByColumns, kAllThaiBreaks.size()> over_{};
};

}  // namespace thalign
