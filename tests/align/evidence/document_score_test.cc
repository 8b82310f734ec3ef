// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/document_score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"

namespace thalign {
namespace {

double score_of(const std::string& thai, const std::string& english) {
  const SegmentedText source = segment(Document::from_bytes(thai, {.language = Language::thai}));
  const SegmentedText target =
      segment(Document::from_bytes(english, {.language = Language::english}));
  return align(source, target).document_score().value();
}

struct Texts {
  const char* thai;
  const char* english;
};

constexpr std::array<Texts, 4> kPairs = {
    {{"โรงพยาบาลเปิดให้บริการทุกวัน เวลา 08.30 ถึง 16.30 น. ผู้ป่วยควรนำบัตรประชาชนมาด้วย",
      "The hospital is open every day from 08.30 to 16.30. Patients should bring their identity "
      "cards."},
     {"รัฐบาลจะสร้างถนนใหม่สามสายในปี 2568 งบประมาณทั้งหมด 450 ล้านบาท",
      "The government will build three new roads in 2025. The total budget is 450 million baht."},
     {"นักเรียนจากโรงเรียนในจังหวัดเชียงใหม่ชนะการแข่งขันคณิตศาสตร์ระหว่างประเทศ",
      "Students from a school in Chiang Mai province won the international mathematics contest."},
     {"ธนาคารลดอัตราดอกเบี้ยลงร้อยละ 0.25 เพื่อกระตุ้นเศรษฐกิจ",
      "The bank cut its interest rate by 0.25 percent to stimulate the economy."}}};

TEST(DocumentScoreTest, RightPairsScoreHighAndWrongPairsLow) {
  for (const Texts& thai : kPairs) {
    for (const Texts& english : kPairs) {
      const double score = score_of(thai.thai, english.english);
      if (&thai == &english) {
        EXPECT_GT(score, 0.7) << thai.english;
      } else {
        EXPECT_LT(score, 0.4) << thai.thai << english.english;
      }
    }
  }
}

TEST(DocumentScoreTest, UnrelatedSentencesThatMakeABeadScoreLow) {
  EXPECT_LT(score_of("แมวนอนอยู่บนหลังคา", "Parliament passed the budget bill."), 0.4);
}

TEST(DocumentScoreTest, NoTextNoEvidence) {
  EXPECT_LT(score_of("", ""), 0.4);
  EXPECT_LT(score_of("", "Nothing was said."), 0.4);
}

TEST(DocumentScoreTest, GrowsWithEachEvidenceAndAsksMoreOfLongTexts) {
  const DocumentEvidence some = {.translation = 0.3, .supported = 0.6, .tokens = 200};
  const auto with = [&](auto change) {
    DocumentEvidence changed = some;
    change(changed);
    return document_score(changed);
  };
  const double score = document_score(some);
  EXPECT_GT(with([](DocumentEvidence& e) { e.translation = 0.4; }), score);
  EXPECT_GT(with([](DocumentEvidence& e) { e.supported = 0.7; }), score);
  EXPECT_GT(with([](DocumentEvidence& e) { e.tokens = 100; }), score);
  EXPECT_EQ(with([](DocumentEvidence& e) { e.tokens = 9000; }),
            with([](DocumentEvidence& e) { e.tokens = 400; }));
}

}  // namespace
}  // namespace thalign
