// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "models/models.h"
#include "tests/align/small_problem.h"
#include "text/error.h"

namespace thalign {
namespace {

LexiconSide thai_side() {
  return {{{"ก", 0.25F, {{1, 0.5F}, {0, 0.25F}}}, {"กข", 0.5F, {}}, {"ข", 0.125F, {{2, 1.0F}}}}};
}
LexiconSide english_side() {
  return {{{"a", 0.5F, {{0, 0.75F}}}, {"ab", 0.25F, {{2, 0.5F}, {0, 0.25F}}}, {"b", 0.125F, {}}}};
}

void expect_side(const Lexicon& lexicon, Language language, const LexiconSide& side) {
  ASSERT_EQ(lexicon.words(language), side.entries.size());
  for (WordId id = 0; id < side.entries.size(); ++id) {
    const LexiconSide::Entry& entry = side.entries[id];
    EXPECT_EQ(lexicon.word(language, id), entry.word);
    EXPECT_EQ(lexicon.find(language, entry.word), id);
    EXPECT_EQ(lexicon.background(language, id), entry.background);
    const auto translations = lexicon.translations(language, id);
    ASSERT_EQ(translations.size(), entry.translations.size());
    for (std::size_t i = 0; i < translations.size(); ++i) {
      EXPECT_EQ(translations[i].word, entry.translations[i].word);
      EXPECT_EQ(translations[i].probability, entry.translations[i].probability);
    }
  }
}

TEST(LexiconTest, PackAndReadBack) {
  const std::string bytes = Lexicon::pack(thai_side(), english_side());
  const Lexicon lexicon(bytes, "test");
  expect_side(lexicon, Language::thai, thai_side());
  expect_side(lexicon, Language::english, english_side());
}

TEST(LexiconTest, TheShippedOneIsWhole) {
  EXPECT_NO_THROW(Lexicon(models::lexicon(), "shipped"));  // which `shipped` does not check
  const Lexicon& shipped = Lexicon::shipped();
  for (const Language language : {Language::thai, Language::english}) {
    for (WordId id = 0; id < shipped.words(language); ++id) {
      ASSERT_EQ(shipped.find(language, shipped.word(language, id)), id);
    }
  }
}

TEST(LexiconTest, FindsOnlyWhatIsThere) {
  const std::string bytes = Lexicon::pack(thai_side(), english_side());
  const Lexicon lexicon(bytes, "test");
  for (const char* const word : {"", "A", "aa", "abc", "c", "ก"}) {
    EXPECT_FALSE(lexicon.find(Language::english, word)) << word;
  }
  EXPECT_FALSE(lexicon.find(Language::thai, "a"));
  EXPECT_FALSE(lexicon.find(Language::thai, "กขค"));
}

TEST(LexiconTest, EmptySides) {
  const std::string bytes = Lexicon::pack({}, {});
  const Lexicon lexicon(bytes, "test");
  for (const Language language : {Language::thai, Language::english}) {
    EXPECT_EQ(lexicon.words(language), 0U);
    EXPECT_FALSE(lexicon.find(language, "a"));
    EXPECT_EQ(Lexicon::empty().words(language), 0U);
    EXPECT_FALSE(Lexicon::empty().find(language, "a"));
  }
}

/// Reads a copy of `bytes` at an aligned place of its own, so that reading beyond its end is seen.
void read(const std::string& bytes) {
  const auto copy = std::make_unique<char[]>(bytes.size());
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  const Lexicon lexicon({copy.get(), bytes.size()}, "damaged.bin");
}

void expect_damaged(const std::string& bytes, const std::string& what) {
  try {
    read(bytes);
    ADD_FAILURE() << what << ": read without an error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format) << what;
    EXPECT_TRUE(std::string_view(error.what()).starts_with("damaged.bin")) << error.what();
  }
}

TEST(LexiconTest, DamagedBytesAreRefused) {
  const std::string whole = Lexicon::pack(thai_side(), english_side());
  ASSERT_NO_THROW(read(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    expect_damaged(whole.substr(0, size), "cut off at " + std::to_string(size));
  }
  std::string bytes = whole;
  bytes[0] = 'X';
  expect_damaged(bytes, "magic");
  bytes = whole;
  bytes[4] = static_cast<char>(bytes[4] + 1);
  expect_damaged(bytes, "version");
  expect_damaged("no lexicon at all, but text of some length that could hold a header", "text");
}

TEST(LexiconTest, TranslationsOutOfRangeAreRefused) {
  LexiconSide thai = thai_side();
  thai.entries[2].translations[0].word = 3;
  expect_damaged(Lexicon::pack(thai, english_side()), "Thai word of an English word too many");
  LexiconSide english = english_side();
  english.entries[0].translations[0].word = 1'000'000;
  expect_damaged(Lexicon::pack(thai_side(), english), "English word far out of range");
}

TEST(LexiconTest, NoDamageReadsBeyondTheBytes) {
  const std::string whole = Lexicon::pack(thai_side(), english_side());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char value : {'\x00', '\x01', '\x7F', '\xFF'}) {
      std::string bytes = whole;
      bytes[at] = value;
      const auto copy = std::make_unique<char[]>(bytes.size());
      std::memcpy(copy.get(), bytes.data(), bytes.size());
      try {
        const Lexicon lexicon({copy.get(), bytes.size()}, "damaged.bin");
        for (const Language language : {Language::thai, Language::english}) {
          const Language other = language == Language::thai ? Language::english : Language::thai;
          for (WordId id = 0; id < lexicon.words(language); ++id) {
            ASSERT_LE(lexicon.word(language, id).size(), bytes.size());
            for (const Translation& translation : lexicon.translations(language, id)) {
              ASSERT_LT(translation.word, lexicon.words(other));
            }
          }
        }
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::format);
      }
    }
  }
}

TEST(LexiconTest, TheShippedOneKnowsPlainWords) {
  const Lexicon& lexicon = Lexicon::shipped();
  const struct {
    const char* thai;
    const char* stem;  // what the English word begins with
  } cases[] = {{"ประเทศ", "countr"}, {"น้ำ", "water"}, {"ประชาชน", "peopl"}, {"เศรษฐกิจ", "econom"}};
  for (const auto& c : cases) {
    const auto id = lexicon.find(Language::thai, c.thai);
    ASSERT_TRUE(id) << c.thai;
    const auto translations = lexicon.translations(Language::thai, *id);
    const bool found = std::any_of(translations.begin(), translations.end(), [&](Translation t) {
      return lexicon.word(Language::english, t.word).starts_with(c.stem);
    });
    EXPECT_TRUE(found) << c.thai << " -> " << c.stem;
  }
}

TEST(LexiconTest, TheShippedOneKeepsItsInvariants) {
  const Lexicon& lexicon = Lexicon::shipped();
  for (const Language language : {Language::thai, Language::english}) {
    for (WordId id = 0; id < lexicon.words(language); ++id) {
      if (id > 0) {
        ASSERT_LT(lexicon.word(language, id - 1), lexicon.word(language, id));
      }
      ASSERT_GT(lexicon.background(language, id), 0.0F);
      ASSERT_LE(lexicon.background(language, id), 1.0F);
      float before = 1.0F;
      for (const Translation& translation : lexicon.translations(language, id)) {
        ASSERT_GT(translation.probability, 0.0F);
        ASSERT_LE(translation.probability, before);
        before = translation.probability;
      }
    }
  }
}

}  // namespace
}  // namespace thalign
