// SPDX-License-Identifier: Apache-2.0
#include "tm/output.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/unicode/utf8.h"
#include "tm/line_source.h"

namespace thalign {
namespace {

/// Whether `line_space_at` is worth asking at this byte; most bytes of a text can be copied in
/// runs.
bool may_be_line_space(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte <= 0x20 || byte == 0xC2 || byte == 0xE2;
}

/// Bytes of the white space character at `text[i]` that `single_line` replaces; 0 if it is none.
std::size_t line_space_at(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte <= 0x20) return (byte >= 0x09 && byte <= 0x0D) || byte >= 0x1C ? 1 : 0;
  if (!may_be_line_space(text[i])) return 0;
  for (const std::string_view space : {"\u0085", "\u2028", "\u2029"}) {
    if (text.substr(i).starts_with(space)) return space.size();
  }
  return 0;
}

const Variant* side(const TranslationUnit& unit, std::size_t number) {
  if (number >= unit.variants.size() || unit.variants[number].missing()) return nullptr;
  return &unit.variants[number];
}

}  // namespace

Sides sides(const TranslationUnit& unit) { return {side(unit, 0), side(unit, 1)}; }

std::string decimal(std::optional<double> value) {
  return value ? fmt::format("{:.4f}", *value) : "-";
}

std::string_view number_property(const TranslationUnit& unit, std::string_view type) {
  const auto found = std::ranges::find(unit.about.properties, type, &Property::type);
  if (found == unit.about.properties.end() || !parse_number(found->text)) return {};
  return found->text;
}

std::string hunalign_quality(const TranslationUnit& unit) {
  const std::string_view said = number_property(unit, "x-hunalign-quality");
  if (unit.confidence || said.empty()) return fmt::format("{:.4f}", unit.confidence.value_or(0.0));
  return std::string(said);
}

std::string single_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool pending_space = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = line_space_at(text, i); length > 0) {
      pending_space = true;
      i += length;
      continue;
    }
    if (pending_space && !line.empty()) line += ' ';
    pending_space = false;
    std::size_t end = i + 1;
    while (end < text.size() && !may_be_line_space(text[end])) ++end;
    line.append(text, i, end - i);
    i = end;
  }
  return line;
}

std::string valid_utf8(std::string_view bytes) {
  if (first_invalid_utf8(bytes) == std::string_view::npos) return std::string(bytes);
  return nlohmann::json::parse(json_string(bytes)).get<std::string>();
}

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace thalign
