// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/corridor.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "align/evidence/occurrences.h"

namespace thalign {
namespace {

/// A word is rare if it occurs at most this often.
constexpr std::uint32_t kRare = 4;
/// Least probability of a link that makes points.
constexpr float kMinLinkProbability = 0.1F;
/// A point counts if another one of the chain lies within this many characters on either side, off
/// its diagonal by at most half of them.
constexpr double kNearby = 600.0;
/// Rectangles whose shorter side has more units than this are cut down to a band.
constexpr std::uint32_t kMaxSide = 160;
/// Boundaries nearer than this to one outside the corridor are near its edge.
constexpr std::uint32_t kNear = 2;

/// A pair of units that may go together.
struct Point {
  std::uint32_t source;
  std::uint32_t target;
  double weight;
};

/// The source units that can go together with target units near the middle of `targets`, a row of
/// the corridor.
UnitRange source_reach(const Corridor& corridor, UnitRange targets) {
  std::uint32_t first = 0;
  std::uint32_t count = corridor.source_units();
  const std::uint32_t middle = targets.begin + targets.size() / 2;
  const auto boundary = [&](auto before) {
    first = 0;
    count = corridor.source_units();
    while (count > 0) {
      const std::uint32_t half = count / 2;
      if (before(corridor.row(first + half))) {
        first += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    return first;
  };
  const std::uint32_t begin = boundary([&](Corridor::Row row) { return row.last < middle; });
  return {begin, boundary([&](Corridor::Row row) { return row.first <= middle; })};
}

/// All pairs of units inside `corridor` that a link joins between words that are rare there, by
/// source ascending, target descending.
std::vector<Point> points(const Features& source, const Features& target, const Links& links,
                          const Corridor& corridor) {
  const bool is_full =
      corridor.cells() == (source.units() + std::size_t{1}) * (target.units() + std::size_t{1});
  const std::uint32_t most = is_full ? kRare : Occurrences::kAll;
  Occurrences in_source(source, links.symbols(), most);
  Occurrences in_target(target, links.symbols(), most);
  std::vector<Point> found;
  for (std::uint32_t unit = 0; unit < source.units(); ++unit) {
    const UnitRange targets = {corridor.row(unit).first, corridor.row(unit + 1).last};
    const UnitRange sources = source_reach(corridor, targets);
    for (std::uint32_t t = source.token_begin[unit]; t < source.token_begin[unit + 1]; ++t) {
      const Symbol symbol = source.tokens[t];
      if (in_source.is_often(symbol) || links.of(symbol).empty()) continue;
      // The unit itself may lie outside where the corridor is steep.
      const std::size_t like =
          std::max<std::size_t>(in_source.first_of(symbol, sources, kRare + 1).size(), 1);
      if (like > kRare) continue;
      for (const Link& link : links.of(symbol)) {
        if (link.probability < kMinLinkProbability) continue;
        const std::span<const std::uint32_t> units =
            in_target.first_of(link.symbol, targets, kRare + 1);
        if (units.size() > kRare) continue;
        for (const std::uint32_t other : units) {
          found.push_back(
              {unit, other,
               static_cast<double>(link.probability) / static_cast<double>(like * units.size())});
        }
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Point& a, const Point& b) {
    return a.source != b.source ? a.source < b.source : a.target > b.target;
  });
  std::vector<Point> merged;
  for (const Point& point : found) {
    if (!merged.empty() && merged.back().source == point.source &&
        merged.back().target == point.target) {
      merged.back().weight += point.weight;
    } else {
      merged.push_back(point);
    }
  }
  return merged;
}

/// The points with the highest sum of weights that ascend in both texts. Units may be in several
/// points.
std::vector<Point> best_chain(const std::vector<Point>& points, std::uint32_t target_units) {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  struct Best {
    double weight = 0.0;
    std::uint32_t point = kNone;
  };
  // Fenwick tree of prefix maxima over target units.
  std::vector<Best> tree(target_units + std::size_t{1});
  std::vector<std::uint32_t> before(points.size());
  for (std::uint32_t p = 0; p < points.size(); ++p) {
    Best best;
    for (std::uint32_t t = points[p].target + 1; t > 0; t &= t - 1) {
      if (tree[t].weight > best.weight) best = tree[t];
    }
    before[p] = best.point;
    const Best mine = {best.weight + points[p].weight, p};
    for (std::uint32_t t = points[p].target + 1; t <= target_units; t += t & (~t + 1)) {
      if (mine.weight > tree[t].weight) tree[t] = mine;
    }
  }
  Best last;
  for (std::uint32_t t = target_units; t > 0; t &= t - 1) {
    if (tree[t].weight > last.weight) last = tree[t];
  }
  std::vector<Point> chain;
  for (std::uint32_t p = last.point; p != kNone; p = before[p]) chain.push_back(points[p]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// Draws rows into a corridor.
class Painter {
 public:
  Painter(const Features& source, const Features& target, std::uint32_t margin)
      : source_(source),
        target_(target),
        margin_(margin),
        rows_(source.units() + std::size_t{1}, {target.units(), 0}) {}

  /// The rectangle between two points, each a pair of units, or a band around its diagonal.
  void join(UnitRange source, UnitRange target) {
    const UnitRange sources = with_margin(source_, source);
    const UnitRange targets = with_margin(target_, target);
    if (std::min(sources.size(), targets.size()) <= kMaxSide) {
      for (std::uint32_t i = sources.begin; i <= sources.end; ++i) add(i, targets);
      return;
    }
    const double slope = static_cast<double>(target_.characters_in(targets)) /
                         std::max(1U, source_.characters_in(sources));
    const std::uint32_t first_character = target_.characters[targets.begin];
    for (std::uint32_t i = sources.begin; i <= sources.end; ++i) {
      const double along = slope * source_.characters_in({sources.begin, i});
      const std::uint32_t j =
          boundary_at(target_, first_character + static_cast<std::uint32_t>(along));
      const std::uint32_t half = kMaxSide / 2;
      add(i, {std::max(j, targets.begin + half) - half, std::min(j + half, targets.end)});
    }
    add(sources.begin, {targets.begin, targets.begin});
    add(sources.end, {targets.end, targets.end});
  }

  Corridor corridor() && { return Corridor(joined_rows(std::move(rows_), target_.units())); }

 private:
  static std::uint32_t boundary_at(const Features& text, std::uint32_t characters) {
    const auto found = std::lower_bound(text.characters.begin(), text.characters.end(), characters);
    return static_cast<std::uint32_t>(
        std::min(found - text.characters.begin(), std::ptrdiff_t{text.units()}));
  }

  UnitRange with_margin(const Features& text, UnitRange units) const {
    const std::uint32_t begin = text.characters[units.begin];
    const std::uint32_t first = boundary_at(text, begin > margin_ ? begin - margin_ : 0);
    return {first, boundary_at(text, text.characters[units.end] + margin_)};
  }

  void add(std::uint32_t i, UnitRange targets) {
    rows_[i].first = std::min(rows_[i].first, targets.begin);
    rows_[i].last = std::max(rows_[i].last, targets.end);
  }

  const Features& source_;
  const Features& target_;
  std::uint32_t margin_;
  std::vector<Corridor::Row> rows_;
};

/// Whether two points of a chain are near each other and on about the same diagonal.
bool confirm(const Point& a, const Point& b, const Features& source, const Features& target,
             double slope) {
  const double along = slope * source.characters_in({a.source, b.source});
  const double across = target.characters_in({a.target, b.target});
  return (a.source != b.source || a.target != b.target) && along < slope * kNearby &&
         across < slope * kNearby && std::abs(along - across) < kNearby / 2;
}

/// The points that another one near them confirms.
std::vector<Point> confirmed(const std::vector<Point>& chain, const Features& source,
                             const Features& target) {
  const double slope =
      static_cast<double>(target.characters.back()) / std::max(1U, source.characters.back());
  std::vector<Point> kept;
  for (std::size_t p = 0; p < chain.size(); ++p) {
    const bool before = p > 0 && confirm(chain[p - 1], chain[p], source, target, slope);
    const bool after =
        p + 1 < chain.size() && confirm(chain[p], chain[p + 1], source, target, slope);
    if (before && after) kept.push_back(chain[p]);
  }
  return kept;
}

bool is_near_edge(const Corridor& corridor, BoundaryPair pair) {
  const auto [source, target] = pair;
  const Corridor::Row row = corridor.row(source);
  const std::uint32_t above = source - std::min(source, kNear);
  const std::uint32_t below = std::min(source + kNear, corridor.source_units());
  return target - row.first < std::min(kNear, row.first) ||
         row.last - target < std::min(kNear, corridor.target_units() - row.last) ||
         !corridor.contains(above, target) || !corridor.contains(below, target);
}

/// A corridor along the best chain of `points`.
Corridor follow(const Features& source, const Features& target, const std::vector<Point>& points,
                std::uint32_t margin) {
  const std::vector<Point> chain = confirmed(best_chain(points, target.units()), source, target);
  Painter painter(source, target, margin);
  Point last = {0, 0, 0.0};
  for (const Point& point : chain) {
    painter.join({last.source, point.source + 1}, {last.target, point.target + 1});
    last = point;
  }
  painter.join({last.source, source.units()}, {last.target, target.units()});
  return std::move(painter).corridor();
}

}  // namespace

std::vector<Corridor::Row> joined_rows(std::vector<Corridor::Row> rows,
                                       std::uint32_t target_units) {
  rows.front().first = 0;
  rows.back().last = target_units;
  for (std::size_t i = rows.size() - 1; i-- > 0;)
    rows[i].first = std::min(rows[i].first, rows[i + 1].first);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].last = std::max(rows[i].last, rows[i - 1].last);
    // A steep band moves by more than its width.
    rows[i - 1].last = std::max(rows[i - 1].last, rows[i].first);
  }
  return rows;
}

Corridor find_wide_band(const Features& source, const Features& target, const Links& forward,
                        std::uint32_t margin) {
  const Corridor full = Corridor::full(source.units(), target.units());
  return follow(source, target, points(source, target, forward, full), margin);
}

Corridor find_corridor(const Features& source, const Features& target, const Links& forward,
                       const SearchOptions& options) {
  const std::size_t cells = (source.units() + std::size_t{1}) * (target.units() + std::size_t{1});
  if (cells <= options.full_cells || source.units() == 0 || target.units() == 0)
    return Corridor::full(source.units(), target.units());
  const Corridor wide =
      find_wide_band(source, target, forward, std::max(kWideMargin, options.margin));
  return follow(source, target, points(source, target, forward, wide), options.margin);
}

std::vector<std::uint32_t> near_edge(const Corridor& corridor,
                                     std::span<const BoundaryPair> pairs) {
  std::vector<std::uint32_t> found;
  for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
    if (!found.empty() && found.back() == pair->source) continue;
    if (is_near_edge(corridor, *pair)) found.push_back(pair->source);
  }
  return found;
}

Corridor widen(const Corridor& corridor, std::span<const std::uint32_t> boundaries) {
  constexpr std::uint32_t kLeastGrowth = 8;
  std::vector<Corridor::Row> rows;
  for (std::uint32_t i = 0; i <= corridor.source_units(); ++i) rows.push_back(corridor.row(i));
  const auto units = static_cast<std::uint32_t>(rows.size() - 1);
  for (const std::uint32_t boundary : boundaries) {
    const Corridor::Row row = corridor.row(boundary);
    const std::uint32_t growth = std::max(kLeastGrowth, 2 * (row.last - row.first));
    const Corridor::Row wider = {std::max(row.first, growth) - growth,
                                 std::min(row.last + growth, corridor.target_units())};
    const std::uint32_t last = std::min(units, boundary + growth);
    for (std::uint32_t i = std::max(boundary, growth) - growth; i <= last; ++i) {
      rows[i] = {std::min(rows[i].first, wider.first), std::max(rows[i].last, wider.last)};
    }
  }
  for (std::size_t i = units; i-- > 0;) rows[i].first = std::min(rows[i].first, rows[i + 1].first);
  for (std::size_t i = 1; i <= units; ++i) rows[i].last = std::max(rows[i].last, rows[i - 1].last);
  return Corridor(std::move(rows));
}

}  // namespace thalign
