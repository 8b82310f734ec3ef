// SPDX-License-Identifier: Apache-2.0
#include "text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/text/random_text.h"
#include "text/segmented_text.h"
#include "text/unicode/thai_class.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

using testing::ElementsAre;

/// The words of `text` in folded form, each with the first letter of its kind: "t:แมว".
std::vector<std::string> described(std::string_view text) {
  const Words words(text);
  std::vector<std::string> result;
  for (const Word& word : words.all()) {
    constexpr std::string_view kKinds = "tlnm";
    result.push_back(std::string(1, kKinds[static_cast<std::size_t>(word.kind)])
                         .append(":")
                         .append(words.folded(word)));
  }
  return result;
}

/// The words of `text` as they stand in it.
std::vector<std::string> originals(std::string_view text) {
  const Words words(text);
  std::vector<std::string> result;
  for (const Word& word : words.all()) {
    result.emplace_back(text.substr(word.original.begin, word.original.size()));
  }
  return result;
}

TEST(WordsTest, NoText) {
  EXPECT_THAT(described(""), ElementsAre());
  EXPECT_THAT(described(" \t\n\u00A0\u200B\u2028 "), ElementsAre());
}

TEST(WordsTest, Thai) {
  EXPECT_THAT(described("นักเรียนอ่านหนังสือ"), ElementsAre("t:นักเรียน", "t:อ่าน", "t:หนังสือ"));
  EXPECT_THAT(described("แมวดำ กินปลา"), ElementsAre("t:แมว", "t:ดำ", "t:กิน", "t:ปลา"));
}

TEST(WordsTest, PaiyannoiIsAWordOfItsOwn) {
  EXPECT_THAT(described("กรุงเทพฯ เป็น"), ElementsAre("t:กรุงเทพ", "m:ฯ", "t:เป็น"));
  EXPECT_THAT(described("ฯลฯ"), ElementsAre("m:ฯ", "t:ล", "m:ฯ"));
}

TEST(WordsTest, English) {
  EXPECT_THAT(described("She can't read it."),
              ElementsAre("l:she", "l:can't", "l:read", "l:it", "m:."));
  EXPECT_THAT(described("It’s covid-19, not covid19"),
              ElementsAre("l:it's", "l:covid", "m:-", "n:19", "m:,", "l:not", "l:covid19"));
}

TEST(WordsTest, Numbers) {
  EXPECT_THAT(described("1,000.50 14 ๑๒,๓๔๕ 10:30"),
              ElementsAre("n:1,000.50", "n:14", "n:12,345", "n:10", "m::", "n:30"));
}

TEST(WordsTest, AnAtSignBelongsToTheLettersAroundIt) {
  EXPECT_THAT(described("Write to a.b@example.org, @name or 5@2 @"),
              ElementsAre("l:write", "l:to", "l:a.b@example.org", "m:,", "l:@name", "l:or", "n:5@2",
                          "m:@"));
  EXPECT_THAT(described("ถึงa@b.co"), ElementsAre("t:ถึง", "l:a@b.co"));
}

TEST(WordsTest, Marks) {
  EXPECT_THAT(
      described("(a)... -- !? $5 ฿5"),
      ElementsAre("m:(", "l:a", "m:)", "m:...", "m:--", "m:!", "m:?", "m:$", "n:5", "m:฿", "n:5"));
  EXPECT_THAT(described(". . ๏๏๚"), ElementsAre("m:.", "m:.", "m:๏๏", "m:๚"));
  EXPECT_THAT(described(std::string_view("\0\0\x01", 3)),
              ElementsAre(std::string("m:\0\0", 4), "m:\x01"));
}

TEST(WordsTest, AMarkWithAMarkOfItsOwnIsAnotherOne) {
  EXPECT_THAT(originals("!\u20DD!"), ElementsAre("!\u20DD", "!"));
  EXPECT_THAT(originals("!!\u20DD"), ElementsAre("!", "!\u20DD"));
}

