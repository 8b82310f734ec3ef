// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/text/random_text.h"
#include "text/document.h"
#include "text/unicode/white_space.h"

namespace thalign::test {

/// Text of both languages, with all that the rules of segmentation look at.
inline constexpr std::array<std::string_view, 46> kThaiPieces = {"กระทรวง",
                                                                 "ประชาชน",
                                                                 "ได้",
                                                                 "ประกาศ",
                                                                 "โครงการ",
                                                                 "ซึ่ง",
                                                                 "ทั้งนี้",
                                                                 "นอกจากนี้",
                                                                 "โดย",
                                                                 "เพื่อ",
                                                                 "ว่า",
                                                                 "คือ",
                                                                 "เช่น",
                                                                 "ณ",
                                                                 "นาย",
                                                                 "สมชาย",
                                                                 "พ.ศ.",
                                                                 "2567",
                                                                 "๑๔",
                                                                 "มิถุนายน",
                                                                 "เวลา",
                                                                 "08.30",
                                                                 "น.",
                                                                 "ล้าน",
                                                                 "บาท",
                                                                 "ๆ",
                                                                 "ฯ",
                                                                 "ฯลฯ",
                                                                 "ที่",
                                                                 "และ",
                                                                 "ระบบ",
                                                                 "ใหม่",
                                                                 "ใน",
                                                                 "ประเทศ",
                                                                 "Google",
                                                                 "เเม่",
                                                                 "น\u0E4D\u0E49\u0E32",
                                                                 "ท\u0E48\u0E35",
                                                                 "๏",
                                                                 "ม.ค.",
                                                                 "\u0E34",
                                                                 "\u0E32",
                                                                 "\u0E49",
                                                                 "ครัง้ แรก",
                                                                 "\uF70A",
                                                                 "โรงเร ียน"};
inline constexpr std::array<std::string_view, 32> kEnglishPieces = {"The",
                                                                    "ministry",
                                                                    "said",
                                                                    "Mr.",
                                                                    "Gen.",
                                                                    "U.S.",
                                                                    "H.E.",
                                                                    "B.E.",
                                                                    "2567",
                                                                    "June",
                                                                    "14",
                                                                    "1,000",
                                                                    "3.5",
                                                                    "v2.0.",
                                                                    "it",
                                                                    "and",
                                                                    "new.",
                                                                    "system.",
                                                                    "Why?",
                                                                    "No!",
                                                                    "wait...",
                                                                    "e.g.",
                                                                    "J.",
                                                                    "However,",
                                                                    "\u2026",
                                                                    "people;",
                                                                    "list:",
                                                                    "“Yes.”",
                                                                    "can't",
                                                                    "co\u00ADop",
                                                                    "www.example.org",
                                                                    "etc."};
inline constexpr std::array<std::string_view, 36> kOtherPieces = {
    "(",      ")",      "[",    "]",      "{",      "}",      "\"",         "'",      "\u201C",
    "\u201D", "\u2019", "-",    "/",      ",",      ".",      ";",          ":",      "!",
    "1.",     "a)",     "%",    "\u00A0", "\u200B", "\uFEFF", "\u00AD",     "\u3000", "\u2028",
    "\t",     "\x01",   "\x1F", "\x7F",   "\u0085", "\u0301", "\U0001F600", "\u2060", "\u200E"};

/// A random text of `count` pieces that looks like `language`, without one rule kept. The same seed
/// gives the same text everywhere.
inline std::string random_mix(std::mt19937& random, Language language, std::size_t count) {
  const bool thai = language == Language::thai;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const auto kind = random() % 16;
    if (kind < 11) {
      const bool thai_word = thai ? kind < 9 : kind > 9;
      text += thai_word ? kThaiPieces[random() % kThaiPieces.size()]
                        : kEnglishPieces[random() % kEnglishPieces.size()];
    } else if (kind < 14) {
      text += kOtherPieces[random() % kOtherPieces.size()];
    } else {
      constexpr std::array<std::string_view, 5> kLineEnds = {"\n", "\n\n", "\r\n", "\r\n\r\n",
                                                             "\r"};
      text += kLineEnds[random() % kLineEnds.size()];
    }
    if (random() % 3 != 0) text += ' ';
    if (random() % 64 == 0) text += '\0';
  }
  return text;
}

/// A random document of up to `most` pieces; one in sixteen is empty or white space only.
inline Document random_document(std::mt19937& random, Language language, std::size_t most) {
  std::string text = random_mix(random, language, random() % (most + 1));
  if (random() % 16 == 0) text = random() % 2 == 0 ? "" : " \n\u200B\n\u00A0";
  // A Thai document with letters has Thai ones.
  if (language == Language::thai && !text.empty()) text += "ไทย";
  return Document::from_bytes(std::move(text),
                              {.name = "random", .encoding = "UTF-8", .language = language});
}

/// Whether `ranges` ascend, are disjoint, end at character boundaries, and leave out white space
/// only: then every other character is in exactly one.
inline bool cover_all_but_space(std::string_view text, std::span<const ByteRange> ranges) {
  const auto all_space = [&](std::size_t begin, std::size_t end) {
    for (const char32_t c : characters(text.substr(begin, end - begin))) {
      if (!is_space(c)) return false;
    }
    return true;
  };
  std::size_t end = 0;
  for (const ByteRange range : ranges) {
    if (range.begin < end || range.end <= range.begin || range.end > text.size()) return false;
    if (!is_boundary(text, range.begin) || !is_boundary(text, range.end)) return false;
    if (!all_space(end, range.begin)) return false;
    end = range.end;
  }
  return all_space(end, text.size());
}

}  // namespace thalign::test
