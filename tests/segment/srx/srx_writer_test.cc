// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.h"
#include "segment/srx/srx.h"
#include "tests/segment/boundaries.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(Language language, std::string text) {
  const SrxFile file = SrxFile::parse(own_srx(), "own.srx");
  Document document =
      Document::from_bytes(std::move(text), {.encoding = "UTF-8", .language = language});
  return test::sentences_of(segment(std::move(document), file.rules(language_tag(language))));
}

TEST(OwnSrxTest, HasRulesForBothLanguages) {
  const SrxFile file = SrxFile::parse(own_srx(), "own.srx");
  EXPECT_FALSE(file.rules("en-GB").empty());
  EXPECT_FALSE(file.rules("th-TH").empty());
  EXPECT_TRUE(file.rules("de").empty());
}

TEST(OwnSrxTest, English) {
  EXPECT_THAT(
      sentences(
          Language::english,
          "We met Mr. Lund of Pratt & Co. near the mill on Oct. 5 at 7 p.m. by chance. He sold "
          "it to the U.S. Treasury for $3.50! \"Why?\" she asked. “Who knows.” It rained..."),
      ElementsAre("We met Mr. Lund of Pratt & Co. near the mill on Oct. 5 at 7 p.m. by chance.",
                  "He sold it to the U.S. Treasury for $3.50!", "\"Why?\" she asked.",
                  "“Who knows.”", "It rained..."));
}

TEST(OwnSrxTest, EnglishAbbreviationsThatEnd) {
  EXPECT_THAT(sentences(Language::english, "They moved to the U.S. The house was sold."),
              ElementsAre("They moved to the U.S.", "The house was sold."));
}

TEST(OwnSrxTest, Thai) {
  EXPECT_THAT(
      sentences(Language::thai,
                "นายสมชาย ใจดี เปิดห้องสมุดเมื่อปี 2567 ทั้งนี้ เปิดทุกวัน (ยกเว้น นอกจากนี้ วันหยุด)\nยินดีต้อนรับ"),
      ElementsAre("นายสมชาย ใจดี เปิดห้องสมุดเมื่อปี 2567", "ทั้งนี้ เปิดทุกวัน (ยกเว้น นอกจากนี้ วันหยุด)",
                  "ยินดีต้อนรับ"));
}

}  // namespace
}  // namespace thalign
