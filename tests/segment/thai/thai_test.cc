// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/segment/boundaries.h"

namespace thalign {
namespace {

using test::all_odds;
using test::thai_odds;
using testing::Each;
using testing::Eq;
using testing::Gt;
using testing::Lt;
using testing::Optional;

/// Expects that no sentence may end at any place marked.
void expect_vetoed(const std::string& text) {
  EXPECT_THAT(all_odds(Language::thai, text), Each(Eq(std::nullopt))) << text;
}

TEST(ThaiTest, SpacesBetweenClausesMayEndASentence) {
  EXPECT_TRUE(
      thai_odds("กระทรวงได้ประกาศโครงการใหม่เมื่อวานนี้ |ประชาชนทุกคนสามารถเข้าร่วมได้โดยไม่เสียค่าใช้จ่าย"));
  EXPECT_TRUE(thai_odds("ฝนตกหนักตลอดทั้งคืน |ถนนหลายสายมีน้ำท่วมขัง"));
}

TEST(ThaiTest, NoSpaceNoEnd) {
  expect_vetoed("ฝนตกหนัก|ตลอดทั้งคืน ถนน|หลายสายมีน้ำท่วมขัง");
  expect_vetoed("เขาเดินทาง|เพื่อพบเพื่อน");
}

TEST(ThaiTest, SentenceMarksWithoutASpaceMayEndASentence) {
  for (const char* text : {"ร้านเปิดแล้ว.|ลูกค้ามากันมาก", "คนเยอะมาก.|แม่ขายของหมด",
                           "ร้านเปิดหรือยัง?|ฉันจะไปซื้อของ", "ในที่สุดก็เสร็จ!|กลับบ้านกัน"}) {
    const std::optional<float> odds = thai_odds(text);
    ASSERT_TRUE(odds.has_value()) << text;
    EXPECT_GE(*odds, 0.5F) << text;
  }
}

TEST(ThaiTest, NoEndAfterAnAbbreviationWithoutASpace) {
  expect_vetoed("บ้านอยู่ที่ จ.|เชียงราย มานานแล้ว");
  expect_vetoed("ถามได้ที่ โทร.|สาย ด่วน ทุกวัน");
}

TEST(ThaiTest, InsideBrackets) {
  expect_vetoed("สำนักงานแห่งนี้ (ซึ่งเปิดเมื่อปีก่อน |และมีพนักงานมากมาย |ทั้งนี้ยังไม่นับสาขา) ให้บริการทุกวัน");
  expect_vetoed("คณะทำงาน [ตามคำสั่งเดิม |และคำสั่งใหม่] เริ่มทำงานแล้ว");
}

TEST(ThaiTest, InsideShortQuotations) {
  expect_vetoed("งาน “เที่ยวเมืองรอง |สุขใจทั้งปี” จะจัดขึ้นที่สวนสาธารณะ");
  expect_vetoed("งาน \"เที่ยวเมืองรอง |สุขใจทั้งปี\" จะจัดขึ้นที่สวนสาธารณะ");
}

TEST(ThaiTest, NameAfterTitle) {
  expect_vetoed("นายสมชาย |ใจดี กล่าวเปิดงาน");
  expect_vetoed("นางสาวมาลี |ศรีสุข เป็นผู้ชนะการแข่งขัน");
  expect_vetoed("ดร. |วิชัย เป็นผู้บรรยาย");
  expect_vetoed("พล.อ. |สมศักดิ์ เป็นประธานในพิธี");
  expect_vetoed("พล.อ.สมศักดิ์ |มั่นคง เป็นประธานในพิธี");
}

TEST(ThaiTest, NameAfterTitleThatStandsAlone) {
  expect_vetoed("พิธีเปิดมี พล.อ. สมศักดิ์ |มั่นคง เป็นประธาน");
  expect_vetoed("ดร. วิชัย |ทองดี เป็นผู้บรรยาย");
}

TEST(ThaiTest, NoNameWithoutATitle) {
  EXPECT_TRUE(thai_odds("เขาพบทนาย เมื่อวานนี้ |วันนี้เขาจะไปศาล"));
  EXPECT_TRUE(thai_odds("ดร.\nวิชัย |ทองดี"));
}

TEST(ThaiTest, LatinRuns) {
  expect_vetoed("บริษัทใช้ระบบ Cloud |computing |services ในการทำงาน");
  expect_vetoed("ผู้บริหารคือ Mr. |Smith จากลอนดอน");
}

TEST(ThaiTest, NumbersWithUnits) {
  expect_vetoed("มีผู้เข้าร่วมงาน 250 |คน ในวันแรก");
  expect_vetoed("ใช้งบประมาณ 30 |ล้านบาท ในปีนี้");
  expect_vetoed("ถนนยาว ๑๒ |กิโลเมตร ผ่านสามหมู่บ้าน");
  expect_vetoed("เพิ่มขึ้น 5 |เปอร์เซ็นต์ จากปีก่อน");
  expect_vetoed("ลดลงร้อยละ 5 |% จากปีก่อน");
}

TEST(ThaiTest, DatesAndTimes) {
  expect_vetoed("ประชุมวันที่ |14 |มิถุนายน |2567 ที่ห้องประชุมใหญ่");
  expect_vetoed("ประชุมวันที่ ๑๔ |มิ.ย. |๒๕๖๗ ที่ห้องประชุมใหญ่");
  expect_vetoed("ก่อตั้งเมื่อ พ.ศ. |2567 โดยชาวบ้าน");
  expect_vetoed("ตั้งแต่ 14 มิถุนายน พ.ศ. |2567 เป็นต้นไป");
  expect_vetoed("เริ่มงานเวลา |08.30 |น. ที่ศาลากลาง");
}

TEST(ThaiTest, BeforeMarksThatBelongToWhatStandsBefore) {
  expect_vetoed("เด็ก |ๆ ชอบเล่นน้ำ");
  expect_vetoed("ในกรุงเทพ |ฯ มีรถมาก");
  expect_vetoed("ข้อแรก |) ให้ทำตามนี้");
  expect_vetoed("อาหาร |, น้ำดื่ม และยา");
}

TEST(ThaiTest, AfterWordsThatOpenWhatFollows) {
  expect_vetoed("รัฐมนตรีกล่าวว่า |โครงการนี้จะเริ่มต้นในปีหน้า");
  expect_vetoed("สิ่งที่สำคัญที่สุดคือ |ความปลอดภัยของประชาชนทุกคน");
  expect_vetoed("มีสามจังหวัด ได้แก่ |เชียงใหม่ ลำพูน และลำปาง");
  expect_vetoed("ปลูกผลไม้หลายชนิด เช่น |มะม่วง ทุเรียน และมังคุด");
  expect_vetoed("มีการประชุมเมื่อวานนี้ โดยมี |ผู้ว่าราชการจังหวัดเป็นประธาน");
  expect_vetoed("งานจัดขึ้น ณ |ศาลากลางจังหวัด");
}

TEST(ThaiTest, ConnectivesRaiseTheOdds) {
  const auto before = [](const std::string& opener) {
    return thai_odds("กระทรวงได้จัดสรรงบประมาณให้แก่โรงเรียนทุกแห่งเรียบร้อยแล้ว |" + opener +
                     "ผู้ปกครองสามารถสอบถามรายละเอียดได้ที่โรงเรียนใกล้บ้าน");
  };
  const auto ordinary = before("และ");
  ASSERT_TRUE(ordinary);
  for (const char* const opener : {"ทั้งนี้ ", "นอกจากนี้ ", "อย่างไรก็ตาม ", "ดังนั้น "}) {
    EXPECT_THAT(before(opener), Optional(Gt(*ordinary))) << opener;
    EXPECT_THAT(before(opener), Optional(Gt(0.0F))) << opener;
  }
}

TEST(ThaiTest, NoEndAfterAConnectiveLikely) {
  const auto odds = thai_odds("งานเสร็จแล้ว ทั้งนี้ |ผู้ปกครองสามารถสอบถามรายละเอียดได้ที่โรงเรียนใกล้บ้าน");
  if (odds) {
    EXPECT_LT(*odds, 0.0F);
  }
}

TEST(ThaiTest, LineEndsAndBlankLinesAreStrongerThanSpaces) {
  const std::string first = "ฝนตกหนักตลอดทั้งคืน";
  const std::string second = "|ถนนหลายสายมีน้ำท่วมขัง";
  const auto space = thai_odds(first + " " + second);
  const auto line_end = thai_odds(first + "\n" + second);
  const auto blank_line = thai_odds(first + "\n\n" + second);
  ASSERT_TRUE(space && line_end && blank_line);
  EXPECT_GT(*line_end, 0.0F);
  EXPECT_GT(*blank_line, 0.0F);
  EXPECT_LT(*space, *line_end);
  EXPECT_LT(*space, *blank_line);
}

TEST(ThaiTest, NoSentenceGoesOnBehindABlankLine) {
  const std::optional<float> odds = thai_odds("รันแอพเป็น stateless processes\n\n|App ทำงาน");
  ASSERT_TRUE(odds.has_value());
  EXPECT_GE(*odds, 0.0F);
}

TEST(ThaiTest, ALineEndIsNoLaw) {
  EXPECT_THAT(thai_odds("รัฐมนตรีกล่าวว่า\n|โครงการนี้จะเริ่มต้นในปีหน้า"), Optional(Lt(0.0F)));
}

TEST(ThaiTest, NoCutBetweenASubjectAndItsPredicate) {
  EXPECT_EQ(thai_odds("นอกจากนี้ สหด. |ยังได้ลงนามบันทึกข้อตกลง"), std::nullopt);
  EXPECT_EQ(thai_odds("ปัจจุบัน กกพ. |จะเปิดรับฟังความคิดเห็น"), std::nullopt);
  EXPECT_EQ(thai_odds("นางสาวสุดา รองโฆษกรัฐบาล |เปิดเผยว่าฝนจะตก"), std::nullopt);
  EXPECT_NE(thai_odds("ฝนตกหนักตลอดทั้งคืน |จะมีน้ำท่วมในเช้าวันนี้"), std::nullopt);
}

}  // namespace
}  // namespace thalign
