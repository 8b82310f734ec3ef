// SPDX-License-Identifier: Apache-2.0
#include "align/align.h"

#include <gmock/gmock.h>
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

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

SegmentedText segmented(Language language, std::string text) {
  return segment(Document::from_bytes(std::move(text), {.name = "test", .language = language}));
}

/// Two texts and their alignment, Thai as the source.
class Aligned {
 public:
  Aligned(std::string thai, std::string english, const AlignOptions& options = {})
      : thai_(segmented(Language::thai, std::move(thai))),
        english_(segmented(Language::english, std::move(english))),
        alignment_(align(thai_, english_, options)) {}

  /// English text of the bead that holds the Thai `text` whole; a note if none does.
  std::string english_of(std::string_view text) const {
    for (const Bead& bead : alignment_.beads()) {
      if (thai_.text(bead.source).find(text) != std::string_view::npos)
        return std::string(english_.text(bead.target));
    }
    return "in no one bead";
  }
  std::string thai_of(std::string_view text) const {
    for (const Bead& bead : alignment_.beads()) {
      if (english_.text(bead.target).find(text) != std::string_view::npos)
        return std::string(thai_.text(bead.source));
    }
    return "in no one bead";
  }
  std::span<const Bead> beads() const { return alignment_.beads(); }
  const SegmentedText& thai() const { return thai_; }
  const SegmentedText& english() const { return english_; }

 private:
  SegmentedText thai_, english_;
  Alignment alignment_;
};

void expect_equal(const Alignment& a, const Alignment& b) {
  ASSERT_EQ(a.beads().size(), b.beads().size());
  for (std::size_t i = 0; i < a.beads().size(); ++i) {
    ASSERT_EQ(a.beads()[i].source, b.beads()[i].source);
    ASSERT_EQ(a.beads()[i].target, b.beads()[i].target);
    ASSERT_EQ(a.beads()[i].score, b.beads()[i].score);
    ASSERT_EQ(a.beads()[i].confidence, b.beads()[i].confidence);
  }
}

TEST(AlignTest, EveryCharacterOfRandomTextsIsInExactlyOneBead) {
  std::mt19937 random(13);
  for (int round = 0; round < 10'000 / THALIGN_ONE_ROUND_OF; ++round) {
    SCOPED_TRACE(round);
    const bool thai_first = random() % 2 == 0;
    const SegmentedText thai = segment(test::random_document(random, Language::thai, 40));
    const SegmentedText english = segment(test::random_document(random, Language::english, 40));
    const SegmentedText& source = thai_first ? thai : english;
    const SegmentedText& target = thai_first ? english : thai;
    const Alignment alignment = align(source, target);
    std::vector<ByteRange> source_ranges;
    std::vector<ByteRange> target_ranges;
    for (const Bead& bead : alignment.beads()) {
      if (!bead.source.empty()) source_ranges.push_back(source.bytes(bead.source));
      if (!bead.target.empty()) target_ranges.push_back(target.bytes(bead.target));
      ASSERT_TRUE(bead.confidence >= 0.0 && bead.confidence <= 1.0) << bead.confidence;
      ASSERT_TRUE(std::isfinite(bead.score));
    }
    ASSERT_TRUE(test::cover_all_but_space(source.document().text(), source_ranges));
    ASSERT_TRUE(test::cover_all_but_space(target.document().text(), target_ranges));
    if (round % 20 == 0) expect_equal(alignment, align(source, target));
  }
}

TEST(AlignTest, NothingAgainstNothing) { EXPECT_TRUE(Aligned("", " \n ").beads().empty()); }

TEST(AlignTest, AnEmptySideGivesNullBeadsOnly) {
  const Aligned no_english("แมวกินปลา หมากินข้าว\n\nเด็กไปโรงเรียน", "\n");
  ASSERT_FALSE(no_english.beads().empty());
  for (const Bead& bead : no_english.beads()) {
    EXPECT_TRUE(bead.target.empty());
    EXPECT_NEAR(bead.confidence, 1.0, 1e-9);
  }
  const Aligned no_thai("", "Cats eat fish. Dogs eat rice.\n\nChildren go to school.");
  ASSERT_FALSE(no_thai.beads().empty());
  for (const Bead& bead : no_thai.beads()) EXPECT_TRUE(bead.source.empty());
}

TEST(AlignTest, OneSentenceEach) {
  const Aligned texts("ประเทศไทยมีประชากรหกสิบหกล้านคน",
                      "Thailand has a population of sixty-six million.");
  ASSERT_EQ(texts.beads().size(), 1U);
  EXPECT_FALSE(texts.beads()[0].is_null());
}

