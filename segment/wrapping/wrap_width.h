#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segment/wrapping/line_ends.h"
#include "segment/wrapping/text_lines.h"

namespace thalign {

/// Where a program that wraps lines breaks Thai: only at spaces, or between letters as well.
enum class ThaiBreaks : std::uint8_t { spaces, anywhere };

/// The width that lines are wrapped at.
struct WrapWidth {
  std::uint32_t columns = 0;
  ThaiBreaks thai = ThaiBreaks::anywhere;
};

/// Lines and their ends, as `line_ends()` finds them. Views.
struct WrapInput {
  std::span<const TextLine> lines;
  std::span<const LineEnd> ends;
};

/// Consecutive line ends of one paragraph or more: no blank line and no line longer than the width
/// between them.
struct WrapBlock {
  std::uint32_t begin, end;  ///< of the line ends
  float wrapped;             ///< share of them that are wrapped
};

/// Log-odds (nats) that `end`, of a block with that share of wrapped line ends, is wrapped at
/// `width`: by its words, and by its place, since a word that had room was not wrapped.
float wrapped_log_odds(const WrapInput& input, const LineEnd& end, WrapWidth width, float share);

struct WrapFit {
  WrapWidth width;
  float fit = 0.0F;  ///< log-likelihood (nats) above that of lines of any length
  float log_ratio =
      0.0F;  ///< the same above that of lines that all have one length on purpose, too
  std::vector<WrapBlock> blocks;  ///< those that are wrapped
};

/// The width that explains the line ends `open` (true: not explained yet) best.
WrapFit fit_width(const WrapInput& input, const std::vector<bool>& open);

}  // namespace thalign
