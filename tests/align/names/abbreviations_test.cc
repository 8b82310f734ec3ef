// SPDX-License-Identifier: Apache-2.0
#include "align/names/abbreviations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.h"

namespace thalign {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> abbreviations(const std::string& thai) {
  const SegmentedText text = segment(Document::from_bytes(thai, {.language = Language::thai}));
  std::vector<std::string> found;
  for (const Abbreviation& abbreviation : abbreviations_of(WordReader(text)))
    found.push_back(abbreviation.letters);
  return found;
}

TEST(AbbreviationsTest, GroupsOfConsonantsWithFullStops) {
  EXPECT_THAT(abbreviations("กฟผ. ประชุมกับ ธ.ก.ส. และ กอ.รมน. ที่เชียงใหม่"),
              ElementsAre("กฟผ", "ธกส", "กอรมน"));
}

TEST(AbbreviationsTest, NotOneLetterNorAWord) {
  EXPECT_THAT(abbreviations("เวลา 9 น. ของ อ. เมือง ผลคือ กฟผ และเขา."), IsEmpty());
}

TEST(AbbreviationsTest, AWordThatTouchesIsNotPartOfIt) {
  EXPECT_THAT(abbreviations("ที่ประชุมคณะกฟผ. มาถึง"), ElementsAre("กฟผ"));
}

/// The long form before the bracket of `text`, and whether it has the letters.
std::string found_long_form(const std::string& text, Language language,
                            const std::string& letters) {
  const SegmentedText segmented = segment(Document::from_bytes(text, {.language = language}));
  const WordReader words(segmented);
  std::size_t end = 0;
  while (!words.is(end, "(")) ++end;
  const auto [begin, is_spelled] =
      long_form(words, end, letters, language == Language::thai ? kThaiLetterBytes : 1);
  std::string found = is_spelled ? "" : "? ";
  for (std::size_t k = begin; k < end; ++k) found += words.original(k);
  return found;
}

TEST(LongFormTest, BeginsWhereItsFirstLetterDoes) {
  EXPECT_EQ(
      found_long_form("He joined the National Office of Water (NOW)", Language::english, "now"),
      "NationalOfficeofWater");
  EXPECT_EQ(found_long_form("ข่าวจากสำนักงานน้ำแห่งชาติ (สนช.)", Language::thai, "สนช"),
            "สำนักงานน้ำแห่งชาติ");
}

TEST(LongFormTest, WithoutTheLettersAFewWords) {
  EXPECT_EQ(found_long_form("He saw it in the old town (XQ)", Language::english, "xq"),
            "? intheoldtown");
}

TEST(LongFormTest, StopsAtAMark) {
  EXPECT_EQ(found_long_form("National news. Water (NW)", Language::english, "nw"), "? Water");
}

}  // namespace
}  // namespace thalign
