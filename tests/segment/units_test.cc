// SPDX-License-Identifier: Apache-2.0
#include "segment/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "segment/segment.h"
#include "text/unicode/thai_class.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::vector<std::string_view> cut(std::string_view text, Language language,
                                  const CutOptions& options = {}) {
  const Words words(text);
  std::vector<std::string_view> result;
  for (const Unit& unit : cut_into_units(text, words, language, options)) {
    result.push_back(text.substr(unit.range.begin, unit.range.size()));
  }
  return result;
}

TEST(UnitsTest, AreThoseOfSegment) {
  const std::string text = "ฝนตกหนักเมื่อคืน น้ำท่วมถนน 3 สาย\n\nนายกฯ กล่าวว่า \"จะช่วยทุกคน\" ชาวบ้านดีใจมาก";
  const SegmentedText whole =
      segment(Document::from_bytes(text, {.name = "a", .language = Language::thai}));
  const std::vector<Unit> units = cut_into_units(text, Words(text), Language::thai, {});
  ASSERT_EQ(units.size(), whole.units().size());
  for (std::size_t u = 0; u < units.size(); ++u) {
    EXPECT_EQ(units[u].range, whole.units()[u].range);
    EXPECT_EQ(units[u].paragraph, whole.units()[u].paragraph);
    EXPECT_EQ(units[u].break_after, whole.units()[u].break_after);
  }
}

TEST(UnitsTest, ATextOfWhiteSpaceHasNone) { EXPECT_TRUE(cut(" \n\t", Language::english).empty()); }

TEST(UnitsTest, RulesOfTheUserCut) {
  const std::string text = "The rain that fell last night was heavy";
  const std::vector<SrxRule> rules = {
      {.breaks = false, .before = "fell", .after = "\\s", .place = ""},
      {.breaks = true, .before = "fell|night", .after = "\\s", .place = ""}};
  EXPECT_THAT(cut(text, Language::english), ElementsAre(text));
  EXPECT_THAT(cut(text, Language::english, {.rules = rules}),
              ElementsAre("The rain that fell last night", "was heavy"));
}

TEST(UnitsTest, NoRuleCutsInsideASyllable) {
  const std::string text = "ดี กำ ดี";
  for (const char* const after : {"", "\u0E33", "[\u0E30-\u0E3A]"}) {
    const std::vector<SrxRule> rules = {
        {.breaks = true, .before = ".", .after = after, .place = ""}};
    for (const std::string_view unit : cut(text, Language::thai, {.rules = rules})) {
      EXPECT_FALSE(begins_inside_syllable(unit)) << unit;
    }
  }
}

TEST(UnitsTest, LinesThatAreJoinedWithoutASpaceCountAsIfOneStoodThere) {
  const std::string text = "ร้านปิดแล้วนอกจากนี้ฝนตกหนักมาก";
  const auto at = static_cast<std::uint32_t>(text.find("นอกจากนี้"));
  const std::vector<LineJoint> without_space = {{at, false}};
  const std::vector<LineJoint> with_space = {{at, true}};
  EXPECT_THAT(cut(text, Language::thai, {.joints = without_space}),
              ElementsAre("ร้านปิดแล้ว", "นอกจากนี้ฝนตกหนักมาก"));
  EXPECT_THAT(cut(text, Language::thai, {.joints = with_space}), ElementsAre(text));
}

}  // namespace
}  // namespace thalign
