// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/acronyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.h"
#include "tests/align/lexicon/found_names.h"

namespace thalign {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "thai=acronym" for each place found.
std::vector<std::string> acronyms(const std::string& thai, const std::string& english) {
  return test::found_names(thai, english,
                           [](const SegmentedText& source, const SegmentedText& target) {
                             return find_acronyms(source, target, Lexicon::shipped());
                           });
}

TEST(AcronymsTest, SideBySideInTheThaiText) {
  const std::string english = "The agency met. QWX agreed.";
  for (const char* thai :
       {"หน่วยงาน สลท. (QWX) ประชุม", "หน่วยงาน (สลท. หรือ QWX) ประชุม", "หน่วยงาน QWX (สลท.) ประชุม",
        "หน่วยงาน (สลท.) (QWX) ประชุม", "หน่วยงาน (QWX: สลท.) ประชุม"})
    EXPECT_THAT(acronyms(thai, english), ElementsAre("สลท.=qwx")) << thai;
}

TEST(AcronymsTest, NotBeside) {
  EXPECT_THAT(acronyms("หน่วยงาน สลท. และ QWX ประชุม", "The agency met. QWX agreed."), IsEmpty());
  EXPECT_THAT(acronyms("หน่วยงาน สลท., QWX ประชุม", "The agency met. QWX agreed."), IsEmpty());
}

TEST(AcronymsTest, TheEnglishTextHasToHaveIt) {
  EXPECT_THAT(acronyms("หน่วยงาน สลท. (QWX) ประชุม", "The agency met."), IsEmpty());
}

TEST(AcronymsTest, AllPlacesOfTheText) {
  EXPECT_THAT(
      acronyms("หน่วยงาน สลท. (QWX) ประชุม ต่อมาสลท.ตกลง และ สลท ลงนาม", "QWX met and signed."),
      ElementsAre("สลท.=qwx", "สลท.=qwx", "สลท=qwx"));
}

TEST(AcronymsTest, FullStopsInside) {
  EXPECT_THAT(acronyms("คณะกรรมการ ส.ล.ท. (QWX) ประชุม แล้ว ส.ล.ท. ตกลง", "QWX met and agreed."),
              ElementsAre("ส.ล.ท.=qwx", "ส.ล.ท.=qwx"));
}

TEST(AcronymsTest, LongFormsTranslateEachOther) {
  const std::string thai =
      "สำนักงานพัฒนาการศึกษาแห่งชาติ (สพศ.) เปิดอบรมครู และธนาคารเพื่อการเกษตร (ธกษ.) ให้เงินกู้ โดย สพศ. "
      "จะติดตามผล";
  const std::string english =
      "The Bank for Agriculture (BFA) gave loans, and the National Education Development Office "
      "(NEDO) opened a course for teachers. NEDO will follow it.";
  EXPECT_THAT(acronyms(thai, english), ElementsAre("สพศ.=nedo", "ธกษ.=bfa", "สพศ.=nedo"));
}

TEST(AcronymsTest, BehindAnAlternativeName) {
  EXPECT_THAT(acronyms("สำนักงานพัฒนาการศึกษาแห่งชาติ (องค์การมหาชน) หรือ สพศ. เปิดอบรมครู",
                       "The National Education Development Office or NEDO opened a course."),
              ElementsAre("สพศ.=nedo"));
}

TEST(AcronymsTest, LongFormsOfDifferentThings) {
  EXPECT_THAT(acronyms("สำนักงานพัฒนาการศึกษาแห่งชาติ (สพศ.) เปิดอบรมครู",
                       "The World Football League (WFL) opened a stadium."),
              IsEmpty());
}

TEST(AcronymsTest, ErasAndTitlesAreNoAcronyms) {
  EXPECT_THAT(acronyms("พระราชบัญญัติการศึกษา (พ.ศ. 2542) และ นางสาว (น.ส.) ดวงดาว",
                       "The National Education Act (NEA) and the Board of Education (BOE)."),
              IsEmpty());
}

TEST(AcronymsTest, NothingToFind) {
  EXPECT_THAT(acronyms("", ""), IsEmpty());
  EXPECT_THAT(acronyms("สพศ. (", "NEDO ("), IsEmpty());
  EXPECT_THAT(acronyms("(สพศ.)", "(NEDO)"), IsEmpty());
}

}  // namespace
}  // namespace thalign
