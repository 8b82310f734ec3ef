#include "align/search/fixed_beads.h"

#include <algorithm>
#include <utility>

#include "align/search/search_space.h"

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

UnitRange moved(UnitRange units, std::uint32_t from) {
  return {units.begin - from, units.end - from};
}

class Solver {
 public:
  Solver(Problem& problem, std::span<const FixedBead> fixed) : problem_(problem), fixed_(fixed) {}

  std::vector<Bead> beads() {
    Region region = {{0, 0}, {0, 0}};
    for (const FixedBead& bead : fixed_) {
      if (bead.source.empty() || bead.target.empty()) continue;
      region.source.end = bead.source.begin;
      region.target.end = bead.target.begin;
      solve(region);
      beads_.push_back(
          {bead.source, bead.target, problem_.scorer().score(bead.source, bead.target), 1.0});
      region = {{bead.source.end, 0}, {bead.target.end, 0}};
    }
    region.source.end = problem_.source().units();
    region.target.end = problem_.target().units();
    solve(region);
    return std::move(beads_);
  }

 private:
  void solve(const Region& region) {
    if (region.source.empty() && region.target.empty()) return;
    Features source = part_of(problem_.source(), region.source);
    Features target = part_of(problem_.target(), region.target);
    for (const FixedBead& bead : fixed_) {
      if (bead.target.empty() && region.source.contains(bead.source))
        fix_null(source, moved(bead.source, region.source.begin));
      if (bead.source.empty() && region.target.contains(bead.target))
        fix_null(target, moved(bead.target, region.target.begin));
    }
    SearchSpace space(source, target, problem_.forward(), problem_.backward(), problem_.model());
    for (Bead bead : space.solve().beads) {
      bead.source.begin += region.source.begin;
      bead.source.end += region.source.begin;
      bead.target.begin += region.target.begin;
      bead.target.end += region.target.begin;
      beads_.push_back(bead);
    }
  }

  Problem& problem_;
  std::span<const FixedBead> fixed_;
  std::vector<Bead> beads_;
};

}  // namespace

std::vector<Bead> solve_around(Problem& problem, std::span<const FixedBead> fixed) {
  return Solver(problem, fixed).beads();
}

}  // namespace thalign
