// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/document_score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "align/align.h"
#include "align/evidence/translation_score.h"
#include "segment/segment.h"
#include "tests/align/small_problem.h"

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

TEST(DocumentScoreTest, TheEvidenceIsTheMeanOfBothDirectionsPerTokenPredicted) {
  const test::SmallProblem problem(
      test::text_of_units(Language::thai, {"แมว ข้าว ถนน", "แมว"}, {0.0F, 0.0F}),
      test::text_of_units(Language::english, {"cat", "rice road water school red"}, {0.0F, 0.0F}),
      Corridor::full(2, 2));
  // A bead for the first units; the second are null, and their tokens count all the same.
  const std::vector<Bead> beads = {
      {{0, 1}, {0, 1}, 0, 0}, {{1, 2}, {1, 1}, 0, 0}, {{2, 2}, {1, 2}, 0, 0}};
  const DocumentEvidence evidence =
      document_evidence(problem.source, problem.target, problem.forward, problem.backward, beads);
  const auto sum = [](const Features& given, const Features& predicted, const Links& links) {
    TranslationScore score(given, predicted, links);
    score.start(0, {0, 1});
    score.extend();
    std::vector<double> sums(2);
    score.sums({0, 1}, sums.data());
    return sums.back();
  };
  const double of_target = sum(problem.source, problem.target, problem.forward);
  const double of_source = sum(problem.target, problem.source, problem.backward);
  EXPECT_NEAR(evidence.translation,
              (of_target / static_cast<double>(problem.target.tokens.size()) +
               of_source / static_cast<double>(problem.source.tokens.size())) /
                  2.0,
              1e-9);
  EXPECT_NE(of_target, of_source);
  EXPECT_EQ(evidence.tokens, problem.source.tokens.size() + problem.target.tokens.size());
  EXPECT_NEAR(evidence.supported,
              of_target + of_source > 0.0
                  ? static_cast<double>(problem.source.characters_in({0, 1}) +
                                        problem.target.characters_in({0, 1})) /
                        (problem.source.characters.back() + problem.target.characters.back())
                  : 0.0,
              1e-9);
}

TEST(DocumentScoreTest, ManyBeadsShowWhatOneOfThemShows) {
  const auto evidence_of = [](std::uint32_t beads) {
    std::vector<std::string> thai(beads, "แมว ข้าว");
    std::vector<std::string> english(beads, "cat rice road");
    const std::vector<float> breaks(beads, 1.0F);
    const test::SmallProblem problem(test::text_of_units(Language::thai, thai, breaks),
                                     test::text_of_units(Language::english, english, breaks),
                                     Corridor::full(beads, beads));
    std::vector<Bead> all;
    for (std::uint32_t k = 0; k < beads; ++k) all.push_back({{k, k + 1}, {k, k + 1}, 0, 0});
    return document_evidence(problem.source, problem.target, problem.forward, problem.backward,
                             all);
  };
  const DocumentEvidence one = evidence_of(1);
  const DocumentEvidence many = evidence_of(10'000);
  EXPECT_GT(one.translation, 0.0);
  EXPECT_NEAR(many.translation, one.translation, 1e-6);
  EXPECT_EQ(one.supported, 1.0);
  EXPECT_EQ(many.supported, 1.0);
}

}  // namespace
}  // namespace thalign
