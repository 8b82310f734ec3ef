// SPDX-License-Identifier: Apache-2.0
#include "segment/srx/srx_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.h"
#include "tests/segment/boundaries.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(const std::vector<SrxRule>& rules, std::string text,
                                   Language language = Language::english) {
  return test::sentences_of(segment(
      Document::from_bytes(std::move(text), {.encoding = "UTF-8", .language = language}), rules));
}

SrxRule breaks(std::string before, std::string after) {
  return {true, std::move(before), std::move(after), "test:1:1"};
}
SrxRule no_break(std::string before, std::string after) {
  return {false, std::move(before), std::move(after), "test:2:1"};
}

TEST(SrxMatcherTest, BreaksWhereARuleSays) {
  EXPECT_THAT(sentences({breaks(";", "\\s")}, "One; two. Three"),
              ElementsAre("One;", "two. Three"));
}

TEST(SrxMatcherTest, NoUnitEndsWhereNoRuleBreaks) {
  const SegmentedText text =
      segment(Document::from_bytes("ฝนตกหนักเมื่อคืนนี้ แม่น้ำสูงขึ้น สะพานปิดแล้ว; ถนนเปิด\nโรงเรียนปิด",
                                   {.encoding = "UTF-8", .language = Language::thai}),
              std::vector{breaks(";", "\\s")});
  std::vector<std::string> units;
  for (std::uint32_t u = 0; u < text.units().size(); ++u) units.emplace_back(text.text({u, u + 1}));
  EXPECT_THAT(units, ElementsAre("ฝนตกหนักเมื่อคืนนี้ แม่น้ำสูงขึ้น สะพานปิดแล้ว;", "ถนนเปิด", "โรงเรียนปิด"));
}

TEST(SrxMatcherTest, TheFirstRuleThatAppliesCounts) {
  const std::string text = "Meet Qu. Lund. Then go.";
  EXPECT_THAT(sentences({no_break("Qu\\.", "\\s"), breaks("\\.", "\\s")}, text),
              ElementsAre("Meet Qu. Lund.", "Then go."));
  EXPECT_THAT(sentences({breaks("\\.", "\\s"), no_break("Qu\\.", "\\s")}, text),
              ElementsAre("Meet Qu.", "Lund.", "Then go."));
}

TEST(SrxMatcherTest, EmptyPatternsMatchAnywhere) {
  EXPECT_THAT(sentences({breaks("", "\\s+Then")}, "One. Two Then three"),
              ElementsAre("One. Two", "Then three"));
  EXPECT_THAT(sentences({breaks("Two\\s", "")}, "One. Two Then three"),
              ElementsAre("One. Two", "Then three"));
}

TEST(SrxMatcherTest, BreaksWithoutWhiteSpace) {
  EXPECT_THAT(sentences({breaks("!", "[A-Z]")}, "One!Two!three"), ElementsAre("One!", "Two!three"));
}

TEST(SrxMatcherTest, PatternsSeeTheirSurroundings) {
  EXPECT_THAT(sentences({breaks("^\\w+", "\\s")}, "One two three"),
              ElementsAre("One", "two three"));
  EXPECT_THAT(sentences({breaks("", "\\s\\w+$")}, "One two three"),
              ElementsAre("One two", "three"));
  EXPECT_THAT(sentences({breaks("(?<=a )b", "\\s")}, "a b c b d"), ElementsAre("a b", "c b d"));
  EXPECT_THAT(sentences({breaks("\\b[a-z]+", "\\s")}, "aB cd ef"), ElementsAre("aB cd", "ef"));
}

TEST(SrxMatcherTest, LongTextsAndBeginsOfLines) {
  const std::string filler(1000, 'x');
  EXPECT_THAT(sentences({breaks("^x", "\\s")}, filler + " x y"), ElementsAre(filler + " x y"));
  EXPECT_THAT(sentences({breaks("x", "\\s")}, filler + " y"), ElementsAre(filler, "y"));
}

TEST(SrxMatcherTest, BlankLinesAlwaysEnd) {
  EXPECT_THAT(sentences({no_break("", "")}, "One\n\ntwo"), ElementsAre("One", "two"));
  EXPECT_THAT(sentences({breaks("^\\w+", "\\s")}, "a b\n\nc d"), ElementsAre("a", "b", "c", "d"));
  // Whatever our own rules say of one.
  EXPECT_THAT(
      sentences({no_break("", "")}, "รันแอพเป็น stateless processes\n\nApp ทำงาน", Language::thai),
      ElementsAre("รันแอพเป็น stateless processes", "App ทำงาน"));
}

TEST(SrxMatcherTest, LineEndsThatNoRuleSpeaksOf) {
  const std::vector<SrxRule> rules = {breaks("\\.", " "), no_break("and", "\\s")};
  EXPECT_THAT(sentences(rules, "Opening hours\nThe shop is open. Come and\nBuy"),
              ElementsAre("Opening hours", "The shop is open.", "Come and\nBuy"));
}

TEST(SrxMatcherTest, Thai) {
  EXPECT_THAT(sentences({no_break("นาย\\S+", "\\s"), breaks("", "\\s")}, "นายสมชาย ใจดี มาแล้ว เขายิ้ม",
                        Language::thai),
              ElementsAre("นายสมชาย ใจดี", "มาแล้ว", "เขายิ้ม"));
}

TEST(SrxMatcherTest, CharactersBeyondTheBasicPlane) {
  EXPECT_THAT(sentences({breaks("\U0001F600", "\\s")}, "Yes \U0001F600 no \U0001F600 well"),
              ElementsAre("Yes \U0001F600", "no \U0001F600", "well"));
}

TEST(SrxMatcherTest, RulesThatTakeTooLong) {
  const std::string text = std::string(290, 'a') + " b";
  try {
    sentences({breaks("(a*)*(a*)*(a*)*c", "\\s")}, text);
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit);
    EXPECT_THAT(error.what(), testing::StartsWith("test:1:1: "));
  }
}

}  // namespace
}  // namespace thalign
