// SPDX-License-Identifier: Apache-2.0
#include "segment/unit_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "segment/segment.h"
#include "tests/segment/random_document.h"

namespace thalign {
namespace {

struct Piece {
  std::string gap, text;
  float break_after;
  friend bool operator==(const Piece&, const Piece&) = default;
};

std::vector<Piece> whole(Language language, const std::string& text,
                         const std::vector<SrxRule>& rules) {
  const SegmentedText segmented =
      segment(Document::from_bytes(text, {.encoding = "UTF-8", .language = language}), rules);
  std::vector<Piece> pieces;
  std::uint32_t end = 0;
  for (const Unit& unit : segmented.units()) {
    pieces.push_back({text.substr(end, unit.range.begin - end),
                      text.substr(unit.range.begin, unit.range.size()), unit.break_after});
    end = unit.range.end;
  }
  if (!pieces.empty()) pieces.back().break_after = std::numeric_limits<float>::infinity();
  return pieces;
}

/// Adds `text` in random parts of up to `most` bytes.
std::vector<Piece> streamed(Language language, const std::string& text,
                            const std::vector<SrxRule>& rules, std::size_t most,
                            std::mt19937& random) {
  std::vector<Piece> pieces;
  UnitStream stream(
      language,
      [&](const StreamedUnit& unit) {
        pieces.push_back({std::string(unit.gap), std::string(unit.text), unit.break_after});
      },
      rules, 1024);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min<std::size_t>(text.size(), at + 1 + random() % most);
    while (!test::is_boundary(text, end)) ++end;
    stream.add(std::string_view(text).substr(at, end - at));
    at = end;
  }
  stream.finish();
  return pieces;
}

/// Lines of random words of `language`, of many lengths, some of them blank.
std::string random_lines(std::mt19937& random, Language language, int lines) {
  std::string text = "-";  // a byte order mark at the begin would be dropped
  for (int i = 0; i < lines; ++i) {
    if (random() % 5 != 0) text += test::random_mix(random, language, random() % 12);
    text += random() % 8 == 0 ? "\r\n" : "\n";
  }
  return text + (language == Language::thai ? "ไทย" : "end");
}

void expect_equal(const std::vector<Piece>& found, const std::vector<Piece>& wanted) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    ASSERT_EQ(found[i].gap, wanted[i].gap) << i;
    ASSERT_EQ(found[i].text, wanted[i].text) << i;
    ASSERT_EQ(found[i].break_after, wanted[i].break_after) << i << ": " << wanted[i].text;
  }
}

TEST(UnitStreamTest, FindsTheUnitsOfTheWholeText) {
  std::mt19937 random(41);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const Language language = round % 2 == 0 ? Language::thai : Language::english;
    const std::string text = random_lines(random, language, 150);
    expect_equal(streamed(language, text, {}, round % 3 == 0 ? 7 : 900, random),
                 whole(language, text, {}));
    if (HasFatalFailure()) return;
  }
}

TEST(UnitStreamTest, WithSrxRules) {
  const std::vector<SrxRule> rules = {{false, "^\\w+", "\\s", "test"},
                                      {true, "[.a]", "\\s", "test"}};
  std::mt19937 random(42);
  for (int round = 0; round < 40; ++round) {
    SCOPED_TRACE(round);
    const Language language = round % 2 == 0 ? Language::thai : Language::english;
    const std::string text = random_lines(random, language, 150);
    expect_equal(streamed(language, text, rules, 500, random), whole(language, text, rules));
    if (HasFatalFailure()) return;
  }
}

TEST(UnitStreamTest, OneLongLine) {
  std::mt19937 random(43);
  std::string text;
  while (text.size() < 100'000) text += "He came. She left at 5 p.m. on Monday ";
  expect_equal(streamed(Language::english, text, {}, 5000, random),
               whole(Language::english, text, {}));
}

TEST(UnitStreamTest, GivesUnitsAwayBeforeTheTextEnds) {
  std::size_t units = 0;
  UnitStream stream(
      Language::english, [&](const StreamedUnit&) { ++units; }, {}, 1024);
  for (int i = 0; i < 200; ++i) stream.add("The ferry was late today.\n");
  EXPECT_GT(units, 100U);
  stream.finish();
  EXPECT_EQ(units, 200U);
}

TEST(UnitStreamTest, NoTextNoUnits) {
  for (const char* const text : {"", " \n\n\u00A0"}) {
    std::mt19937 random(44);
    EXPECT_TRUE(streamed(Language::thai, text, {}, 2, random).empty());
  }
}

TEST(UnitStreamTest, JointsOfALaterPieceAreThoseOfItsText) {
  const std::string first = "ฝนตกหนักเมื่อคืน\n";
  const std::string second = "ร้านปิดแล้วนอกจากนี้ฝนตกหนักมาก\n";
  const auto at = static_cast<std::uint32_t>(second.find("นอกจากนี้"));
  std::vector<std::string> units;
  UnitStream stream(Language::thai,
                    [&](const StreamedUnit& unit) { units.emplace_back(unit.text); });
  stream.add(first);
  stream.add(second, std::vector<LineJoint>{{at, false}});
  stream.finish();
  ASSERT_GE(units.size(), 2U);
  EXPECT_EQ(units[units.size() - 2], "ร้านปิดแล้ว");
  EXPECT_EQ(units.back(), "นอกจากนี้ฝนตกหนักมาก");
}

}  // namespace
}  // namespace thalign
