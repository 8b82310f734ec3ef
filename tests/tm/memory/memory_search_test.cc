// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/tm/memory/memory_builder.h"
#include "tm/memory/fuzzy_score.h"
#include "tm/memory/match_key.h"

namespace thalign {
namespace {

using test::add;
using test::day;
using test::MemoryPath;
using test::pair;
using testing::ElementsAre;
using testing::IsEmpty;

class MemorySearchTest : public testing::Test {
 protected:
  MemorySearchTest() : memory_(file_.path(), Memory::Access::create) {}

  std::vector<std::pair<int, UnitNumber>> scores(std::string_view text, MatchOptions options = {}) {
    std::vector<std::pair<int, UnitNumber>> result;
    for (const Match& match : MemorySearch(memory_).matches(text, options))
      result.emplace_back(match.score, match.number);
    return result;
  }
  std::vector<UnitNumber> units_with(std::string_view text, OccurrenceOptions options = {}) {
    std::vector<UnitNumber> result;
    for (const Occurrence& found : MemorySearch(memory_).occurrences(text, options))
      result.push_back(found.number);
    return result;
  }

  MemoryPath file_;
  Memory memory_;
};

TEST_F(MemorySearchTest, ExactTextsFirst) {
  add(memory_, {pair("ฝนตกหนักมากทางภาคใต้", "Very heavy rain in the South"),
                pair("ฝนตกหนักทางภาคใต้ ๑๐ วัน", "Heavy rain"),
                pair("ฝนตกหนักทางภาคใต้ 10 วัน", "Ten days of rain"), pair("แดดออก", "sun")});
  EXPECT_THAT(scores("ฝนตกหนักทางภาคใต้ 10 วัน", {.threshold = 99}),
              ElementsAre(std::pair(100, 3), std::pair(99, 2)));
  const auto all = scores("ฝนตกหนักทางภาคใต้ 10 วัน", {.threshold = 40});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[2].second, 1);
  EXPECT_LT(all[2].first, 99);
  EXPECT_THAT(scores("ฝนตกหนักทางภาคใต้ 10 วัน", {.threshold = 40, .limit = 1}),
              ElementsAre(std::pair(100, 3)));
  EXPECT_THAT(scores(""), IsEmpty());
}

TEST_F(MemorySearchTest, TextsThatReadersSeeAsOne) {
  add(memory_, {pair("เด็ก ๆ ชอบว่ายน้ำในคลอง", "Children love to swim in the canal"),
                pair("ผู้จัดการเซ็นชื่อแล้ว", "The manager has signed")});
  for (const char* const query :
       {"เด็กๆ ชอบว่ายน้ำในคลอง", "เด็กๆชอบว่ายน้ำในคลอง", "เด็ก\u200C ๆ ชอบว่ายน้ำในคลอง\u200E"})
    EXPECT_THAT(scores(query), ElementsAre(std::pair(99, 1))) << query;
  EXPECT_THAT(scores("ผู\uF70Bจ\uF710ดการเซ\uF712นชื่อแล้ว"), ElementsAre(std::pair(99, 2)));
  EXPECT_THAT(units_with("เด็กๆชอบ"), ElementsAre(1));
  const auto found = MemorySearch(memory_).occurrences("เด็กๆ", {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].places, ElementsAre(ByteRange{0, 16}));
}

TEST_F(MemorySearchTest, EitherDirectionOrTheOneAskedFor) {
  add(memory_, {pair("OK", "OK!"), pair("ตกลง", "OK")});
  EXPECT_EQ(scores("OK").size(), 2U);
  EXPECT_THAT(scores("OK", {.from = "en", .threshold = 100}), ElementsAre(std::pair(100, 2)));
  EXPECT_THAT(scores("OK", {.to = "en", .threshold = 100}), ElementsAre(std::pair(100, 1)));
  EXPECT_THAT(scores("OK", {.to = "lo"}), IsEmpty());
}

TEST_F(MemorySearchTest, ContextIs101) {
  add(memory_, {pair("ก่อน", "before", "a"), pair("ใช่", "yes", "a"), pair("หลัง", "after", "a"),
                pair("อื่น", "other", "b"), pair("ใช่", "yeah", "b")});
  EXPECT_THAT(scores("ใช่", {.before = "ก่อน", .after = "หลัง"}),
              ElementsAre(std::pair(101, 2), std::pair(100, 5)));
  EXPECT_THAT(scores("ใช่", {.before = "อื่น"}), ElementsAre(std::pair(101, 5), std::pair(100, 2)));
  EXPECT_THAT(scores("yes", {.before = "Before"}), ElementsAre(std::pair(101, 2)));
  EXPECT_THAT(scores("ใช่", {.before = "ก่อน", .after = "อื่น"}),
              ElementsAre(std::pair(100, 2), std::pair(100, 5)));
}

TEST_F(MemorySearchTest, SameTextsOnceTheLatestFirst) {
  TranslationUnit old = pair("ใช่", "yes", "a");
  old.about.changed = day(1);
  TranslationUnit recent = pair("ใช่", "yes", "b");
  recent.about.changed = day(3);
  TranslationUnit other = pair("ใช่", "yeah", "c");
  other.about.changed = day(2);
  add(memory_, {old, recent, other});
  EXPECT_THAT(scores("ใช่"), ElementsAre(std::pair(100, 2), std::pair(100, 3)));
}

TEST_F(MemorySearchTest, FindsPartsOfTexts) {
  add(memory_, {pair("น้ำท่วมถนน", "Floods on roads"), pair("น\u0E49\u0E4D\u0E32ใจ", "Kindness"),
                pair("ถนนสาย ๗", "Road 7")});
  EXPECT_THAT(units_with("น้ำ"), ElementsAre(1, 2));
  EXPECT_THAT(units_with("road"), ElementsAre(1, 3));
  EXPECT_THAT(units_with("ถ"), ElementsAre(1, 3));
  EXPECT_THAT(units_with("7"), ElementsAre(3));
  EXPECT_THAT(units_with("ย 7"), ElementsAre(3));
  EXPECT_THAT(units_with("o", {.limit = 1}), ElementsAre(1));
  EXPECT_THAT(units_with("7", {.language = "en"}), ElementsAre(3));
  EXPECT_THAT(units_with("\"roads"), IsEmpty());
  const auto found = MemorySearch(memory_).occurrences("ถนน", {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[1].places, ElementsAre(ByteRange{0, 9}));
}

TEST_F(MemorySearchTest, ForgetsRemovedUnits) {
  add(memory_, {pair("น้ำท่วมถนน", "Floods on roads"), pair("น้ำท่วมบ้าน", "Floods in houses")});
  memory_.remove(MemoryFilter({.units = {1}}));
  EXPECT_THAT(units_with("ท่วม"), ElementsAre(2));
  EXPECT_THAT(scores("น้ำท่วมถนน", {.threshold = 30}), testing::SizeIs(1));
}

// Against a look at every unit: nothing scores otherwise, and hardly anything is missed.
TEST_F(MemorySearchTest, FindsWhatALookAtEveryUnitFinds) {
  constexpr std::array<std::string_view, 16> kWords = {
      "รัฐบาล", "ประชาชน", "ฝน",   "ตก",  "หนัก",     "ทาง", "ภาคใต้", "น้ำ",
      "ท่วม",   "ถนน",     "หลาย", "สาย", "โรงเรียน", "ปิด",  "เรียน",  "วันนี้"};
  std::mt19937 random(3);
  const auto sentence = [&] {
    std::string text;
    for (std::size_t n = 3 + random() % 8; n > 0; --n) text += kWords[random() % kWords.size()];
    return text;
  };
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 1500; ++i) units.push_back(pair(sentence(), "unit " + std::to_string(i)));
  add(memory_, units);
  int found = 0;
  int all = 0;
  for (int i = 0; i < 40; ++i) {
    // A text of the memory with a word more.
    std::string text = units[random() % units.size()].variants[0].text;
    text.append(kWords[random() % kWords.size()]);
    const FuzzyScorer scorer(match_text(text));
    int best = 0;
    for (const TranslationUnit& unit : units) {
      const std::string& other = unit.variants[0].text;
      best = std::max(best, other == text ? kExactScore : scorer.score(match_text(other)));
    }
    if (best < 70) continue;
    ++all;
    const auto matches = MemorySearch(memory_).matches(text, {});
    for (const Match& match : matches) {
      const std::string& other = match.unit.variants[0].text;
      ASSERT_EQ(match.score, other == text ? kExactScore : scorer.score(match_text(other)));
    }
    found += !matches.empty() && matches.front().score == best ? 1 : 0;
  }
  ASSERT_GT(all, 20);
  EXPECT_GE(found, all * 9 / 10);
}

}  // namespace
}  // namespace thalign
