#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"

namespace thalign {

/// Where a bead with text on both sides may stand.
struct BeadPlace {
  std::uint32_t source_end;
  std::uint32_t target_begin;
  std::uint32_t target_end;
};

/// The part of the search space that is looked at: for each source boundary (0 is before the first
/// unit, n after the last) the target boundaries a path may pass through together with it.
///
///     target  0 1 2 3 4
///     source 0  * * .  . .      * inside, . outside; both ends of each row ascend,
///            1  * * *  . .      (0, 0) and (n, m) are inside, and neighbouring rows
///            2  . * *  * .      share a boundary, so that a path always exists
///            3  . . .  * *
class Corridor {
 public:
  /// Target boundaries [first, last] of a source boundary, both inside.
  struct Row {
    std::uint32_t first;
    std::uint32_t last;
  };

  /// Everything: all boundaries of `target_units` units for each boundary of `source_units`.
  static Corridor full(std::uint32_t source_units, std::uint32_t target_units) {
    return Corridor(std::vector<Row>(source_units + std::size_t{1}, Row{0, target_units}));
  }

  /// Requires: rows as drawn above.
  explicit Corridor(std::vector<Row> rows) : rows_(std::move(rows)) {
    offsets_.reserve(rows_.size() + 1);
    offsets_.push_back(0);
    for (const Row row : rows_) offsets_.push_back(offsets_.back() + row.last - row.first + 1);
  }

  /// Of the beads inside only `beads`, those of source unit i from `begin[i]` to `begin[i + 1]`,
  /// ascending by source end, target begin, target end. Requires: both ends of each are inside.
  Corridor(std::vector<Row> rows, std::vector<BeadPlace> beads, std::vector<std::uint32_t> begin)
      : Corridor(std::move(rows)) {
    beads_ = std::move(beads);
    beads_begin_ = std::move(begin);
  }

  Row row(std::uint32_t source) const { return rows_[source]; }
  bool contains(std::uint32_t source, std::uint32_t target) const {
    return rows_[source].first <= target && target <= rows_[source].last;
  }
  std::uint32_t source_units() const { return static_cast<std::uint32_t>(rows_.size() - 1); }
  std::uint32_t target_units() const { return rows_.back().last; }

  /// Whether only some of the beads inside are looked at.
  bool has_beads() const { return !beads_begin_.empty(); }
  /// How many; 0 if all are.
  std::size_t beads() const { return beads_.size(); }
  /// Those that begin with a source unit. Requires: `has_beads()`.
  std::span<const BeadPlace> beads_from(std::uint32_t source) const {
    return std::span(beads_).subspan(beads_begin_[source],
                                     beads_begin_[source + 1] - beads_begin_[source]);
  }

  /// Number of pairs of boundaries inside.
  std::size_t cells() const { return offsets_.back(); }
  /// Number of a pair, 0 to `cells()` - 1. Requires: `contains(source, target)`.
  std::size_t cell(std::uint32_t source, std::uint32_t target) const {
    return offsets_[source] + target - rows_[source].first;
  }

 private:
  std::vector<Row> rows_;
  std::vector<BeadPlace> beads_;            // by first source unit; all if `beads_begin_` is empty
  std::vector<std::uint32_t> beads_begin_;  // of each source unit, one more at the end
  std::vector<std::size_t> offsets_;        // first cell of each row
};

/// A pair of boundaries, one of each text.
struct BoundaryPair {
  std::uint32_t source;
  std::uint32_t target;
};

/// Makes rows that cover some pairs of boundaries those of a corridor: lets both ends ascend and
/// neighbours touch. Rows without a pair are {target units, 0}.
std::vector<Corridor::Row> joined_rows(std::vector<Corridor::Row> rows, std::uint32_t target_units);

/// How wide a corridor is around what it follows.
struct CorridorOptions {
  /// Pairs of boundaries up to which the corridor is everything.
  std::size_t full_cells = 20'000;
  /// Characters on either side of a chain of links.
  std::uint32_t margin = 400;
  /// Nats below the best path of a rough search up to which pairs of boundaries are looked at;
  /// infinite for all.
  float rough_margin = 30.0F;
  /// Spans per source unit times target boundaries up to which a rough search costs more than it
  /// saves.
  double narrow = 120.0;
  /// Source units that are searched at once; texts of twice as many on both sides are searched
  /// piece by piece. `kNoPieces`: never.
  std::uint32_t piece = 8192;
  static constexpr std::uint32_t kNoPieces = std::numeric_limits<std::uint32_t>::max();
  /// Memory that the search of one piece may take. What is searched is cut down to the likeliest
  /// pairs and beads where it would take more.
  std::size_t bytes = 720'000'000;
};

/// A corridor along the best chain of links between rare words: points (source unit, target unit)
/// that ascend in both, with the highest sum of weights. Words that are rare in the whole texts
/// give a rough way, words that are rare near that the corridor. Between two points that others
/// near them confirm, it is the rectangle they span, with a margin around it; where that would be
/// large, a band around its diagonal. Time and memory linear in texts and corridor, but for
/// sorting.
Corridor find_corridor(const Features& source, const Features& target, const Links& forward,
                       const CorridorOptions& options = {});

/// Characters on either side of the rough way.
inline constexpr std::uint32_t kRoughMargin = 2000;
/// The rough way of `find_corridor` alone.
Corridor find_rough_way(const Features& source, const Features& target, const Links& forward,
                        std::uint32_t margin = kRoughMargin);

/// Source boundaries, ascending, of those of `pairs`, descending by source, that come near an edge
/// of `corridor` beyond which there are other boundaries.
std::vector<std::uint32_t> near_edge(const Corridor& corridor, std::span<const BoundaryPair> pairs);

/// The corridor, about five times as wide at the given source boundaries (ascending) and those near
/// them. Wide steps, since a search in a corridor that is too narrow is lost.
Corridor widen(const Corridor& corridor, std::span<const std::uint32_t> boundaries);

}  // namespace thalign