TEST(WordsTest, SoftHyphens) {
  EXPECT_THAT(described("co\u00ADop a \u00AD b"), ElementsAre("l:coop", "l:a", "m:\u00AD", "l:b"));
  EXPECT_THAT(originals("ว่า\u00AD แมว"), ElementsAre("ว่า\u00AD", "แมว"));
}

TEST(WordsTest, ThaiIsPartedFromWhatTouchesIt) {
  EXPECT_THAT(described("ปี2567ของGoogleไทย"),
              ElementsAre("t:ปี", "n:2567", "t:ของ", "l:google", "t:ไทย"));
  EXPECT_THAT(described("พ.ศ."), ElementsAre("t:พ", "m:.", "t:ศ", "m:."));
}

TEST(WordsTest, OriginalsOfFoldedText) {
  EXPECT_THAT(originals("“ปี ๒๕๖๗” ค\u0E4D\u0E32\u200Bว่า\u200Bเเมว"),
              ElementsAre("“", "ปี", "๒๕๖๗", "”", "ค\u0E4D\u0E32", "ว่า", "เเมว"));
  EXPECT_THAT(originals(".\u200B."), ElementsAre(".\u200B."));
}

TEST(WordsTest, MarksStayWithTheirBase) {
  for (const std::string text : {"e\u0301te\u0301", "กี่ที่", "a\u0E48b", "1\u0E34"}) {
    for (const std::string& word : originals(text)) {
      EXPECT_FALSE(word.starts_with("\u0301") || word.starts_with("\u0E48") ||
                   word.starts_with("\u0E34"))
          << text;
    }
  }
}

void expect_invariants(std::string_view text) {
  const Words words(text);
  const FoldedText fold(text);
  std::uint32_t original_end = 0;
  std::uint32_t folded_end = 0;
  bool follows_thai = false;
  const auto expect_space = [&](std::string_view between) {
    for (const char32_t c : test::characters(between)) ASSERT_TRUE(is_space(c)) << text;
  };
  for (const Word& word : words.all()) {
    ASSERT_FALSE(word.original.empty()) << text;
    ASSERT_FALSE(word.folded.empty()) << text;
    ASSERT_LE(original_end, word.original.begin) << text;
    ASSERT_LE(folded_end, word.folded.begin) << text;
    ASSERT_TRUE(word.original.contains(fold.original(word.folded))) << text;
    ASSERT_FALSE(follows_thai && begins_inside_syllable(words.folded(word))) << text;
    follows_thai = word.kind == WordKind::thai;
    ASSERT_EQ(words.folded(word).find_first_of(" \n\t"), std::string_view::npos) << text;
    expect_space(text.substr(original_end, word.original.begin - original_end));
    original_end = word.original.end;
    folded_end = word.folded.end;
  }
  expect_space(text.substr(original_end));
}

TEST(WordsTest, RandomTextsKeepTheInvariants) {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round)
    expect_invariants(test::random_text(random, random() % 40));
}

TEST(WordsTest, LongTextIsBrokenAsItsLinesAre) {
  std::mt19937 random(5);
  std::string text;
  std::vector<std::string> expected;
  for (int line = 0; line < 3000; ++line) {
    const std::string words = test::random_text(random, 12);
    text += "คำ " + words + " จบ\n";
    for (std::string& word : described("คำ " + words + " จบ\n"))
      expected.push_back(std::move(word));
  }
  EXPECT_EQ(described(text), expected);
}

TEST(WordsTest, LongLineWithoutASpace) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "แมว";
  EXPECT_EQ(originals(text).size(), 20'000U);
}

TEST(WordsTest, ThreadsBreakTheSameWords) {
  const std::string text = "นักเรียนอ่านหนังสือ at school 12 ครั้ง";
  const std::vector<std::string> expected = described(text);
  std::vector<std::vector<std::string>> found(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : found) threads.emplace_back([&] { result = described(text); });
  }
  for (const auto& result : found) EXPECT_EQ(result, expected);
}

}  // namespace
}  // namespace thalign
