// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "eval/evaluation.h"

// Spans of positions and rectangles of cells as sets, for the measures of evaluation.cc. Not
// installed.

namespace thalign::coverage {

using Span = ScoredBead::Span;

/// A non-null bead: the cells source x target.
struct Rectangle {
  Span source, target;
  friend bool operator==(const Rectangle&, const Rectangle&) = default;
  friend auto operator<=>(const Rectangle&, const Rectangle&) = default;
};

inline std::int64_t overlap(Span a, Span b) {
  const std::int64_t begin = std::max(a.begin, b.begin);
  const std::int64_t end = std::min(a.end, b.end);
  return std::max<std::int64_t>(0, end - begin);
}

inline std::int64_t common_area(const Rectangle& a, const Rectangle& b) {
  return overlap(a.source, b.source) * overlap(a.target, b.target);
}

inline std::int64_t area(const Rectangle& a) { return common_area(a, a); }

inline std::vector<Span> joined(std::vector<Span> a, const std::vector<Span>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// Number of positions covered by at least one of `spans`.
inline double covered(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  double result = 0;
  std::uint32_t reached = 0;
  for (const Span span : spans) {
    const std::uint32_t begin = std::max(span.begin, reached);
    if (span.end <= begin) continue;
    result += span.end - begin;
    reached = span.end;
  }
  return result;
}

/// Positions covered by either side, compared as sets.
inline Counts compare_coverage(const std::vector<Span>& gold, const std::vector<Span>& system) {
  const double gold_size = covered(gold);
  const double system_size = covered(system);
  const double common = gold_size + system_size - covered(joined(gold, system));
  return {common, system_size, common, gold_size};
}

/// Finds the rectangles that share a cell with another, in time of those that share a source
/// position.
class OverlapIndex {
 public:
  explicit OverlapIndex(const std::vector<Rectangle>& rectangles) {
    entries_.reserve(rectangles.size());
    for (std::size_t i = 0; i < rectangles.size(); ++i) entries_.push_back({rectangles[i], i, 0});
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.rectangle < b.rectangle; });
    std::uint32_t reached = 0;
    for (Entry& entry : entries_) {
      entry.reached = reached = std::max(reached, entry.rectangle.source.end);
    }
  }

  /// Calls `visit(index of the rectangle, common area)` for each rectangle that shares a cell with
  /// `query`.
  template <typename Visit>
  void visit_overlapping(const Rectangle& query, Visit visit) const {
    auto it = std::partition_point(entries_.begin(), entries_.end(), [&](const Entry& entry) {
      return entry.rectangle.source.begin < query.source.end;
    });
    while (it != entries_.begin() && (--it)->reached > query.source.begin) {
      const std::int64_t common = common_area(it->rectangle, query);
      if (common > 0) visit(it->index, common);
    }
  }

  bool overlaps(const Rectangle& query) const {
    bool found = false;
    visit_overlapping(query, [&](std::size_t, std::int64_t) { found = true; });
    return found;
  }

 private:
  struct Entry {
    Rectangle rectangle;
    std::size_t index;
    std::uint32_t reached;  // largest source end up to here
  };
  std::vector<Entry> entries_;
};

/// Walks over the source axis and knows the target spans of the rectangles at the current position.
class TargetSweep {
 public:
  explicit TargetSweep(std::vector<Rectangle> rectangles) : waiting_(std::move(rectangles)) {
    std::sort(waiting_.begin(), waiting_.end());
  }

  /// Requires: positions do not descend from call to call.
  std::vector<Span> targets_at(std::uint32_t position) {
    std::erase_if(active_, [&](const Rectangle& r) { return r.source.end <= position; });
    for (; next_ < waiting_.size() && waiting_[next_].source.begin <= position; ++next_) {
      active_.push_back(waiting_[next_]);
    }
    std::vector<Span> result;
    result.reserve(active_.size());
    for (const Rectangle& rectangle : active_) result.push_back(rectangle.target);
    return result;
  }

 private:
  std::vector<Rectangle> waiting_, active_;
  std::size_t next_ = 0;
};

/// Cells covered by either side, compared as sets.
inline Counts compare_cells(const std::vector<Rectangle>& gold,
                            const std::vector<Rectangle>& system) {
  std::vector<std::uint32_t> edges;
  for (const auto* side : {&gold, &system}) {
    for (const Rectangle& rectangle : *side) {
      edges.push_back(rectangle.source.begin);
      edges.push_back(rectangle.source.end);
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  TargetSweep gold_sweep(gold);
  TargetSweep system_sweep(system);
  Counts result;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double width = edges[i + 1] - edges[i];
    const Counts column =
        compare_coverage(gold_sweep.targets_at(edges[i]), system_sweep.targets_at(edges[i]));
    result += {width * column.right_system, width * column.system, width * column.right_gold,
               width * column.gold};
  }
  return result;
}

}  // namespace thalign::coverage
