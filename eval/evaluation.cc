// SPDX-License-Identifier: Apache-2.0
#include "eval/evaluation.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "eval/coverage.h"
#include "text/segmented_text.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

using coverage::area;
using coverage::common_area;
using coverage::compare_cells;
using coverage::compare_coverage;
using coverage::covered;
using coverage::joined;
using coverage::OverlapIndex;
using coverage::Rectangle;
using coverage::Span;

std::optional<Span> unless_empty(std::optional<Span> span) {
  return span && span->begin < span->end ? span : std::nullopt;
}

std::vector<Rectangle> rectangles(std::span<const ScoredBead> beads) {
  std::vector<Rectangle> result;
  for (const ScoredBead& bead : beads) {
    if (bead.source && bead.target) result.push_back({*bead.source, *bead.target});
  }
  return result;
}

Counts strict_counts(const std::vector<Rectangle>& gold, const std::vector<Rectangle>& system) {
  const std::set<Rectangle> gold_set(gold.begin(), gold.end());
  const std::set<Rectangle> system_set(system.begin(), system.end());
  Counts result;
  result.system = static_cast<double>(system.size());
  result.gold = static_cast<double>(gold_set.size());
  for (const Rectangle& bead : system) result.right_system += gold_set.contains(bead) ? 1 : 0;
  for (const Rectangle& bead : gold_set) result.right_gold += system_set.contains(bead) ? 1 : 0;
  return result;
}

Counts lax_counts(const std::vector<Rectangle>& gold, const std::vector<Rectangle>& system) {
  const OverlapIndex gold_index(gold);
  const OverlapIndex system_index(system);
  Counts result;
  result.system = static_cast<double>(system.size());
  result.gold = static_cast<double>(gold.size());
  for (const Rectangle& bead : system) result.right_system += gold_index.overlaps(bead) ? 1 : 0;
  for (const Rectangle& bead : gold) result.right_gold += system_index.overlaps(bead) ? 1 : 0;
  return result;
}

Counts comp_counts(std::vector<Rectangle> gold, const std::vector<Rectangle>& system) {
  using Corner = std::pair<std::uint32_t, std::uint32_t>;
  std::sort(gold.begin(), gold.end());
  std::map<Corner, std::uint32_t> begins, ends;  // corner -> number of the gold bead
  for (std::uint32_t i = 0; i < gold.size(); ++i) {
    begins[{gold[i].source.begin, gold[i].target.begin}] = i;
    ends[{gold[i].source.end, gold[i].target.end}] = i;
  }
  Counts result;
  result.system = static_cast<double>(system.size());
  result.gold = static_cast<double>(gold.size());
  std::vector<Span> found;
  for (const Rectangle& bead : system) {
    const auto first = begins.find({bead.source.begin, bead.target.begin});
    const auto last = ends.find({bead.source.end, bead.target.end});
    if (first == begins.end() || last == ends.end() || first->second > last->second) continue;
    result.right_system += 1;
    found.push_back({first->second, last->second + 1});
  }
  result.right_gold = covered(found);
  return result;
}

struct SoftCounts {
  Counts soft, softm;
};

SoftCounts soft_counts(const std::vector<Rectangle>& gold, const std::vector<Rectangle>& system,
                       const std::vector<Rectangle>& optional) {
  const OverlapIndex index(gold);
  std::vector<std::int64_t> found_of_gold(gold.size(), 0);
  std::int64_t found = 0;
  std::int64_t system_area = 0;
  std::int64_t gold_area = 0;
  Counts softm{0, static_cast<double>(system.size()), 0, static_cast<double>(gold.size())};
  for (const Rectangle& bead : system) {
    std::int64_t counted = area(bead);
    for (const Rectangle& other : optional) counted -= common_area(bead, other);
    std::int64_t right = 0;
    index.visit_overlapping(bead, [&](std::size_t i, std::int64_t common) {
      right += common;
      found_of_gold[i] += common;
    });
    found += right;
    system_area += counted;
    if (counted > 0)
      softm.right_system += static_cast<double>(right) / static_cast<double>(counted);
  }
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const std::int64_t size = area(gold[i]);
    gold_area += size;
    softm.right_gold +=
        std::min(1.0, static_cast<double>(found_of_gold[i]) / static_cast<double>(size));
  }
  const auto right = static_cast<double>(found);
  return {{right, static_cast<double>(system_area), right, static_cast<double>(gold_area)}, softm};
}

/// Positions of one side without a counterpart.
Counts null_counts(std::uint32_t size, Span Rectangle::*side, const std::vector<Rectangle>& gold,
                   const std::vector<Rectangle>& system, const std::vector<Span>& ignored) {
  const auto spans_of = [side](const std::vector<Rectangle>& beads) {
    std::vector<Span> spans;
    spans.reserve(beads.size());
    for (const Rectangle& bead : beads) spans.push_back(bead.*side);
    return spans;
  };
  const std::vector<Span> gold_linked = joined(spans_of(gold), ignored);
  const std::vector<Span> system_linked = joined(spans_of(system), ignored);
  const double both_null = size - covered(joined(gold_linked, system_linked));
  return {both_null, size - covered(system_linked), both_null, size - covered(gold_linked)};
}

/// Element i: non-white-space characters among the first i code points of `text`.
std::vector<std::uint32_t> non_space_counts(std::string_view text) {
  std::vector<std::uint32_t> counts{0};
  counts.reserve(text.size() / 2 + 1);
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k) {
      character = (character << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    counts.push_back(counts.back() + (is_space(character) ? 0 : 1));
    i += length;
  }
  return counts;
}

