// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/document_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "align/lexicon/lexicon.h"

namespace thalign {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;

DocumentTerms terms(const std::string& text, Language language) {
  return document_terms(Document::from_bytes(text, {.language = language}), Lexicon::shipped());
}

TEST(DocumentTermsTest, NumbersYearsMonthsAndLatinWordsAreAlikeInBothLanguages) {
  const DocumentTerms thai = terms("วันที่ 14 มิถุนายน 2567 Zyxtron จ่าย ๓,๑๕๐ บาท", Language::thai);
  const DocumentTerms english =
      terms("On 14 June 2024 Zyxtron paid 3,150 baht.", Language::english);
  for (const char* key : {"#14", "@6", "#2024", "zyxtron", "#3150"}) {
    EXPECT_THAT(thai.terms, Contains(shared_term(key))) << key;
    EXPECT_THAT(english.terms, Contains(shared_term(key))) << key;
  }
}

TEST(DocumentTermsTest, WordsOfTheLexiconAreTheirNumbers) {
  const Lexicon& lexicon = Lexicon::shipped();
  EXPECT_THAT(terms("โรงเรียนปิดแล้ว", Language::thai).terms,
              Contains(*lexicon.find(Language::thai, "โรงเรียน")));
  EXPECT_THAT(terms("The school is closed.", Language::english).terms,
              Contains(*lexicon.find(Language::english, "school")));
}

TEST(DocumentTermsTest, ThaiInAnEnglishPageSaysNothing) {
  EXPECT_EQ(terms("School พิมพ์ closed", Language::english),
            terms("School closed", Language::english));
}

TEST(DocumentTermsTest, RepeatsCountOnceAndTheRarestAreKept) {
  EXPECT_EQ(terms("school school", Language::english), terms("school", Language::english));
  std::string text = "the school";
  for (std::size_t i = 0; i < kMostDocumentTerms; ++i) text += " " + std::to_string(70000 + i);
  const DocumentTerms many = terms(text, Language::english);
  EXPECT_THAT(many.terms, SizeIs(kMostDocumentTerms));
  EXPECT_THAT(many.terms, Not(Contains(*Lexicon::shipped().find(Language::english, "the"))));
}

TEST(DocumentTermsTest, EmptyText) {
  EXPECT_THAT(terms("", Language::thai).terms, IsEmpty());
  EXPECT_THAT(terms(" \n", Language::english).terms, IsEmpty());
}

}  // namespace
}  // namespace thalign
