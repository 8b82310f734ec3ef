// SPDX-License-Identifier: Apache-2.0
#include "document/office/word_styles.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "text/files/office_xml.h"

namespace thalign {
namespace {

constexpr int kMaxHeadingLevel = 9;
/// Styles based on each other in a circle end somewhere.
constexpr int kMaxBaseStyles = 32;

struct StyleEntry {
  WordStyle style;
  std::string based_on;
};

/// What a style is by its name, which Word writes in English whatever its language is.
void name_style(std::string_view name, WordStyle& style) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (lower == "title") style.heading_level = 1;
  if (lower == "subtitle") style.heading_level = 2;
  if (lower == "caption") style.is_caption = true;
  constexpr std::string_view kHeading = "heading ";
  if (lower.size() == kHeading.size() + 1 && lower.starts_with(kHeading) && lower.back() >= '1' &&
      lower.back() <= '9') {
    style.heading_level = static_cast<std::uint8_t>(lower.back() - '0');
  }
}

class StyleEvents : public OfficeEvents {
 public:
  std::unordered_map<std::string, StyleEntry> entries;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "w:style") {
      entry_ = &entries[std::string(attributes["styleId"])];
    } else if (entry_ == nullptr) {
      return;
    } else if (name == "w:name") {
      name_style(attributes["val"], entry_->style);
    } else if (name == "w:basedOn") {
      entry_->based_on = attributes["val"];
    } else if (name == "w:numPr") {
      entry_->style.is_list = true;
    } else if (name == "w:outlineLvl") {
      const std::string_view value = attributes["val"];
      int level = kMaxHeadingLevel;
      std::from_chars(value.data(), value.data() + value.size(), level);
      if (level >= 0 && level < kMaxHeadingLevel) {
        entry_->style.heading_level = static_cast<std::uint8_t>(level + 1);
      }
    }
  }
  void end_element(std::string_view name) override {
    if (name == "w:style") entry_ = nullptr;
  }
  void add_text(std::string_view /*piece*/) override {}

  StyleEntry* entry_ = nullptr;
};

}  // namespace

std::unordered_map<std::string, WordStyle> read_word_styles(const ZipArchive& archive,
                                                            const std::string& part) {
  StyleEvents events;
  parse_part(archive, part, events);
  std::unordered_map<std::string, WordStyle> styles;
  for (const auto& [id, entry] : events.entries) {
    WordStyle style = entry.style;
    const StyleEntry* base = &entry;
    for (int i = 0; i < kMaxBaseStyles; ++i) {
      const auto found = events.entries.find(base->based_on);
      if (found == events.entries.end()) break;
      base = &found->second;
      if (style.heading_level == 0) style.heading_level = base->style.heading_level;
      style.is_list = style.is_list || base->style.is_list;
      style.is_caption = style.is_caption || base->style.is_caption;
    }
    styles.emplace(id, style);
  }
  return styles;
}

}  // namespace thalign
