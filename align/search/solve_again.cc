// SPDX-License-Identifier: Apache-2.0
#include "align/search/solve_again.h"

#include <algorithm>
#include <utility>

#include "align/search/solve.h"

namespace thalign {
namespace {

/// Beads on either side of a changed one that are searched again with it: up to the first that is
/// sure, and no more than `kMostAround`.
constexpr std::size_t kMostAround = 3;
constexpr double kSure = 0.6;

/// Which beads are searched again.
std::vector<bool> around(const std::vector<Bead>& beads, const std::vector<bool>& is_changed) {
  std::vector<bool> chosen = is_changed;
  for (std::size_t b = 0; b < beads.size(); ++b) {
    if (!is_changed[b]) continue;
    for (std::size_t n = 1; n <= std::min(kMostAround, b); ++n) {
      chosen[b - n] = true;
      if (beads[b - n].confidence >= kSure) break;
    }
    for (std::size_t n = 1; n <= std::min(kMostAround, beads.size() - 1 - b); ++n) {
      chosen[b + n] = true;
      if (beads[b + n].confidence >= kSure) break;
    }
  }
  return chosen;
}

/// Solves the part of the texts that neighbouring beads cover.
Solution solve_part(const SearchTexts& texts, const Bead& first, const Bead& last) {
  const Features source = part_of(texts.source, {first.source.begin, last.source.end});
  const Features target = part_of(texts.target, {first.target.begin, last.target.end});
  Solution part = solve({source, target, texts.forward, texts.backward, texts.model});
  for (Bead& bead : part.beads) {
    bead.source = {bead.source.begin + first.source.begin, bead.source.end + first.source.begin};
    bead.target = {bead.target.begin + first.target.begin, bead.target.end + first.target.begin};
  }
  return part;
}

}  // namespace

Solution solve_again(const SearchTexts& texts, Solution solution,
                     const std::vector<bool>& is_changed) {
  const std::vector<bool> chosen = around(solution.beads, is_changed);
  Solution result = {.beads = {},
                     .source_ends = {},
                     .target_ends = {},
                     .source_null = {},
                     .target_null = {},
                     .likely = {},
                     .statistics = solution.statistics,
                     .in_parts = solution.in_parts};
  for (std::size_t b = 0; b < solution.beads.size();) {
    if (!chosen[b]) {
      result.beads.push_back(solution.beads[b++]);
      continue;
    }
    const std::size_t first = b;
    while (b < solution.beads.size() && chosen[b]) ++b;
    const Solution part = solve_part(texts, solution.beads[first], solution.beads[b - 1]);
    result.beads.insert(result.beads.end(), part.beads.begin(), part.beads.end());
    result.statistics += part.statistics;
    result.in_parts = true;
  }
  return result;
}

}  // namespace thalign
