// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/tm/reviewed_units.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "tm/language_tag.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory_filter.h"
#include "tm/memory/neighbours.h"

namespace thalign::cli {
namespace {

/// Units of a memory in the order of their documents, each once.
class DocumentOrder {
 public:
  DocumentOrder(const Memory& memory, std::span<const UnitNumber> found, std::size_t context)
      : memory_(memory), found_(found.begin(), found.end()), context_(context) {}

  /// The unit, unless it is there already, and all of those found of the same documents.
  void add(UnitNumber number) {
    const std::optional<TranslationUnit> unit = memory_.unit(number);
    if (!unit) return;
    const bool is_placed = std::ranges::all_of(unit->variants, [](const Variant& variant) {
      return variant.offsets && !variant.document.empty();
    });
    if (!is_placed) return append(number);
    if (added_.contains(number)) return;
    const std::vector<UnitNumber> all = units_like(*unit);
    std::size_t shown = 0;  // units up to which all that are shown are added
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!found_.contains(all[i])) continue;
      const std::size_t end = std::min(all.size(), i + context_ + 1);
      for (shown = std::max(shown, i - std::min(i, context_)); shown < end; ++shown)
        append(all[shown]);
    }
  }

  const std::vector<UnitNumber>& order() const& { return order_; }

 private:
  /// All units of the documents of `unit`, by their offsets.
  std::vector<UnitNumber> units_like(const TranslationUnit& unit) const {
    std::vector<std::pair<std::uint32_t, UnitNumber>> places;
    for (const UnitNumber number : memory_.of_document(unit.variants[0].document)) {
      const std::optional<TranslationUnit> other = memory_.unit(number);
      if (!other) continue;  // removed meanwhile
      const bool same = std::ranges::equal(
          unit.variants, other->variants, [](const Variant& a, const Variant& b) {
            return a.document == b.document && same_tag(a.language, b.language) && b.offsets;
          });
      if (same) places.emplace_back(other->variants[0].offsets->begin, number);
    }
    std::ranges::sort(places);
    std::vector<UnitNumber> numbers;
    numbers.reserve(places.size());
    for (const auto& [begin, number] : places) numbers.push_back(number);
    return numbers;
  }

  void append(UnitNumber number) {
    if (added_.insert(number).second) order_.push_back(number);
  }

  const Memory& memory_;
  std::set<UnitNumber> found_, added_;
  std::size_t context_;
  std::vector<UnitNumber> order_;
};

/// Whether the unit has two texts, in the languages of the first one.
bool fits(const TranslationUnit& unit, const TranslationUnit& first) {
  if (unit.variants.size() != 2 || first.variants.size() != 2) return false;
  for (std::size_t side = 0; side < 2; ++side) {
    if (unit.variants[side].text.empty() ||
        !same_tag(unit.variants[side].language, first.variants[side].language))
      return false;
  }
  return true;
}

/// What the memory knows to be next to a text.
Neighbours neighbours_of(const Variant& variant) {
  const auto& properties = variant.about.properties;
  const auto found = std::ranges::find(properties, kNeighboursProperty, &Property::type);
  if (found == properties.end()) return {};
  return parse_neighbours(found->text).value_or(Neighbours());
}

/// Whether `second` comes after `first` in their document with nothing between. After a correction
/// only one of them may know the other.
bool follows(const Variant& first, const Variant& second) {
  if (first.document != second.document || first.document.empty()) return false;
  if (!first.offsets || !second.offsets || first.offsets->end > second.offsets->begin) return false;
  return neighbours_of(first).after == match_key(match_text(second.text)) ||
         neighbours_of(second).before == match_key(match_text(first.text));
}

}  // namespace

ReviewedUnits reviewed_units(const Memory& memory, std::span<const UnitNumber> found,
                             std::size_t context) {
  DocumentOrder order(memory, found, context);
  for (const UnitNumber number : found) order.add(number);
  ReviewedUnits result;
  if (order.order().empty()) return result;
  const MemoryFilter filter({.units = order.order()});
  memory.visit(filter, [&](UnitNumber number, const TranslationUnit& unit) {
    const TranslationUnit& first = result.units.empty() ? unit : result.units.front().unit;
    if (fits(unit, first)) {
      result.units.push_back({number, unit});
    } else {
      ++result.others;
    }
    return true;
  });
  for (std::size_t i = 1; i < result.units.size(); ++i) {
    for (std::size_t side = 0; side < 2; ++side) {
      result.units[i].follows[side] =
          follows(result.units[i - 1].unit.variants[side], result.units[i].unit.variants[side]);
    }
  }
  return result;
}

}  // namespace thalign::cli
