// SPDX-License-Identifier: Apache-2.0
#include "segment/thai/thai_vetoes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace thalign {
namespace {

/// Expects that no sentence may end at any `|` of `text`, all of which stand after a space.
void expect_no_end(std::string text) {
  const std::string marked = text;
  std::vector<std::size_t> places;
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at)) {
    places.push_back(at);
    text.erase(at, 1);
  }
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const ThaiVetoes vetoes(input);
  std::size_t found = 0;
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    const std::size_t at = words.all()[k].original.begin;
    if (std::ranges::find(places, at) == places.end()) continue;
    ++found;
    ASSERT_EQ(input.gaps[k], GapKind::space) << marked;
    EXPECT_TRUE(vetoes.at_space(k)) << marked << " at " << text.substr(at);
  }
  EXPECT_EQ(found, places.size()) << marked << ": a mark is not at a word";
}

/// Expects that a sentence may end at the one `|` of `text`.
void expect_possible(std::string text) {
  const std::string marked = text;
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  const ThaiVetoes vetoes(input);
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    if (words.all()[k].original.begin == at) {
      EXPECT_FALSE(vetoes.at_space(k)) << marked;
      return;
    }
  }
  ADD_FAILURE() << marked << ": the mark is not at a word";
}

TEST(ThaiVetoesTest, AChunkLongerThanAFirstNameIsNone) {
  expect_no_end("นายสมชาย |ใจดี");
  expect_possible("นายสมชายเดินทางไปตลาดริมน้ำเพื่อซื้อข้าวสาร |ฝนตกทั้งวัน");
}

TEST(ThaiVetoesTest, Brackets) {
  expect_no_end("ศูนย์บริการ (เปิดทุกวัน |ยกเว้นวันหยุด) ย้ายที่ทำการ");
  expect_no_end("ศูนย์บริการ (ดูแผนที่ [ชั้นสอง |ห้องริมสุด] |หรือสอบถาม) ย้ายที่ทำการ");
  expect_no_end("ศูนย์บริการ ( |เปิดทุกวัน |) ย้ายที่ทำการ");
}

TEST(ThaiVetoesTest, UnbalancedBrackets) {
  expect_possible("รายชื่อ (ตามประกาศฉบับก่อน |จะแจ้งให้ทราบภายหลัง");
  expect_possible("ข้อแรก) ให้เตรียมเอกสาร |เจ้าหน้าที่จะตรวจสอบ");
}

TEST(ThaiVetoesTest, Quotations) {
  expect_no_end("นิทรรศการ “สายน้ำ |และผู้คน” เปิดแล้ว");
  expect_no_end("นิทรรศการ ‘สายน้ำ |และผู้คน’ เปิดแล้ว");
  expect_no_end("นิทรรศการ \"สายน้ำ |และผู้คน\" เปิดแล้ว");
  expect_no_end("นิทรรศการ 'สายน้ำ |และผู้คน' เปิดแล้ว");
  expect_no_end("นิทรรศการ “สายน้ำ (ตอนแรก) |และผู้คน” เปิดแล้ว");
}

TEST(ThaiVetoesTest, UnbalancedQuotations) {
  expect_possible("นิทรรศการ \"สายน้ำเปิดให้เข้าชมแล้ว |ผู้คนต่างชื่นชม");
  expect_possible("หนังสือ Farmer's Way ขายดี |ร้านสั่งพิมพ์เพิ่ม");
}

TEST(ThaiVetoesTest, NamesAfterTitles) {
  expect_no_end("นางสาว |พรทิพย์ |แก้วใส เดินทางมาถึง");
  expect_no_end("ม.ร.ว. |กิตติ |วรรณสุข เดินทางมาถึง");
  expect_no_end("รศ.ดร. |มานะ |อดทน บรรยายพิเศษ");
  expect_no_end("พล.ต.ท.สมพร |รุ่งเรืองกิจ ลงพื้นที่");
  expect_no_end("พลเอก |สมพร |รุ่งเรืองกิจ ลงพื้นที่");
  expect_no_end("ด.ช. |ก้อง |ใจกล้า ได้รับรางวัล");
  expect_no_end("นายแพทย์ |ธงชัย |ศรีวิไล แถลงข่าว");
  expect_no_end("ผู้แทนคือ H.E. |Mr. |Park จากโซล");
}

