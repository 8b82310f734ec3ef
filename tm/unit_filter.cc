// SPDX-License-Identifier: Apache-2.0
#include "tm/unit_filter.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

bool is_pair(const TranslationUnit& unit) {
  return std::ranges::none_of(unit.variants, [](const Variant& side) { return side.missing(); });
}

}  // namespace

bool SeenUnits::add(const TranslationUnit& unit) {
  std::string key = " ";
  for (const Variant& side : unit.variants) {
    key.append(side.language).append(1, '\0');
    key.append(single_line(side.markup.empty() ? side.text : side.markup)).append(1, '\0');
  }
  const std::hash<std::string_view> hash;
  return !hashes_.insert({hash(key), hash(std::string_view(key).substr(1))}).second;
}

const TranslationUnit* UnitFilter::next() {
  while (const TranslationUnit* const unit = units_.next()) {
    if (sieve_.passes(*unit)) return unit;
  }
  return nullptr;
}

bool UnitSieve::passes(const TranslationUnit& unit) {
  if (unit.confidence && *unit.confidence < options_.min_confidence) {
    ++counts_.unsure;
  } else if (!options_.untranslated && is_pair(unit) && is_untranslated(unit)) {
    ++counts_.untranslated;
  } else if (options_.seen != nullptr && options_.seen->add(unit)) {
    ++counts_.repeated;
  } else {
    if (is_pair(unit) && has_mark(unit, kThaiLetters)) ++counts_.thai_letters;
    return true;
  }
  return false;
}

}  // namespace thalign
