// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/texts_part.h"

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace thalign {
namespace {

constexpr Symbol kNoSymbol = std::numeric_limits<Symbol>::max();

/// Numbers the symbols of two texts anew, in the same order. Returns the old ones.
std::vector<Symbol> number_anew(Features& source, Features& target, std::vector<Symbol>& new_of) {
  for (const Features* text : {&source, &target}) {
    for (const Symbol symbol : text->tokens) new_of[symbol] = 0;
  }
  std::vector<Symbol> old_of;
  for (Symbol symbol = 0; symbol < new_of.size(); ++symbol) {
    if (new_of[symbol] == kNoSymbol) continue;
    new_of[symbol] = static_cast<Symbol>(old_of.size());
    old_of.push_back(symbol);
  }
  for (Features* text : {&source, &target}) {
    for (Symbol& symbol : text->tokens) symbol = new_of[symbol];
  }
  return old_of;
}

Links part_of(const Links& links, const std::vector<Symbol>& old_of,
              const std::vector<Symbol>& new_of) {
  LinkTable part{
      .links = {}, .begin = {0}, .background = {}, .is_anchor = std::vector<bool>(old_of.size())};
  part.begin.reserve(old_of.size() + 1);
  part.background.reserve(old_of.size());
  for (std::size_t symbol = 0; symbol < old_of.size(); ++symbol) {
    for (const Link& link : links.of(old_of[symbol])) {
      if (new_of[link.symbol] != kNoSymbol)
        part.links.push_back({new_of[link.symbol], link.probability, link.ratio});
    }
    part.begin.push_back(static_cast<std::uint32_t>(part.links.size()));
    part.background.push_back(links.background(old_of[symbol]));
    part.is_anchor[symbol] = links.is_anchor(old_of[symbol]);
  }
  return Links(std::move(part));
}

/// The links between parts, whose symbols are numbered anew here.
LinkPair links_between(Features& source, Features& target, const Links& forward,
                       const Links& backward) {
  std::vector<Symbol> new_of(forward.symbols(), kNoSymbol);
  const std::vector<Symbol> old_of = number_anew(source, target, new_of);
  return {part_of(forward, old_of, new_of), part_of(backward, old_of, new_of)};
}

}  // namespace

TextsPart::TextsPart(const Features& source, const Features& target, const Links& forward,
                     const Links& backward, UnitRange source_units, UnitRange target_units)
    : source_(part_of(source, source_units)),
      target_(part_of(target, target_units)),
      links_(links_between(source_, target_, forward, backward)) {}

}  // namespace thalign
