// SPDX-License-Identifier: Apache-2.0
#include "tm/unit_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "text/language.h"
#include "text/web_address.h"

namespace thalign {
namespace {

constexpr std::string_view kPrefix = "x-";
constexpr std::array kMarks = {kNotText, kSameLanguage, kThaiLetters};

/// The letters of a text outside addresses.
LetterCounts letters_of_text(std::string_view text) {
  if (!may_have_address(text)) return count_letters(text);
  LetterCounts sum;
  std::size_t begin = 0;
  const auto add_up_to = [&](std::size_t end) {
    const LetterCounts counts = count_letters(text.substr(begin, end - begin));
    sum.thai += counts.thai;
    sum.latin += counts.latin;
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t address = address_at(text, i);
    if (address > 0) {
      add_up_to(i);
      begin = i + address;
    }
    i += std::max<std::size_t>(address, 1);
  }
  add_up_to(text.size());
  return sum;
}

/// The language that a text in a document of `language` is in, by its letters.
std::optional<Language> language_of(const LetterCounts& letters, Language language) {
  if (letters.thai + letters.latin == 0) return std::nullopt;
  const bool thai = language == Language::thai ? letters.thai > 0 : letters.thai > letters.latin;
  return thai ? Language::thai : Language::english;
}

struct MarkedSide {
  const Variant& variant;
  Language language;
  LetterCounts letters = letters_of_text(variant.text);
  std::optional<Language> found = language_of(letters, language);
};

Property mark_property(std::string_view type, std::string text) {
  return {.type = std::string(type), .text = std::move(text)};
}

}  // namespace

std::optional<Property> mark_of(const TranslationUnit& unit) {
  if (unit.variants.size() < 2) return std::nullopt;
  const auto language = [&](std::size_t side) {
    return language_of_tag(unit.variants[side].language);
  };
  if (!language(0) || !language(1) || language(0) == language(1)) return std::nullopt;
  const std::array sides = {MarkedSide{unit.variants[0], *language(0)},
                            MarkedSide{unit.variants[1], *language(1)}};
  std::string without_text;
  for (const MarkedSide& side : sides) {
    if (side.found || side.variant.text.empty()) continue;
    without_text.append(without_text.empty() ? "" : " ").append(side.variant.language);
  }
  if (!without_text.empty()) return mark_property(kNotText, std::move(without_text));
  for (const MarkedSide& side : sides) {
    const MarkedSide& other = &side == &sides[0] ? sides[1] : sides[0];
    if (side.found && side.found != side.language)
      return mark_property(kSameLanguage, other.variant.language);
  }
  for (const MarkedSide& side : sides) {
    if (side.language == Language::english && side.letters.thai > 0)
      return mark_property(kThaiLetters, std::to_string(side.letters.thai));
  }
  return std::nullopt;
}

bool is_mark(std::string_view type) { return std::ranges::count(kMarks, type) > 0; }

std::string_view flag_of(const TranslationUnit& unit) {
  for (const std::string_view mark : kMarks) {
    if (has_mark(unit, mark)) return mark.substr(kPrefix.size());
  }
  return {};
}

void set_flag(TranslationUnit& unit, std::string_view flag) {
  if (flag.empty() || flag == "-") return;
  auto mark = mark_of(unit);
  if (mark && std::string_view(mark->type).substr(kPrefix.size()) == flag)
    unit.about.properties.push_back(std::move(*mark));
}

bool has_mark(const TranslationUnit& unit, std::string_view type) {
  return std::ranges::find(unit.about.properties, type, &Property::type) !=
         unit.about.properties.end();
}

bool is_untranslated(const TranslationUnit& unit) {
  return has_mark(unit, kSameLanguage) || has_mark(unit, kNotText);
}

bool is_deleted(const TranslationUnit& unit) {
  return std::ranges::any_of(unit.about.properties, [](const Property& property) {
    return property.type == kCorrection && property.text == kDeleted;
  });
}

}  // namespace thalign
