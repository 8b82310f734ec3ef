// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "segment/segment.h"
#include "segment/srx/srx.h"

namespace thalign {
namespace {

using testing::ElementsAre;

/// Ends of the matches of a pattern, or their begins, searched for one after the other.
std::set<int> places(const std::string& pattern, const icu::UnicodeString& text, bool ends) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), text, 0, status);
  std::set<int> result;
  while (matcher.find(status) != 0)
    result.insert(ends ? matcher.end(status) : matcher.start(status));
  EXPECT_TRUE(U_SUCCESS(status)) << pattern;
  return result;
}

/// A paragraph in segments as CAT tools cut it: they search for the matches of each pattern, which
/// do not overlap then, where thalign asks at each place whether a pattern matches there.
std::vector<std::string> by_search(const std::vector<SrxRule>& rules,
                                   const std::string& paragraph) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(paragraph);
  std::map<int, bool> breaks;  // of the first rule that applies
  for (const SrxRule& rule : rules) {
    const std::set<int> after = places(rule.after, text, false);
    for (const int place : places(rule.before, text, true)) {
      if (after.contains(place)) breaks.emplace(place, rule.breaks);
    }
  }
  std::vector<std::string> segments;
  int begin = 0;
  breaks[text.length()] = true;
  for (const auto& [place, is_break] : breaks) {
    if (!is_break) continue;
    icu::UnicodeString segment(text, begin, place - begin);
    begin = place;
    std::string bytes;
    segment.trim().toUTF8String(bytes);
    if (!bytes.empty()) segments.push_back(bytes);
  }
  return segments;
}

std::vector<std::string> by_thalign(const std::vector<SrxRule>& rules, const std::string& paragraph,
                                    Language language) {
  const SegmentedText text =
      segment(Document::from_bytes(paragraph, {.encoding = "UTF-8", .language = language}), rules);
  std::vector<std::string> sentences;
  for (const UnitRange range : best_sentences(text)) sentences.emplace_back(text.text(range));
  return sentences;
}

void expect_same(const char* tag, Language language, const std::vector<std::string>& paragraphs) {
  const std::vector<SrxRule> rules = SrxFile::parse(own_srx(), "own.srx").rules(tag);
  ASSERT_FALSE(rules.empty());
  for (const std::string& paragraph : paragraphs)
    EXPECT_EQ(by_search(rules, paragraph), by_thalign(rules, paragraph, language)) << paragraph;
}

TEST(SrxSearchTest, SearchingProgramsCutEnglishTheSameWay) {
  expect_same("en", Language::english,
              {"Dr. Lund met Mr. Vale at 9 a.m. on Friday. They left at ten.",
               "See Fig. 3 and No. 5 there. It costs 3.5 baht, e.g. in spring. Why? \"Go!\" she "
               "said. He went.",
               "J. Brown came (he was late). The U.S. team won. The U.S. The end... and more.",
               "1. Open the box. 2. Close it (etc.). Done!", "A word", ""});
}

TEST(SrxSearchTest, SearchingProgramsCutThaiTheSameWay) {
  expect_same("th", Language::thai,
              {"ฝนตกหนักเมื่อคืนนี้ ทั้งนี้ สะพานยังเปิด อย่างไรก็ตาม ถนนปิดแล้ว",
               "เขากล่าวว่า ทั้งนี้ (น้ำท่วม ทั้งนี้ ถนนขาด ทั้งนี้ ปิด) ดังนั้น จึงกลับบ้าน",
               "ป้ายเขียนว่า “ปิด ทั้งนี้ ต่อมา เปิด” ต่อมา คนมา 5 คน", "นาย สมชาย ใจดี มาถึงแล้ว! เขายิ้ม", "คำ"});
}

TEST(SrxSearchTest, NothingBreaksInsideBrackets) {
  const std::vector<SrxRule> rules = SrxFile::parse(own_srx(), "own.srx").rules("TH");
  EXPECT_THAT(by_search(rules, "ถนนปิด (น้ำท่วม ทั้งนี้ ถนนขาด ต่อมา เปิด) ดังนั้น จึงกลับ"),
              ElementsAre("ถนนปิด (น้ำท่วม ทั้งนี้ ถนนขาด ต่อมา เปิด)", "ดังนั้น จึงกลับ"));
}

}  // namespace
}  // namespace thalign
