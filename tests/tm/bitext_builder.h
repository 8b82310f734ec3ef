// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "text/segmented_text.h"
#include "text/unicode/white_space.h"
#include "tm/bitext.h"

namespace thalign {

/// A unit's text and the white space after it.
using Piece = std::pair<std::string, std::string>;

/// The document that `pieces` make one after another; each is a unit.
inline SegmentedText text_of(const std::vector<Piece>& pieces, const std::string& name) {
  std::string bytes;
  std::vector<Unit> units;
  for (const auto& [unit, gap] : pieces) {
    const auto begin = static_cast<std::uint32_t>(bytes.size());
    units.push_back({{begin, begin + static_cast<std::uint32_t>(unit.size())}, 0, 0.0F});
    bytes += unit + gap;
  }
  Document document = Document::from_bytes(
      std::move(bytes), {.name = name, .encoding = "UTF-8", .language = Language::english});
  Words words(document.text());
  return {std::move(document), std::move(words), std::move(units)};
}

/// A bitext that owns its parts.
struct OwnedBitext {
  SegmentedText source, target;
  Alignment alignment;
  std::string source_tag = "th", target_tag = "en";

  Bitext view() const { return {source, target, alignment, source_tag, target_tag}; }
};

/// Writes the beads of `bitext`, created at `created`, and finishes.
inline WriteStatistics write_beads(const OwnedBitext& bitext, UnitWriter& writer,
                                   std::optional<Date> created = {}) {
  Description about;
  about.created = created;
  BitextReader units(bitext.view(), about);
  return copy_units(units, writer);
}

/// Four beads by hand: 2-1 over a line end, a null bead on either side, 1-1 with marks XML must
/// escape.
inline OwnedBitext flood_report() {
  return {text_of({{"ฝนตกหนักทางภาคใต้", "\n\t"},
                   {"น้ำท่วมถนนหลายสาย", " "},
                   {"(ภาพ: สมชาย)", "  "},
                   {"โทร.\u00A02 < 3 & 5 > 4", "\n"}},
                  "flood.th.txt"),
          text_of({{"Heavy rain in the South flooded several roads.", " "},
                   {"Read\r\nmore", "\n"},
                   {"Call \"2 < 3 & 5 > 4\"", ""}},
                  "flood.en.txt"),
          Alignment({{{0, 2}, {0, 1}, 12.34567, 0.98765},
                     {{2, 3}, {1, 1}, -1.5, 0.5},
                     {{3, 3}, {1, 2}, -2.0, 0.25},
                     {{3, 4}, {2, 3}, 3.0, 1.0}},
                    4, 3)};
}

/// Random units of random Unicode, every kind of character over-represented that a format could
/// stumble on.
class RandomBitext {
 public:
  explicit RandomBitext(unsigned seed) : random_(seed) {}

  OwnedBitext make(std::size_t beads) {
    std::vector<Piece> source{piece()};
    std::vector<Piece> target{piece()};
    std::vector<Bead> list{{{0, 1}, {0, 1}, 0.0, 0.0}};
    while (list.size() < beads) {
      const std::uint32_t source_units = below(3);
      const std::uint32_t target_units = below(3);
      if (source_units + target_units == 0) continue;
      const auto source_end = static_cast<std::uint32_t>(source.size());
      const auto target_end = static_cast<std::uint32_t>(target.size());
      for (std::uint32_t i = 0; i < source_units; ++i) source.push_back(piece());
      for (std::uint32_t i = 0; i < target_units; ++i) target.push_back(piece());
      list.push_back({{source_end, source_end + source_units},
                      {target_end, target_end + target_units},
                      below(1000) / 8.0 - 60.0,
                      below(1001) / 1000.0});
    }
    // The first character is not a byte order mark, which a document drops.
    source.front().first.insert(0, "ก");
    target.front().first.insert(0, "a");
    SegmentedText source_text = text_of(source, "random.th");
    SegmentedText target_text = text_of(target, "random.en");
    const auto source_size = static_cast<std::uint32_t>(source.size());
    const auto target_size = static_cast<std::uint32_t>(target.size());
    return {std::move(source_text), std::move(target_text),
            Alignment(std::move(list), source_size, target_size)};
  }

  static std::string utf8(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) {
      return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
    }
    return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
            byte(0x80 | (c & 0x3F))};
  }

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  char32_t character() {
    switch (below(8)) {
      case 0:
        return below(0x80);
      case 1:
        return std::u32string_view(U"&<>\"']-\\#\t\n\r\u0085\u2028\u2029")[below(15)];
      case 2:
        return std::u32string_view(U"\uFFFE\uFFFF\uFFFD\uFEFF\u200B\u00A0\u3000\u007F")[below(8)];
      case 3: {
        const char32_t any = below(0x110000);
        return any >= 0xD800 && any < 0xE000 ? U'ก' : any;
      }
      default:
        return 0x0E01 + below(58);
    }
  }

  Piece piece() {
    std::u32string unit;
    for (std::uint32_t size = 1 + below(12); size > 0; --size) unit += character();
    while (!unit.empty() && is_space(unit.back())) unit.pop_back();
    while (!unit.empty() && is_space(unit.front())) unit.erase(0, 1);
    if (unit.empty()) unit = U"ข";
    std::string text;
    for (const char32_t c : unit) text += utf8(c);
    static const std::vector<std::string> gaps{"",       " ",      "  ",     "\n",
                                               "\r\n\t", "\u00A0", "\u2028", "\f"};
    return {text, gaps[below(static_cast<std::uint32_t>(gaps.size()))]};
  }

  std::mt19937 random_;
};

}  // namespace thalign
