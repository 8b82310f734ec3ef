// SPDX-License-Identifier: Apache-2.0
#include "align/search/further_cuts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"

namespace thalign {
namespace {

using ::testing::ElementsAre;

SegmentedText text_of(const std::string& text, Language language) {
  return segment(Document::from_bytes(text, {.name = "text", .language = language}));
}

const std::string kThai = "ฝนตกหนักทั้งคืนน้ำท่วมถนนสายหลักของเมือง";
const std::string kEnglish =
    "It rained heavily all night. Water flooded the main road of the city.";

/// One bead that holds both texts.
std::vector<Bead> whole(const SegmentedText& thai, const SegmentedText& english) {
  return {{{0, static_cast<std::uint32_t>(thai.units().size())},
           {0, static_cast<std::uint32_t>(english.units().size())}}};
}

TEST(FurtherCutsTest, TwoEnglishSentencesCutTheThaiOne) {
  SegmentedText thai = text_of(kThai, Language::thai);
  const SegmentedText english = text_of(kEnglish, Language::english);
  const std::size_t before = thai.units().size();
  ASSERT_EQ(english.units().size(), 2U);
  Problem problem(thai, english, Lexicon::shipped());
  std::vector<Bead> beads = whole(thai, english);
  EXPECT_THAT(cut_further(problem, thai, beads), ElementsAre(true));
  ASSERT_GT(thai.units().size(), before);
  EXPECT_EQ(problem.source().units(), thai.units().size());
  EXPECT_EQ(beads.front().source, (UnitRange{0, problem.source().units()}));
  EXPECT_EQ(thai.text({0, problem.source().units()}), kThai);
  const auto begins_flood = [&](const Unit& unit) {
    return unit.range.begin == kThai.find("น้ำท่วม");
  };
  EXPECT_TRUE(std::ranges::any_of(thai.units(), begins_flood));
}

TEST(FurtherCutsTest, OneEnglishSentenceCutsNothing) {
  SegmentedText thai = text_of(kThai, Language::thai);
  const SegmentedText english =
      text_of("It rained heavily all night and water flooded the main road.", Language::english);
  const std::size_t before = thai.units().size();
  Problem problem(thai, english, Lexicon::shipped());
  std::vector<Bead> beads = whole(thai, english);
  EXPECT_THAT(cut_further(problem, thai, beads), ElementsAre(false));
  EXPECT_EQ(thai.units().size(), before);
}

TEST(FurtherCutsTest, ThaiMayBeTheTarget) {
  SegmentedText english = text_of(kEnglish, Language::english);
  SegmentedText thai = text_of(kThai, Language::thai);
  const Alignment alignment = cut_and_align(english, thai);
  ASSERT_EQ(alignment.beads().size(), 2U);
  EXPECT_EQ(thai.text(alignment.beads()[1].target), "น้ำท่วมถนนสายหลักของเมือง");
}

TEST(FurtherCutsTest, BeadsAroundKeepTheirPlaces) {
  const std::string before = "โรงเรียนเปิดวันจันทร์\n";
  const std::string after = "\nค่ารถ 20 บาท";
  SegmentedText thai = text_of(before + kThai + after, Language::thai);
  SegmentedText english = text_of(
      "The school opens on Monday.\n" + kEnglish + "\nThe fare is 20 baht.", Language::english);
  const Alignment alignment = cut_and_align(thai, english);
  std::string all;
  for (const Bead& bead : alignment.beads()) all += std::string(thai.text(bead.source)) + "|";
  EXPECT_EQ(all, "โรงเรียนเปิดวันจันทร์|ฝนตกหนักทั้งคืน|น้ำท่วมถนนสายหลักของเมือง|ค่ารถ 20 บาท|");
}

TEST(FurtherCutsTest, GapsAmongTranslationsOfOneSentenceAreNotCut) {
  const std::vector<std::string> words = {"ครู",      "แพทย์",   "ตำรวจ",   "ทหาร", "นักเรียน",
                                          "เกษตรกร", "ธนาคาร", "ข้าว",     "ปลา",  "น้ำ",
                                          "ถนน",     "รถยนต์",  "โรงเรียน", "แมว"};
  std::string all;
  std::vector<std::size_t> begins;
  for (const std::string& word : words) {
    begins.push_back(all.size());
    all += word;
  }
  SegmentedText thai = text_of(all, Language::thai);
  const SegmentedText english = text_of(
      "Teachers doctors police soldiers students farmers bank. Rice fish water road cars school "
      "cats.",
      Language::english);
  ASSERT_EQ(english.units().size(), 2U);
  Problem problem(thai, english, Lexicon::shipped());
  std::vector<Bead> beads = whole(thai, english);
  EXPECT_THAT(cut_further(problem, thai, beads), ElementsAre(true));
  std::vector<std::size_t> cut_before;  // words
  for (const Unit& unit : thai.units()) {
    const auto found = std::ranges::find(begins, unit.range.begin);
    if (found != begins.end())
      cut_before.push_back(static_cast<std::size_t>(found - begins.begin()));
  }
  EXPECT_THAT(cut_before, ::testing::Contains(7U)) << "where the second sentence begins";
  for (const std::size_t far : {1U, 2U, 13U})
    EXPECT_THAT(cut_before, ::testing::Not(::testing::Contains(far)));
}

}  // namespace
}  // namespace thalign
