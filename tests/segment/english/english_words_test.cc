// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace thalign {
namespace {

TEST(EnglishWordsTest, KindsOfAbbreviations) {
  EXPECT_EQ(english_abbreviation("mr"), AbbreviationKind::title);
  EXPECT_EQ(english_abbreviation("e.g"), AbbreviationKind::inner);
  EXPECT_EQ(english_abbreviation("no"), AbbreviationKind::numbered);
  EXPECT_EQ(english_abbreviation("inc"), AbbreviationKind::may_end);
  EXPECT_EQ(english_abbreviation("etc"), AbbreviationKind::ending);
  EXPECT_EQ(english_abbreviation("house"), std::nullopt);
  EXPECT_EQ(english_abbreviation(""), std::nullopt);
}

TEST(EnglishWordsTest, EveryAbbreviationHasOneKind) {
  for (const AbbreviationKind kind :
       {AbbreviationKind::title, AbbreviationKind::inner, AbbreviationKind::numbered,
        AbbreviationKind::may_end, AbbreviationKind::ending}) {
    for (const std::string_view text : english_abbreviations(kind)) {
      EXPECT_EQ(english_abbreviation(text), kind) << text;
      EXPECT_FALSE(text.ends_with('.')) << text;
    }
  }
}

TEST(EnglishWordsTest, Openers) {
  EXPECT_TRUE(opens_english_sentence("however"));
  EXPECT_FALSE(opens_english_sentence("smith"));
  EXPECT_TRUE(opens_english_phrase("of"));
  EXPECT_FALSE(opens_english_phrase("house"));
  EXPECT_TRUE(is_english_subject("they"));
  EXPECT_TRUE(is_english_speech_verb("asked"));
}

TEST(EnglishWordsTest, Emoticons) {
  EXPECT_TRUE(is_emoticon(":-)"));
  EXPECT_TRUE(is_emoticon("\U0001F600\U0001F600"));
  EXPECT_FALSE(is_emoticon(":"));
  EXPECT_FALSE(is_emoticon("(a)"));
}

}  // namespace
}  // namespace thalign
