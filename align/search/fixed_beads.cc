// SPDX-License-Identifier: Apache-2.0
#include "align/search/fixed_beads.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "align/search/bead_scores.h"
#include "align/search/solve.h"

namespace thalign {
namespace {

/// Makes `units` a null bead of their own: no other bead has them, and null beads end before and
/// after them, but not inside.
void fix_null(Features& text, UnitRange units) {
  constexpr float kEnd = 1.0F;
  text.null_only.resize(text.units());
  for (std::uint32_t unit = units.begin; unit < units.end; ++unit) {
    text.null_only[unit] = true;
    float& after = text.sentence_odds[unit];
    after = unit + 1 == units.end ? std::max(after, kEnd) : std::min(after, 0.0F);
  }
  if (units.begin > 0) {
    float& before = text.sentence_odds[units.begin - 1];
    before = std::max(before, kEnd);
  }
}

/// What lies between two fixed beads.
struct Region {
  UnitRange source, target;
};

class RegionsBetween {
 public:
  RegionsBetween(const SearchTexts& texts, std::span<const FixedBead> fixed)
      : texts_(texts), fixed_(fixed) {
    for (const FixedBead& bead : fixed) {
      if (bead.target.empty()) null_source_.push_back(bead.source);
      if (bead.source.empty()) null_target_.push_back(bead.target);
    }
    std::ranges::sort(null_source_);
    std::ranges::sort(null_target_);
  }

  Solution solve() {
    Region region = {{0, 0}, {0, 0}};
    for (const FixedBead& bead : fixed_) {
      if (bead.source.empty() || bead.target.empty()) continue;
      region.source.end = bead.source.begin;
      region.target.end = bead.target.begin;
      add(region);
      // Both its ends are seams, so that its score is found there.
      if (!solution_.beads.empty()) solution_.seams.push_back(solution_.beads.size());
      solution_.beads.push_back({bead.source, bead.target, 0.0, 1.0});
      region = {{bead.source.end, 0}, {bead.target.end, 0}};
    }
    region.source.end = texts_.source.units();
    region.target.end = texts_.target.units();
    add(region);
    if (solution_.seams.empty() && !solution_.beads.empty()) solution_.seams.push_back(0);
    return std::move(solution_);
  }

 private:
  /// Searches a region and adds its beads.
  void add(const Region& region) {
    if (region.source.empty() && region.target.empty()) return;
    TextsPart texts = part_of(texts_, region.source, region.target);
    fix_nulls(texts.source(), region.source, null_source_);
    fix_nulls(texts.target(), region.target, null_target_);
    const Solution part = thalign::solve(search_texts(texts, texts_.model));
    add_part(solution_, part, part.beads.size(), {region.source.begin, region.target.begin});
  }

  /// Fixes those of `nulls`, which ascend, that lie in `units`, which `text` is.
  static void fix_nulls(Features& text, UnitRange units, const std::vector<UnitRange>& nulls) {
    auto null = std::ranges::lower_bound(nulls, units.begin, {}, &UnitRange::begin);
    for (; null != nulls.end() && null->begin < units.end; ++null) {
      if (units.contains(*null)) fix_null(text, null->counted_from(units.begin));
    }
  }

  const SearchTexts& texts_;
  std::span<const FixedBead> fixed_;
  std::vector<UnitRange> null_source_, null_target_;  // ascending
  Solution solution_;
};

}  // namespace

Solution solve_around(const SearchTexts& texts, std::span<const FixedBead> fixed) {
  Solution solution = RegionsBetween(texts, fixed).solve();
  score_at_seams(texts, solution);
  return solution;
}

}  // namespace thalign
