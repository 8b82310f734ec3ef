// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segment/wrapping/wrap_place.h"

namespace thalign {

/// Consecutive line ends of one paragraph or more: no blank line and no line longer than the width
/// between them.
struct WrapBlock {
  std::uint32_t begin, end;  ///< of the line ends
  float wrapped;             ///< share of them that are wrapped
};

struct WrapFit {
  WrapWidth width;
  /// Log-likelihood (nats) above that of lines of any length that end where sentences do, and above
  /// that of the likeliest text that is not wrapped.
  float fit = 0.0F, log_ratio = 0.0F;
  std::vector<WrapBlock> blocks;  ///< those that are wrapped
};

/// The width that explains the line ends `open` (true: not explained yet) best.
///
/// A text whose lines end on purpose may look wrapped in one way, not in all: its lines may be of
/// nearly one length, as verses are, but then they end where sentences do; or they may end inside
/// sentences, as subtitles do, but then words had room that stand in the next line. So the text is
/// compared with the likeliest of these:
///
///     lines of any length that end where sentences do
///     lines of any length that end where sentences do or inside them
///     lines as long as those of this text, that end where sentences do
///     the same, that end inside sentences (unlikely)
///
/// `thai_breaks`: those to choose from. Time linear in the line ends.
WrapFit fit_width(const WrapInput& input, const std::vector<bool>& open,
                  std::span<const ThaiBreaks> thai_breaks);

/// Log-odds (nats) that `end`, of a block with that share of wrapped line ends, is wrapped at
/// `width`: by its words, and by its place.
float wrapped_log_odds(const WrapInput& input, const LineEnd& end, WrapWidth width, float share);

}  // namespace thalign
