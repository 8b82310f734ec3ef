// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/search_space/search_options.h"

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

/// A pair of boundaries, one of each text.
struct BoundaryPair {
  std::uint32_t source;
  std::uint32_t target;
};

/// Makes rows that cover some pairs of boundaries those of a corridor: lets both ends ascend and
/// neighbours touch. Rows without a pair are {target units, 0}.
std::vector<Corridor::Row> joined_rows(std::vector<Corridor::Row> rows, std::uint32_t target_units);

/// A corridor along the anchor chain: points (source unit, target unit) that a link joins between
/// rare words, ascending in both texts, with the highest sum of weights. Words that are rare in the
/// whole texts give a wide band (`find_wide_band`), words that are rare inside it the corridor.
/// Between two points that others near them confirm, it is the rectangle they span, with a margin
/// around it; where that would be large, a band around its diagonal. Time and memory linear in
/// texts and corridor, but for sorting.
Corridor find_corridor(const Features& source, const Features& target, const Links& forward,
                       const SearchOptions& options = {});

/// Characters of the wide band on either side of its chain.
inline constexpr std::uint32_t kWideMargin = 2000;
/// The band along the chain of words that are rare in the whole texts.
Corridor find_wide_band(const Features& source, const Features& target, const Links& forward,
                        std::uint32_t margin = kWideMargin);

/// Source boundaries, ascending, of those of `pairs`, descending by source, that come near an edge
/// of `corridor` beyond which there are other boundaries.
std::vector<std::uint32_t> near_edge(const Corridor& corridor, std::span<const BoundaryPair> pairs);

/// The corridor, about five times as wide at the given source boundaries (ascending) and those near
/// them. Wide steps, since a search in a corridor that is too narrow is lost.
Corridor widen(const Corridor& corridor, std::span<const std::uint32_t> boundaries);

}  // namespace thalign
