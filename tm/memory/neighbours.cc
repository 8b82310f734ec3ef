// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/neighbours.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "tm/memory/match_key.h"
#include "tm/output.h"

namespace thalign {
namespace {

std::optional<std::uint64_t> parse_key(const char* begin, const char* end) {
  std::uint64_t key = 0;
  const auto [last, error] = std::from_chars(begin, end, key, 16);
  if (error != std::errc() || last != end) return std::nullopt;
  return key;
}

/// Takes the neighbours that `variant` says it has out of it.
std::optional<Neighbours> take_neighbours(Variant& variant) {
  auto& properties = variant.about.properties;
  const auto found = std::ranges::find(properties, kNeighboursProperty, &Property::type);
  if (found == properties.end()) return std::nullopt;
  const std::optional<Neighbours> neighbours = parse_neighbours(found->text);
  if (neighbours) properties.erase(found);
  return neighbours;
}

/// Leaves what a memory keeps: of a cut of a document not its layout nor its places in an
/// alignment.
void make_storable(Variant& variant) {
  if (variant.offsets) variant.text = single_line(variant.text);
  variant.units.reset();
  variant.joints.clear();
}

}  // namespace

std::string neighbours_text(Neighbours neighbours) {
  return fmt::format("{:x} {:x}", neighbours.before, neighbours.after);
}

std::optional<Neighbours> parse_neighbours(const std::string& text) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos) return std::nullopt;
  const char* const begin = text.data();
  const std::optional<std::uint64_t> before = parse_key(begin, begin + space);
  const std::optional<std::uint64_t> after = parse_key(begin + space + 1, begin + text.size());
  if (!before || !after) return std::nullopt;
  return Neighbours{*before, *after};
}

void NeighbourFinder::push(const TranslationUnit& unit) {
  const std::size_t number = popped_ + units_.size();
  IncomingUnit& incoming = units_.emplace_back(IncomingUnit{.unit = unit});
  std::vector<Variant>& variants = incoming.unit.variants;
  incoming.match_texts.resize(variants.size());
  incoming.keys.resize(variants.size());
  incoming.neighbours.resize(variants.size());
  for (std::size_t i = 0; i < variants.size(); ++i) {
    Variant& variant = variants[i];
    const std::optional<Neighbours> given = take_neighbours(variant);
    if (given) incoming.neighbours[i] = *given;
    make_storable(variant);
    if (variant.text.empty()) continue;
    incoming.match_texts[i] = match_text(variant.text);
    incoming.keys[i] = match_key(incoming.match_texts[i]);
    if (given || variant.document.empty()) {
      last_.erase(variant.language);
      continue;
    }
    const auto [last, is_first] = last_.try_emplace(variant.language);
    if (!is_first && last->second.document == variant.document) {
      incoming.neighbours[i].before = last->second.key;
      if (last->second.unit >= popped_) {
        units_[last->second.unit - popped_].neighbours[last->second.variant].after =
            incoming.keys[i];
      }
    }
    last->second = {variant.document, incoming.keys[i], number, i};
  }
}

bool NeighbourFinder::waits(std::size_t unit) const {
  return std::ranges::any_of(last_, [&](const auto& entry) { return entry.second.unit == unit; });
}

std::optional<IncomingUnit> NeighbourFinder::pop() {
  // A side that never comes again must not hold back everything: documents of one side only.
  constexpr std::size_t kMaxWaitingNeighbours = 1000;
  if (units_.empty() || (waits(popped_) && units_.size() < kMaxWaitingNeighbours))
    return std::nullopt;
  IncomingUnit unit = std::move(units_.front());
  units_.pop_front();
  ++popped_;
  return unit;
}

}  // namespace thalign