/// `span` in counts of non-white-space characters.
std::optional<Span> without_space(std::optional<Span> span,
                                  const std::vector<std::uint32_t>& counts) {
  if (!span) return std::nullopt;
  const std::size_t last = counts.size() - 1;
  return unless_empty(Span{counts[std::min<std::size_t>(span->begin, last)],
                           counts[std::min<std::size_t>(span->end, last)]});
}

bool inside(std::optional<Span> inner, std::optional<Span> outer) {
  if (!inner) return true;
  return outer && outer->begin <= inner->begin && inner->end <= outer->end;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  right_system += other.right_system;
  system += other.system;
  right_gold += other.right_gold;
  gold += other.gold;
  return *this;
}

double Counts::precision() const {
  if (system == 0) return gold == 0 ? 1 : 0;
  return right_system / system;
}

double Counts::recall() const { return gold == 0 ? 1 : right_gold / gold; }

double Counts::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

UnitEvaluation& UnitEvaluation::operator+=(const UnitEvaluation& other) {
  strict += other.strict;
  lax += other.lax;
  pairs += other.pairs;
  null += other.null;
  return *this;
}

SpanEvaluation& SpanEvaluation::operator+=(const SpanEvaluation& other) {
  strict += other.strict;
  comp += other.comp;
  softm += other.softm;
  soft += other.soft;
  null_source += other.null_source;
  null_target += other.null_target;
  return *this;
}

UnitEvaluation evaluate_units(std::span<const ScoredBead> gold,
                              std::span<const ScoredBead> system) {
  using Key = std::pair<std::optional<Span>, std::optional<Span>>;
  const auto key_of = [](const ScoredBead& bead) {
    return Key{unless_empty(bead.source), unless_empty(bead.target)};
  };
  std::set<Key> optional;
  for (const ScoredBead& bead : gold) {
    if (bead.optional) optional.insert(key_of(bead));
  }
  const auto counted = [&](std::span<const ScoredBead> beads) {
    std::vector<ScoredBead> result;
    for (const ScoredBead& bead : beads) {
      const Key key = key_of(bead);
      if (!optional.contains(key)) result.push_back({key.first, key.second});
    }
    return result;
  };
  const auto null_spans = [](std::span<const ScoredBead> beads, auto side, auto other) {
    std::vector<Span> result;
    for (const ScoredBead& bead : beads) {
      if (bead.*side && !(bead.*other)) result.push_back(*(bead.*side));
    }
    return result;
  };

  const std::vector<ScoredBead> counted_gold = counted(gold);
  const std::vector<ScoredBead> counted_system = counted(system);
  std::vector<Rectangle> gold_beads = rectangles(counted_gold);
  std::sort(gold_beads.begin(), gold_beads.end());
  gold_beads.erase(std::unique(gold_beads.begin(), gold_beads.end()), gold_beads.end());
  const std::vector<Rectangle> system_beads = rectangles(counted_system);

  UnitEvaluation result;
  result.strict = strict_counts(gold_beads, system_beads);
  result.lax = lax_counts(gold_beads, system_beads);
  result.pairs = compare_cells(gold_beads, system_beads);
  for (const auto& [side, other] : {std::pair{&ScoredBead::source, &ScoredBead::target},
                                    std::pair{&ScoredBead::target, &ScoredBead::source}}) {
    result.null += compare_coverage(null_spans(counted_gold, side, other),
                                    null_spans(counted_system, side, other));
  }
  return result;
}

SpanEvaluation evaluate_spans(std::string_view source_text, std::string_view target_text,
                              std::span<const ScoredBead> gold,
                              std::span<const ScoredBead> system) {
  const std::vector<std::uint32_t> source_counts = non_space_counts(source_text);
  const std::vector<std::uint32_t> target_counts = non_space_counts(target_text);
  const auto mapped = [&](const ScoredBead& bead) {
    return ScoredBead{without_space(bead.source, source_counts),
                      without_space(bead.target, target_counts), bead.optional};
  };

  std::vector<ScoredBead> optional, counted_gold, counted_system;
  std::vector<Span> ignored_source, ignored_target;
  for (const ScoredBead& bead : gold) {
    const ScoredBead& added = (bead.optional ? optional : counted_gold).emplace_back(mapped(bead));
    if (added.optional && added.source) ignored_source.push_back(*added.source);
    if (added.optional && added.target) ignored_target.push_back(*added.target);
  }
  for (const ScoredBead& bead : system) {
    const ScoredBead candidate = mapped(bead);
    const bool left_out =
        std::any_of(optional.begin(), optional.end(), [&](const ScoredBead& outer) {
          return inside(candidate.source, outer.source) && inside(candidate.target, outer.target);
        });
    if (!left_out) counted_system.push_back(candidate);
  }

  const std::vector<Rectangle> gold_beads = rectangles(counted_gold);
  const std::vector<Rectangle> system_beads = rectangles(counted_system);
  SpanEvaluation result;
  result.strict = strict_counts(gold_beads, system_beads);
  result.comp = comp_counts(gold_beads, system_beads);
  const SoftCounts soft = soft_counts(gold_beads, system_beads, rectangles(optional));
  result.soft = soft.soft;
  result.softm = soft.softm;
  result.null_source = null_counts(source_counts.back(), &Rectangle::source, gold_beads,
                                   system_beads, ignored_source);
  result.null_target = null_counts(target_counts.back(), &Rectangle::target, gold_beads,
                                   system_beads, ignored_target);
  return result;
}

}  // namespace thalign
