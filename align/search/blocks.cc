// SPDX-License-Identifier: Apache-2.0
#include "align/search/blocks.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "align/search/region_search.h"
#include "align/search_space/corridor.h"

namespace thalign {
namespace {

/// Share of a block behind the boundary that the next one begins with, at least.
constexpr std::uint32_t kBeyond = 16;

/// A boundary between two beads of a block.
struct Cut {
  std::size_t beads = 0;  ///< before it; 0: none
  BoundaryPair at = {0, 0};
  double log_posterior = -std::numeric_limits<double>::infinity();
};

/// The last boundary up to source unit `last` that is certain, else the surest of the second half:
/// where nothing is certain, the first boundaries are the surest, and blocks would hardly move on.
/// It stands between two beads with text on both sides.
Cut best_cut(const Solution& solution, std::uint32_t last) {
  constexpr double kCertain = -1e-6;
  Cut best;
  auto likely = solution.likely.begin();
  for (std::size_t b = solution.beads.size(); b-- > 1;) {
    const Bead& bead = solution.beads[b];
    if (best.beads > 0 && bead.source.begin < last / 2) break;
    if (bead.source.begin > last || bead.is_null() || solution.beads[b - 1].is_null()) continue;
    const BoundaryPair at = {bead.source.begin, bead.target.begin};
    const auto behind = [&](const LikelyPair& pair) {
      return std::pair(pair.pair.source, pair.pair.target) > std::pair(at.source, at.target);
    };
    while (likely != solution.likely.end() && behind(*likely)) ++likely;
    if (likely == solution.likely.end()) break;
    if (likely->pair.source != at.source || likely->pair.target != at.target) continue;
    if (likely->log_posterior > best.log_posterior) best = {b, at, likely->log_posterior};
    if (best.log_posterior > kCertain) break;
  }
  return best;
}

class BlockSearch {
 public:
  BlockSearch(const SearchTexts& texts, const SearchOptions& options)
      : texts_(texts),
        source_(texts.source),
        target_(texts.target),
        options_(options),
        band_(find_wide_band(source_, target_, texts.forward)) {
    all_.beads.reserve(std::max(source_.units(), target_.units()));
  }

  Solution solve() {
    BoundaryPair from = {0, 0};
    bool grown = false;
    for (std::uint32_t size = options_.block; from.source < source_.units();) {
      const std::uint32_t left = source_.units() - from.source;
      const std::uint32_t units = size > left / 2 ? left : size;
      const bool is_last = units == left;
      const std::uint32_t source_end = from.source + units;
      const std::uint32_t target_end =
          is_last ? target_.units() : std::max(band_.row(source_end).last, from.target);
      const TextsPart part = part_of(texts_, {from.source, source_end}, {from.target, target_end});
      const SearchTexts texts = search_texts(part, texts_.model);
      RegionSearch region(texts, options_);
      if (!region.prepare() && !grown && size > kLeastBlock) {
        size /= 2;
        continue;
      }
      const Solution block = region.solve();
      if (is_last) {
        add_part(all_, block, block.beads.size(), from);
        return std::move(all_);
      }
      const Cut cut = best_cut(block, units - units / kBeyond);
      if (cut.beads == 0) {
        size *= 2;  // nothing but null beads, or nothing that is certain at all
        grown = true;
        continue;
      }
      size = options_.block;
      grown = false;
      add_part(all_, block, cut.beads, from);
      from = {from.source + cut.at.source, from.target + cut.at.target};
    }
    return std::move(all_);
  }

 private:
  const SearchTexts& texts_;
  const Features& source_;
  const Features& target_;
  SearchOptions options_;
  Corridor band_;  // where the texts go together, about
  Solution all_;
};

}  // namespace

Solution solve_in_blocks(const SearchTexts& texts, const SearchOptions& options) {
  return BlockSearch(texts, options).solve();
}

}  // namespace thalign
