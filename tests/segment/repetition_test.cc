// SPDX-License-Identifier: Apache-2.0
#include "segment/repetition.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/segment/boundaries.h"

namespace thalign {
namespace {

using test::all_odds;

TEST(RepetitionTest, HeadlinesThatThePageRepeatsStayWhole) {
  const std::string headline = "นายกเทศมนตรีเปิดตลาดน้ำแห่งใหม่ของเมือง |ชวนชาวบ้านมาขายของทุกวันหยุด\n";
  const std::string plain = "นายกเทศมนตรีเปิดตลาดน้ำแห่งใหม่ของเมือง ชวนชาวบ้านมาขายของทุกวันหยุด\n";
  const auto once = all_odds(Language::thai, headline);
  const auto twice = all_odds(Language::thai, headline + plain);
  ASSERT_TRUE(once.front().has_value());
  ASSERT_TRUE(twice.front().has_value());
  EXPECT_LT(*twice.front(), *once.front() - 2.0F);
}

TEST(RepetitionTest, LinesFarApartSayNothing) {
  const std::string line = "นายกเทศมนตรีเปิดตลาดน้ำแห่งใหม่ของเมือง |ชวนชาวบ้านมาขายของทุกวันหยุด\n";
  std::string again = line;
  again.erase(again.find('|'), 1);
  std::string between;
  for (std::uint32_t i = 0; i < kNearLines; ++i) between += "ข่าวอื่น\n";
  const auto once = all_odds(Language::thai, line);
  EXPECT_EQ(all_odds(Language::thai, line + between + again).front(), once.front());
}

TEST(RepetitionTest, LongParagraphsMayRepeat) {
  std::string paragraph = "เรามาถึงที่นี่เมื่อเช้าวันเสาร์ที่ผ่านมา |พวกเราพักที่บ้านของคุณยาย";
  for (int i = 0; i < 60; ++i) paragraph += "แล้วเดินเล่น";
  std::string again = paragraph;
  again.erase(again.find('|'), 1);
  const auto once = all_odds(Language::thai, paragraph);
  const auto twice = all_odds(Language::thai, paragraph + "\n" + again);
  EXPECT_EQ(once.front(), twice.front());
}

}  // namespace
}  // namespace thalign
