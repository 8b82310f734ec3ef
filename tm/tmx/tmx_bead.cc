// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_bead.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tm/line_source.h"

namespace thalign {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `text` is a whole number as writers write it.
bool is_number(std::string_view text) {
  return is_digits(text) && (text.size() == 1 || text.front() != '0');
}

/// `text` as "begin-end" of the TMX writer; nothing if it would write it otherwise.
std::optional<CodePointRange> parse_offsets(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view first = text.substr(0, dash);
  const std::string_view last = text.substr(dash + 1);
  if (!is_number(first) || !is_number(last)) return std::nullopt;
  const auto begin = parse_index(first);
  const auto end = parse_index(last);
  if (!begin || !end || *begin > *end) return std::nullopt;
  return CodePointRange{*begin, *end};
}

/// `text` as the TMX writer writes scores; nothing if it would write it otherwise.
std::optional<double> parse_decimal(std::string_view text) {
  constexpr std::size_t kMaxDecimalBytes = 12;  // all digits of which a double keeps
  const std::string_view positive = text.substr(text.starts_with('-') ? 1 : 0);
  const auto point = positive.find('.');
  if (point == std::string_view::npos || text.size() > kMaxDecimalBytes ||
      !is_number(positive.substr(0, point)) || !is_digits(positive.substr(point + 1)) ||
      positive.size() - point != 5) {
    return std::nullopt;
  }
  return parse_number(text);
}

}  // namespace

bool is_made_tuid(std::string_view tuid) {
  constexpr std::size_t kDigits = 16;
  return tuid.size() == kMadeTuidPrefix.size() + kDigits && tuid.starts_with(kMadeTuidPrefix) &&
         std::ranges::all_of(tuid.substr(kMadeTuidPrefix.size()), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

void take_bead(TranslationUnit& unit, const std::string& source_language) {
  if (unit.variants.size() > 2 || unit.about.properties.empty()) return;
  std::array<std::string, 2> documents;
  std::array<std::optional<CodePointRange>, 2> offsets;
  std::erase_if(unit.about.properties, [&](Property& property) {
    if (!property.type.starts_with("x-") || !property.language.empty()) return false;
    const std::string_view type = std::string_view(property.type).substr(2);
    if (type == "score" && !unit.score)
      return (unit.score = parse_decimal(property.text)).has_value();
    if (type == "confidence" && !unit.confidence) {
      return (unit.confidence = parse_decimal(property.text)).has_value();
    }
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string_view name = side == 0 ? "source" : "target";
      if (type.starts_with("document-") && type.substr(9) == name && documents[side].empty()) {
        documents[side] = property.text;
        return !property.text.empty();
      }
      if (type.ends_with("-offsets") && type.substr(0, 6) == name && type.size() == 14 &&
          !offsets[side]) {
        return (offsets[side] = parse_offsets(property.text)).has_value();
      }
    }
    return false;
  });
  const bool is_null_bead = unit.variants.size() == 1 && (offsets[0] || offsets[1]);
  if (is_null_bead) {
    unit.variants.insert(offsets[0] ? unit.variants.end() : unit.variants.begin(), Variant());
    if (!offsets[0]) unit.variants[0].language = source_language;
  }
  for (std::size_t side = 0; side < unit.variants.size(); ++side) {
    unit.variants[side].document = std::move(documents[side]);
    if (!unit.variants[side].missing()) unit.variants[side].offsets = offsets[side];
  }
}

}  // namespace thalign
