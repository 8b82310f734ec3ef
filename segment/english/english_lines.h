// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "segment/english/english_view.h"

namespace thalign {

/// The lines of an English text, to distinguish a line end inside a wrapped sentence from one that
/// means something. Looks no further than twice `kReach` lines before and after a line end.
class EnglishLines {
 public:
  static constexpr std::uint32_t kReach = 3;

  /// Requires: `text` outlives the object.
  explicit EnglishLines(const EnglishView& text);

  /// Log-odds that a sentence ends at the line end before word `k`, where no mark says so.
  /// Requires: such a gap.
  float log_odds(std::uint32_t k) const;

  /// Whether the line end before word `k` may come from wrapping: the first word of the next line
  /// had no room in a line of a usual length.
  bool may_be_wrapped(std::uint32_t k) const { return !had_room(line_of(k) - 1); }

 private:
  using LineRange = Range<struct LineTag>;
  struct Line {
    std::uint32_t begin;  ///< first word
    std::uint32_t end;    ///< one past the last word
    bool after_blank;     ///< the first line after a blank one
  };

  /// Number of the line that begins with word `k`.
  std::uint32_t line_of(std::uint32_t k) const;
  std::uint32_t bytes(std::uint32_t line) const;
  bool had_room(std::uint32_t line) const;
  bool ends_with_mark(std::uint32_t line) const;
  bool begins_small(std::uint32_t line) const;
  /// First and last line around `line` that are looked at: up to `kReach` away, without a blank
  /// line between.
  LineRange neighbours(std::uint32_t line) const;
  bool is_label(std::uint32_t line) const;
  bool in_wrapped_text(std::uint32_t line) const;

  const EnglishView& text_;
  std::vector<Line> lines_;
};

}  // namespace thalign
