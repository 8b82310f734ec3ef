// SPDX-License-Identifier: Apache-2.0
#include "align/search/fixed_beads.h"

#include <algorithm>
#include <utility>

#include "align/search/solve.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"

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
      : texts_(texts),
        fixed_(fixed),
        everything_(Corridor::full(texts.source.units(), texts.target.units())),
        none_({}, texts.source.units()),
        scorer_(texts.source, texts.target, texts.forward, texts.backward, everything_, texts.model,
                &none_) {}

  Solution solve() {
    Region region = {{0, 0}, {0, 0}};
    for (const FixedBead& bead : fixed_) {
      if (bead.source.empty() || bead.target.empty()) continue;
      region.source.end = bead.source.begin;
      region.target.end = bead.target.begin;
      add(region);
      if (!solution_.beads.empty()) solution_.seams.push_back(solution_.beads.size());
      solution_.beads.push_back(
          {bead.source, bead.target, scorer_.score(bead.source, bead.target), 1.0});
      region = {{bead.source.end, 0}, {bead.target.end, 0}};
    }
    region.source.end = texts_.source.units();
    region.target.end = texts_.target.units();
    add(region);
    return std::move(solution_);
  }

 private:
  /// Searches a region and adds its beads.
  void add(const Region& region) {
    if (region.source.empty() && region.target.empty()) return;
    TextsPart texts = part_of(texts_, region.source, region.target);
    for (const FixedBead& bead : fixed_) {
      if (bead.target.empty() && region.source.contains(bead.source))
        fix_null(texts.source(), bead.source.counted_from(region.source.begin));
      if (bead.source.empty() && region.target.contains(bead.target))
        fix_null(texts.target(), bead.target.counted_from(region.target.begin));
    }
    const Solution part = thalign::solve(search_texts(texts, texts_.model));
    add_part(solution_, part, part.beads.size(), {region.source.begin, region.target.begin});
  }

  const SearchTexts& texts_;
  std::span<const FixedBead> fixed_;
  Corridor everything_;
  BeadList none_;
  BeadScorer scorer_;  // of the fixed beads
  Solution solution_;
};

}  // namespace

Solution solve_around(const SearchTexts& texts, std::span<const FixedBead> fixed) {
  return RegionsBetween(texts, fixed).solve();
}

}  // namespace thalign
