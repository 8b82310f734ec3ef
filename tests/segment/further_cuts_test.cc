// SPDX-License-Identifier: Apache-2.0
#include "segment/further_cuts.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "segment/segment.h"

namespace thalign {
namespace {

SegmentedText thai_text(const std::string& text) {
  return segment(Document::from_bytes(text, {.name = "text", .language = Language::thai}));
}

/// Number of the word that begins where `part` does.
std::uint32_t word_at(const SegmentedText& text, std::string_view part) {
  const std::size_t place = text.document().text().find(part);
  for (std::uint32_t k = 0; k < text.words().all().size(); ++k)
    if (text.words().all()[k].original.begin == place) return k;
  ADD_FAILURE() << part << " begins no word";
  return 0;
}

TEST(UncutGapsTest, BetweenWordsAndNotWhereVetoed) {
  const SegmentedText text = thai_text("แม่ค้าขายปลาลูกค้าซื้อผัก (ราคา 20 บาท) นอกจากนี้ร้านปิดแล้ว");
  const UncutGaps gaps(text);
  EXPECT_TRUE(gaps.log_odds(word_at(text, "ลูกค้า")).has_value());
  EXPECT_FALSE(gaps.log_odds(0).has_value()) << "the begin of the text";
  EXPECT_FALSE(gaps.log_odds(word_at(text, "20")).has_value()) << "in brackets";
  EXPECT_FALSE(gaps.log_odds(word_at(text, "ร้านปิด")).has_value()) << "after a connective";
}

TEST(UncutGapsTest, AfterAFullStopButNotAfterAbbreviations) {
  const SegmentedText text = thai_text("แม่ค้าขายปลาในตลาด.ลูกค้าซื้อผัก นายกสมาคมใน จ.เชียงราย");
  const UncutGaps gaps(text);
  EXPECT_TRUE(gaps.log_odds(word_at(text, "ลูกค้า")).has_value());
  EXPECT_FALSE(gaps.log_odds(word_at(text, "เชียงราย")).has_value());
}

TEST(UncutGapsTest, CutsBeforeWordsAndKeepsTheRest) {
  const std::string all = "แม่ค้าขายปลาลูกค้าซื้อผัก\nร้านปิดแล้ว";
  SegmentedText text = thai_text(all);
  const std::size_t units = text.units().size();
  const UncutGaps gaps(text);
  const std::uint32_t word = word_at(text, "ลูกค้า");
  CutText cut = gaps.cut(std::vector<std::uint32_t>{word});
  ASSERT_EQ(cut.units.size(), units + 1);
  EXPECT_EQ(cut.gaps.begin.size(), units + 2);
  EXPECT_FLOAT_EQ(cut.units[0].break_after, gaps.log_odds(word).value());
  EXPECT_FLOAT_EQ(cut.units[1].break_after, text.units()[0].break_after);
  text.cut_again(std::move(cut.units), std::move(cut.gaps));
  EXPECT_EQ(text.text({0, 1}), "แม่ค้าขายปลา");
  EXPECT_EQ(text.text({1, 2}), "ลูกค้าซื้อผัก");
  EXPECT_FALSE(text.gap_features().of(0).empty());
}

}  // namespace
}  // namespace thalign