TEST(ThaiVetoesTest, Excellencies) {
  expect_possible("ประชุมเวลา 9 นาฬิกา |ฯพณฯ รัฐมนตรีเปิดงาน");
  expect_no_end("ประชุมเวลา 9 นาฬิกา ฯพณฯ |รัฐมนตรีเปิดงาน");
  expect_no_end("เขาไปกรุงเทพ |ฯ แล้ว");
}

TEST(ThaiVetoesTest, WordsThatOnlyBeginLikeTitles) {
  expect_possible("นายกเทศมนตรีเปิดงานแล้ว |ประชาชนร่วมงานจำนวนมาก");
  expect_possible("นางแบบเดินบนเวที |ผู้ชมปรบมือ");
  expect_possible("ก่อตั้งเมื่อปี พ.ศ. 2510-2512 |โดยมีเป้าหมายเดียว");
}

TEST(ThaiVetoesTest, Companies) {
  expect_no_end("บริษัท |สายน้ำ |จำกัด |(มหาชน) ขยายกิจการ");
  expect_possible("เขาลาออกจากบริษัท |เพื่อนร่วมงานเสียใจ");
}

TEST(ThaiVetoesTest, LatinRuns) {
  expect_no_end("ใช้ระบบ Open |source |software ในสำนักงาน");
  expect_no_end("ใช้โปรแกรม Office |365 ในสำนักงาน");
  expect_possible("เธอทำงานที่ Bangkok |Lena เป็นหัวหน้า");
  expect_possible("เก็บรหัสไว้ในการตั้งค่า. |server อ่านเองทุกเช้า");
  expect_no_end("เก็บรหัสไว้ที่ รร. |server อ่านเองทุกเช้า");
}

TEST(ThaiVetoesTest, NumbersWithUnits) {
  expect_no_end("ใช้ปุ๋ย 20 |กก. ต่อไร่");
  expect_no_end("สูง 1.5 |ม. จากพื้น");
  expect_no_end("อุณหภูมิ 30 |องศาเซลเซียส");
  expect_no_end("งบ 5 |ล้าน |บาท");
  expect_no_end("งบ 5 ล้าน |ดอลลาร์ |สหรัฐ");
  expect_no_end("คิดเป็น 20 |% ของทั้งหมด");
  expect_no_end("ผู้สมัครประมาณ |300 |คน");
  expect_no_end("ตามมาตรา |5 วรรค |2");
  expect_no_end("โทร. |0 |2612 |6000");
  expect_no_end("อัตราส่วน 1 |: |4");
  expect_no_end("กำหนดให้ x |= |5");
}

TEST(ThaiVetoesTest, ANounAfterAYearIsNoUnit) {
  expect_possible("โรงเรียนเปิดเมื่อปี 2510 |วันแรกมีนักเรียนสิบคน");
  expect_possible("โรงเรียนเปิดเมื่อปี 2510 |โครงการนี้จึงเริ่มขึ้น");
}

TEST(ThaiVetoesTest, AUnitOfTimeIsNoMarker) {
  expect_possible("สำนักงานเปิดเวลา 08.30 น. |ผู้มาติดต่อต้องแสดงบัตร");
  expect_possible("กำแพงสูง 1.5 ม. |รอบบ้านปลูกต้นไม้");
}

