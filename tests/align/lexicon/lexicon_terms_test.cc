// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LexiconTermsTest, KeysOfEachTerm) {
  const std::vector<std::string> terms = {"Fish markets", "--", "rain"};
  const LexiconTerms keys(terms, Language::english);
  EXPECT_THAT(keys.keys(0), ElementsAre("fish", "market"));
  EXPECT_THAT(keys.keys(1), IsEmpty());
  EXPECT_THAT(keys.keys(2), ElementsAre("rain"));
}

TEST(LexiconTermsTest, ThaiTermsHaveTheirWords) {
  const std::vector<std::string> terms = {"ข้าว", "ถนน"};
  const LexiconTerms keys(terms, Language::thai);
  EXPECT_THAT(keys.keys(0), ElementsAre("ข้าว"));
  EXPECT_THAT(keys.keys(1), ElementsAre("ถนน"));
}

}  // namespace
}  // namespace thalign