TEST(AlignTest, YearsOfBothErasPullClausesTogether) {
  const std::string thai =
      "ห้องสมุดเปิดให้บริการครั้งแรกในปี 2540 อาคารหลังใหม่สร้างเสร็จในปี 2553 "
      "ระบบยืมหนังสือออนไลน์เริ่มใช้ในปี ๒๕๖๒";
  const std::string english =
      "The library first opened to readers in 1997. The new building was completed in 2010. "
      "The online lending system was introduced in 2019.";
  const Aligned texts(thai, english);
  EXPECT_THAT(texts.english_of("2540"), AllOf(HasSubstr("1997"), Not(HasSubstr("2010"))));
  EXPECT_THAT(texts.english_of("2553"),
              AllOf(HasSubstr("2010"), Not(HasSubstr("1997")), Not(HasSubstr("2019"))));
  EXPECT_THAT(texts.english_of("๒๕๖๒"), AllOf(HasSubstr("2019"), Not(HasSubstr("2010"))));
}

TEST(AlignTest, YearsDecideBetweenSentencesThatSayTheSame) {
  const std::string thai =
      "โรงเรียนสร้างอาคารเรียนหลังใหม่ในปี 2540\nโรงเรียนสร้างอาคารเรียนหลังใหม่ในปี 2553\n"
      "โรงเรียนสร้างอาคารเรียนหลังใหม่ในปี ๒๕๖๒\n";
  const auto expect_alone = [&](const std::string& english_year, const std::string& thai_year) {
    const Aligned texts(thai, "The school built a new classroom building in " + english_year + ".");
    EXPECT_THAT(texts.english_of(thai_year), HasSubstr(english_year));
    std::size_t pairs = 0;
    for (const Bead& bead : texts.beads()) pairs += bead.is_null() ? 0 : 1;
    EXPECT_EQ(pairs, 1U);
    for (const std::string other : {"2540", "2553", "๒๕๖๒"}) {
      if (other == thai_year) continue;
      EXPECT_EQ(texts.english_of(other), "") << english_year << other;
    }
  };
  expect_alone("1997", "2540");
  expect_alone("2010", "2553");
  expect_alone("2019", "๒๕๖๒");
}

TEST(AlignTest, YearsPullTogetherWithEnglishAsTheSource) {
  const SegmentedText thai =
      segmented(Language::thai, "ห้องสมุดเปิดให้บริการครั้งแรกในปี 2540 อาคารหลังใหม่สร้างเสร็จในปี 2553");
  const SegmentedText english =
      segmented(Language::english,
                "The library first opened to readers in 1997. The new building was completed in "
                "2010.");
  const Alignment alignment = align(english, thai);
  ASSERT_EQ(alignment.beads().size(), 2U);
  EXPECT_THAT(std::string(thai.text(alignment.beads()[0].target)), HasSubstr("2540"));
  EXPECT_THAT(std::string(thai.text(alignment.beads()[1].target)), HasSubstr("2553"));
}

TEST(AlignTest, DatesPullClausesTogether) {
  const Aligned texts(
      "มหาวิทยาลัยเปิดรับสมัครนักศึกษาใหม่ในวันที่ 14 มิถุนายน พ.ศ. 2567 "
      "ประกาศรายชื่อผู้มีสิทธิ์เข้าเรียนในวันที่ 30 ก.ค. 2567 นักศึกษาเริ่มเข้าเรียนวันแรกในวันที่ 19 สิงหาคม 2567",
      "The university accepts applications from new students on June 14, 2024. The list of "
      "admitted students will be announced on 30 July 2024. Students attend their first classes on "
      "Aug 19, 2024.",
      {.lexicon = Lexicon::empty()});
  EXPECT_THAT(texts.english_of("14 มิถุนายน"),
              AllOf(HasSubstr("June 14"), Not(HasSubstr("30 July"))));
  EXPECT_THAT(texts.english_of("30 ก.ค."),
              AllOf(HasSubstr("30 July"), Not(HasSubstr("June 14")), Not(HasSubstr("Aug 19"))));
  EXPECT_THAT(texts.english_of("19 สิงหาคม"), AllOf(HasSubstr("Aug 19"), Not(HasSubstr("30 July"))));
}

TEST(AlignTest, LatinWordsPullClausesTogether) {
  const Aligned texts(
      "ทีมงานเลือกเขียนโปรแกรมหลักด้วยภาษา Python ข้อมูลของลูกค้าทั้งหมดถูกเก็บไว้ใน PostgreSQL "
      "ผู้ใช้เปิดหน้าเว็บได้ดีที่สุดด้วย Firefox",
      "The team chose to write the main program in Python. All data of our customers are kept in "
      "PostgreSQL. Users open the pages best with Firefox.",
      {.lexicon = Lexicon::empty()});
  EXPECT_THAT(texts.english_of("Python"), AllOf(HasSubstr("Python"), Not(HasSubstr("Postgre"))));
  EXPECT_THAT(texts.english_of("PostgreSQL"),
              AllOf(HasSubstr("PostgreSQL"), Not(HasSubstr("Python")), Not(HasSubstr("Firefox"))));
  EXPECT_THAT(texts.english_of("Firefox"), AllOf(HasSubstr("Firefox"), Not(HasSubstr("Postgre"))));
}