TEST(ThaiVetoesTest, NumbersCountTheNounBefore) {
  expect_no_end("เรียกอาสาสมัครจากโรงเรียน |12 แห่ง มาช่วยงาน");
  expect_no_end("แจกต้นกล้า |500 ต้น ให้ชาวบ้าน");
  expect_possible("อาสาสมัครมาจากโรงเรียน 12 แห่ง |ครูใหญ่ขอบคุณทุกคน");
  expect_possible("รถไฟเสียกลางทาง |09.30 น. หัวรถจักรมาถึง");
  expect_possible("2.1 ใบสมัครงาน |2.2 รูปถ่ายหน้าตรง");
  expect_possible("๔ ชายคนนั้นหว่านข้าว |๕ แผ่นดินก็เขียวขจี");
}

TEST(ThaiVetoesTest, ConnectivesOpenTheirClause) {
  expect_no_end("ร้านปิดแล้ว นอกจากนี้ |เจ้าของยังย้ายบ้าน");
  expect_no_end("ร้านปิดแล้ว ทั้งนี้ |ลูกค้าขอเงินคืนได้");
  expect_possible("ร้านปิดแล้วเช่นเดียวกันทั้งนี้ |ลูกค้าขอเงินคืนได้");
}

TEST(ThaiVetoesTest, DatesAndEras) {
  expect_no_end("ตั้งแต่วันที่ |5 |- |9 |มกราคม |พ.ศ. |2567");
  expect_no_end("วันที่ 5 |ม.ค. |67 |เวลา |9.00 |น.");
  expect_no_end("ปี |พ.ศ. |2567 และ |ค.ศ. |2030");
  expect_no_end("ประชุมวันจันทร์ |ที่ 5 มกราคม");
}

TEST(ThaiVetoesTest, Abbreviations) {
  expect_possible("เรื่องนี้อยู่ที่ ก.พ.ร. |ทั้งนี้ยังไม่มีข้อสรุป");
  expect_no_end("บ้านอยู่ที่ จ. |นครปฐม");
  expect_no_end("ตั้งอยู่ ถ. |สายชล");
}

TEST(ThaiVetoesTest, MarksOfThai) {
  expect_no_end("เด็ก |ๆ วิ่งเล่น");
  expect_no_end("ในกรุงเทพ |ฯ ฝนตก");
  expect_no_end("กล้วย ส้ม |ฯลฯ วางขาย");
  expect_possible("กล้วย ส้ม ฯลฯ |ตลาดเปิดทุกวัน");
}

TEST(ThaiVetoesTest, ListMarkers) {
  expect_no_end("1. |เปิดกล่อง 2. |ปิดกล่อง");
  expect_no_end("(1) |เปิดกล่อง (2) |ปิดกล่อง");
  expect_no_end("ก. |เปิดกล่อง");
  expect_no_end("• |เปิดกล่อง • |ปิดกล่อง");
  expect_no_end("1.2 |วัตถุประสงค์");
  expect_possible("1. เปิดกล่อง |2. ปิดกล่อง");
  expect_possible("• เปิดกล่อง |• ปิดกล่อง");
}

TEST(ThaiVetoesTest, AddressesAndTrailsOfLinks) {
  expect_no_end("หน้าแรก |> |ข่าว |» |ติดต่อเรา");
  expect_no_end("อีเมล info |@ |example.org");
}

TEST(ThaiVetoesTest, OpenersOfMore) {
  expect_no_end("ผู้ว่าราชการแจ้งว่า |ถนนเปิดแล้ว");
  expect_no_end("เอกสาร ได้แก่ |สำเนาบัตร และ |รูปถ่าย");
  const std::string line_end = "ผู้ว่าราชการแจ้งว่า\nถนนเปิดแล้ว";
  const Words words(line_end);
  const SegmentationInput input = segmentation_input(line_end, words);
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    if (input.gaps[k] == GapKind::line_end) {
      EXPECT_TRUE(ThaiVetoes(input).opens_more(k));
    }
  }
}

}  // namespace
}  // namespace thalign
