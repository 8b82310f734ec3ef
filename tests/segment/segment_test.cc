// SPDX-License-Identifier: Apache-2.0
#include "segment/segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/segment/boundaries.h"
#include "tests/segment/random_document.h"
#include "text/unicode/thai_class.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

using test::segmented;
using testing::ElementsAre;

std::vector<std::string> units(const SegmentedText& text) {
  std::vector<std::string> result;
  for (std::uint32_t u = 0; u < text.units().size(); ++u) {
    result.emplace_back(text.text({u, u + 1}));
  }
  return result;
}

/// The folded text from the first word on that is in `unit`.
std::string_view words_of(const SegmentedText& text, ByteRange unit) {
  for (const Word& word : text.words().all()) {
    if (word.original.end > unit.begin) return text.words().folded_text().substr(word.folded.begin);
  }
  return {};
}

void expect_invariants(const SegmentedText& text) {
  std::vector<ByteRange> ranges;
  std::uint32_t paragraph = 0;
  for (const Unit& unit : text.units()) {
    ranges.push_back(unit.range);
    ASSERT_TRUE(unit.paragraph == paragraph || unit.paragraph == paragraph + 1);
    paragraph = unit.paragraph;
    ASSERT_TRUE(std::isfinite(unit.break_after));
    const std::u32string characters =
        test::characters(text.document().text().substr(unit.range.begin, unit.range.size()));
    ASSERT_FALSE(is_space(characters.front()) || is_space(characters.back()));
    const bool first = unit.range == text.units().front().range;
    ASSERT_FALSE(!first && begins_inside_syllable(words_of(text, unit.range)));
  }
  ASSERT_TRUE(test::cover_all_but_space(text.document().text(), ranges));
}

TEST(SegmentTest, RandomTextsKeepTheInvariants) {
  std::mt19937 random(14);
  for (int round = 0; round < 10'000; ++round) {
    SCOPED_TRACE(round);
    const Language language = round % 2 == 0 ? Language::thai : Language::english;
    const SegmentedText text = segment(test::random_document(random, language, 60));
    expect_invariants(text);
    if (HasFatalFailure()) return;
  }
}

TEST(SegmentTest, IsDeterministic) {
  std::mt19937 random(15);
  for (int round = 0; round < 200; ++round) {
    const Document document = test::random_document(random, Language::thai, 60);
    const SegmentedText one = segment(document);
    const SegmentedText two = segment(document);
    ASSERT_EQ(one.units().size(), two.units().size());
    for (std::size_t u = 0; u < one.units().size(); ++u) {
      ASSERT_EQ(one.units()[u].range, two.units()[u].range);
      ASSERT_EQ(one.units()[u].paragraph, two.units()[u].paragraph);
      ASSERT_EQ(one.units()[u].break_after, two.units()[u].break_after);
    }
  }
}

TEST(SegmentTest, NoTextNoUnits) {
  for (const Language language : {Language::thai, Language::english}) {
    for (const char* const text : {"", " ", "\n\n", " \u200B\u00A0\n"}) {
      const SegmentedText nothing = segmented(language, text);
      EXPECT_TRUE(nothing.units().empty());
    }
  }
}

TEST(SegmentTest, OneWord) {
  EXPECT_THAT(units(segmented(Language::thai, " แมว\n")), ElementsAre("แมว"));
  EXPECT_THAT(units(segmented(Language::english, "cat")), ElementsAre("cat"));
  EXPECT_THAT(units(segmented(Language::english, " \u00AD ")), ElementsAre("\u00AD"));
}

TEST(SegmentTest, NoUnitBeginsInsideASyllable) {
  EXPECT_THAT(units(segmented(Language::thai, "ห้องสมุดมีไฟฟ้ า\nพิธีเปิดห้องขึน\n\n้ เมื่อวาน")),
              ElementsAre("ห้องสมุดมีไฟฟ้ า", "พิธีเปิดห้องขึน\n\n้ เมื่อวาน"));
  EXPECT_THAT(units(segmented(Language::thai, "Wi-Fi\n\nาก")), ElementsAre("Wi-Fi\n\nาก"));
  EXPECT_THAT(units(segmented(Language::thai, "\u0E34\n\nห้องสมุด")),
              ElementsAre("\u0E34", "ห้องสมุด"));
}