TEST(AlignTest, WordsOfTheLexiconPullClausesTogether) {
  const Aligned texts(
      "รัฐบาลประกาศนโยบายเศรษฐกิจใหม่เพื่อช่วยเหลือเกษตรกร\nโรงพยาบาลทุกแห่งจะเพิ่มจำนวนแพทย์และพยาบาล\n"
      "นักเรียนทุกคนจะได้รับหนังสือเรียนโดยไม่เสียค่าใช้จ่าย",
      "The government announced a new economic policy to help farmers.\n"
      "All hospitals will increase the number of doctors and nurses.\n"
      "All students will receive textbooks free of charge.");
  EXPECT_THAT(texts.english_of("เกษตรกร"), HasSubstr("farmers"));
  EXPECT_THAT(texts.english_of("โรงพยาบาล"), HasSubstr("hospitals"));
  EXPECT_THAT(texts.english_of("นักเรียน"), HasSubstr("students"));
  EXPECT_EQ(texts.beads().size(), 3U);
}

TEST(AlignTest, ASentenceLeftOutIsANullBead) {
  const std::string left_out =
      "Visitors who arrive by bicycle may leave it in the shed behind the east gate, where the key "
      "is kept by the gardener until sunset.";
  const Aligned texts(
      "พิพิธภัณฑ์เปิดทุกวันตั้งแต่เวลา 09.00 น. ถึง 17.00 น.\nค่าเข้าชมสำหรับผู้ใหญ่คนละ 120 บาท\n"
      "นักเรียนที่แสดงบัตรจ่ายเพียง 40 บาท",
      "The museum is open every day from 09.00 to 17.00.\n" + left_out +
          "\nAdmission for adults is 120 baht.\nStudents who show their card pay only 40 baht.");
  EXPECT_EQ(texts.thai_of(left_out.substr(0, 20)), "");
  EXPECT_THAT(texts.english_of("09.00"), AllOf(HasSubstr("museum"), Not(HasSubstr("bicycle"))));
  EXPECT_THAT(texts.english_of("120"), AllOf(HasSubstr("120"), Not(HasSubstr("bicycle"))));
  EXPECT_THAT(texts.english_of("40"), HasSubstr("40"));
}

TEST(AlignTest, AnUntranslatedParagraphAtTheEndIsNull) {
  const std::string extra =
      "ติดต่อสอบถามข้อมูลเพิ่มเติมได้ที่ฝ่ายประชาสัมพันธ์ชั้นสองของอาคารหลังเก่า เจ้าหน้าที่ยินดีให้บริการทุกวันทำการ "
      "โปรดนำบัตรประจำตัวมาด้วยทุกครั้ง";
  const Aligned texts(
      "สะพานแห่งใหม่ยาว 850 เมตรเปิดใช้งานแล้ววันนี้\n\nการก่อสร้างใช้เวลา 3 ปีและใช้งบประมาณ 1,200 ล้านบาท\n\n" +
          extra,
      "The new bridge, 850 metres long, opened today.\n\nThe construction took 3 years and cost "
      "1,200 million baht.");
  EXPECT_THAT(texts.english_of("850"), HasSubstr("850"));
  EXPECT_THAT(texts.english_of("1,200"), HasSubstr("1,200"));
  for (const char* const part : {"ฝ่ายประชาสัมพันธ์", "เจ้าหน้าที่", "โปรดนำบัตร"}) {
    EXPECT_EQ(texts.english_of(part), "") << part;
  }
}

TEST(AlignTest, ParagraphsStayTogether) {
  // Words say nothing here.
  const Aligned texts(
      "ฝนตกหนักตลอดทั้งคืนที่ผ่านมา ถนนหลายสายมีน้ำท่วมขัง\n\nตลาดเช้ายังคงเปิดขายตามปกติ แม่ค้าบอกว่าลูกค้าน้อยลง",
      "It rained heavily all last night. Several roads were flooded.\n\nThe morning market was "
      "open "
      "as usual. The vendors saw fewer customers.",
      {.lexicon = Lexicon::empty()});
  bool meet = false;
  for (const Bead& bead : texts.beads()) {
    const std::string_view thai = texts.thai().text(bead.source);
    const std::string_view english = texts.english().text(bead.target);
    EXPECT_EQ(thai.find('\n'), std::string_view::npos) << thai;
    EXPECT_EQ(english.find('\n'), std::string_view::npos) << english;
    meet = meet || (thai.starts_with("ตลาด") && english.starts_with("The morning"));
  }
  EXPECT_TRUE(meet);
}

}  // namespace
}  // namespace thalign
