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
  const TextsPart part =
      part_of(texts, {first.source.begin, last.source.end}, {first.target.begin, last.target.end});
  return solve(search_texts(part, texts.model));
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
                     .seams = {}};
  auto seam = solution.seams.cbegin();
  bool after_part = false;
  for (std::size_t b = 0; b < solution.beads.size();) {
    while (seam != solution.seams.cend() && *seam < b) ++seam;
    if (!chosen[b]) {
      if (after_part || (seam != solution.seams.cend() && *seam == b))
        result.seams.push_back(result.beads.size());
      after_part = false;
      result.beads.push_back(solution.beads[b++]);
      continue;
    }
    const Bead& first = solution.beads[b];
    while (b < solution.beads.size() && chosen[b]) ++b;
    const Solution part = solve_part(texts, first, solution.beads[b - 1]);
    add_part(result, part, part.beads.size(), {first.source.begin, first.target.begin});
    after_part = true;
  }
  return result;
}

}  // namespace thalign