TEST(SegmentTest, NoGapInsideAWordThatAConverterBroke) {
  for (const std::string& unit : units(segmented(Language::thai, "ฝนตกในโรงเร ียน ครัง้ แรก"))) {
    for (const char* const inside : {"ียน", "แรก"}) EXPECT_FALSE(unit.starts_with(inside)) << unit;
  }
}

TEST(SegmentTest, HiddenCharactersStayWithTheirWord) {
  EXPECT_THAT(
      units(segmented(Language::english, "\u200EIt rained.\u200F \u200EWe stayed.\u2060\n")),
      ElementsAre("\u200EIt rained.\u200F", "\u200EWe stayed.\u2060"));
}

TEST(SegmentTest, UnitsOfEnglish) {
  EXPECT_THAT(units(segmented(Language::english, "It rained. We stayed\u00A0in!\n\nThe end.\n")),
              ElementsAre("It rained.", "We stayed\u00A0in!", "The end."));
}

TEST(SegmentTest, ParagraphsEndAtBlankLinesAndSentencesAtLineEnds) {
  const SegmentedText text = segmented(
      Language::english, "Opening hours\n\nThe museum is open. Admission is free.\n\nCome soon.");
  std::vector<std::uint32_t> paragraphs;
  for (const Unit& unit : text.units()) paragraphs.push_back(unit.paragraph);
  EXPECT_THAT(paragraphs, ElementsAre(0, 1, 1, 2));
}

TEST(SegmentTest, WrappedLinesAreOneParagraph) {
  const SegmentedText text =
      segmented(Language::english,
                "The committee will meet again at the beginning of next month to decide on the\n"
                "budget of the new school.");
  for (const Unit& unit : text.units()) EXPECT_EQ(unit.paragraph, 0U);
}

/// Four units with log-odds -2, 0.5, 3 and that after the last.
SegmentedText four_units() {
  Document document = Document::from_bytes("a b c d", {.name = "test"});
  Words words(document.text());
  return {std::move(document),
          std::move(words),
          {{{0, 1}, 0, -2.0F}, {{2, 3}, 0, 0.5F}, {{4, 5}, 0, 3.0F}, {{6, 7}, 0, -9.0F}}};
}

TEST(BestSentencesTest, CutsAboveTheThreshold) {
  const SegmentedText text = four_units();
  EXPECT_THAT(best_sentences(text), ElementsAre(UnitRange{0, 2}, UnitRange{2, 3}, UnitRange{3, 4}));
  EXPECT_THAT(best_sentences(text, 1.0F), ElementsAre(UnitRange{0, 3}, UnitRange{3, 4}));
  EXPECT_THAT(best_sentences(text, 0.5F), ElementsAre(UnitRange{0, 3}, UnitRange{3, 4}));
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  EXPECT_THAT(best_sentences(text, kInfinity), ElementsAre(UnitRange{0, 4}));
  EXPECT_EQ(best_sentences(text, -kInfinity).size(), 4U);
}

TEST(BestSentencesTest, NoTextNoSentences) {
  const SegmentedText text = segmented(Language::thai, " ");
  EXPECT_TRUE(best_sentences(text).empty());
}

TEST(BestSentencesTest, EnglishByItsMarks) {
  const SegmentedText text =
      segmented(Language::english,
                "We met Mr. Smith in the U.S. embassy. He was kind; we talked. Then we left.");
  std::vector<std::string> sentences;
  for (const UnitRange range : best_sentences(text)) sentences.emplace_back(text.text(range));
  EXPECT_THAT(sentences, ElementsAre("We met Mr. Smith in the U.S. embassy.",
                                     "He was kind; we talked.", "Then we left."));
}

}  // namespace
}  // namespace thalign
