#include "tm/unit_filter.h"

#include <algorithm>

namespace thalign {
namespace {

bool is_pair(const TranslationUnit& unit) {
  return std::ranges::none_of(unit.variants, [](const Variant& side) { return side.missing(); });
}

}  // namespace

bool is_copied(std::string_view text, Language language) {
  constexpr double kMostly = 0.5;
  const std::optional<double> thai = thai_share(text);
  if (!thai) return false;
  return language == Language::thai ? *thai == 0.0 : *thai > kMostly;
}

bool is_same_language(const TranslationUnit& unit) {
  return std::ranges::any_of(unit.about.properties, [](const Property& property) {
    return property.type == kSameLanguage;
  });
}

const TranslationUnit* UnitFilter::next() {
  while (const TranslationUnit* const unit = units_.next()) {
    if (unit->confidence && *unit->confidence < options_.min_confidence) {
      ++unsure_;
    } else if (!options_.same_language && is_pair(*unit) && is_same_language(*unit)) {
      ++same_language_;
    } else {
      return unit;
    }
  }
  return nullptr;
}

}  // namespace thalign
