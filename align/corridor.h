#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "align/features.h"
#include "align/links.h"

namespace thalign {

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

  Row row(std::uint32_t source) const { return rows_[source]; }
  bool contains(std::uint32_t source, std::uint32_t target) const {
    return rows_[source].first <= target && target <= rows_[source].last;
  }
  std::uint32_t source_units() const { return static_cast<std::uint32_t>(rows_.size() - 1); }
  std::uint32_t target_units() const { return rows_.back().last; }

  /// Number of pairs of boundaries inside.
  std::size_t cells() const { return offsets_.back(); }
  /// Number of a pair, 0 to `cells()` - 1. Requires: `contains(source, target)`.
  std::size_t cell(std::uint32_t source, std::uint32_t target) const {
    return offsets_[source] + target - rows_[source].first;
  }

 private:
  std::vector<Row> rows_;
  std::vector<std::size_t> offsets_;  // first cell of each row
};

/// How wide a corridor is around what it follows.
struct CorridorOptions {
  /// Pairs of boundaries up to which the corridor is everything.
  std::size_t full_cells = 1000;
  /// Characters on either side of a chain of links.
  std::uint32_t margin = 400;
};

/// A corridor along the best chain of links between rare words: points (source unit, target unit)
/// that ascend in both, with the highest sum of weights. Words that are rare in the whole texts
/// give a rough way, words that are rare near that the corridor. Between two points that others
/// near them confirm, it is the rectangle they span, with a margin around it; where that would be
/// large, a band around its diagonal. Time and memory linear in texts and corridor, but for
/// sorting.
Corridor find_corridor(const Features& source, const Features& target, const Links& forward,
                       const CorridorOptions& options = {});

/// The corridor, about five times as wide at the given source boundaries (ascending) and those near
/// them. Wide steps, since a search in a corridor that is too narrow is lost.
Corridor widen(const Corridor& corridor, std::span<const std::uint32_t> boundaries);

}  // namespace thalign
