// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace thalign {

/// How much of all alignments a search looks at, and with how much memory.
struct SearchOptions {
  /// Pairs of boundaries up to which the corridor is everything.
  std::size_t full_cells = 20'000;
  /// Characters of the band on either side of the anchor chain.
  std::uint32_t margin = 400;
  /// Loss in the coarse pass (nats) above which pairs and beads are pruned; infinite for no coarse
  /// pass.
  float loss_margin = 10.0F;
  /// The same for texts whose units are given sentences: there the coarse pass errs by more at a
  /// few places, and fewer beads are worth a look at any margin.
  static constexpr float kMarginOfSentences = 16.0F;
  /// Spans per source unit times target boundaries up to which a coarse pass costs more than it
  /// saves.
  double narrow = 120.0;
  /// Source units of a block. Texts of twice as many on both sides are searched block by block.
  /// `kNoBlocks`: never.
  std::uint32_t block = 4096;
  static constexpr std::uint32_t kNoBlocks = std::numeric_limits<std::uint32_t>::max();
  /// Memory that the search of one block may take. More is pruned where it would take more.
  std::size_t bytes = 720'000'000;
};

}  // namespace thalign
