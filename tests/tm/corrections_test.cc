// SPDX-License-Identifier: Apache-2.0
#include "tm/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/error_message.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Document& thai() {
  static const Document document =
      Document::from_bytes("ฝนตกหนัก น้ำท่วมถนน\nแดดออก ฝนตกหนัก", {.name = "th.txt"});
  return document;
}

const Document& english() {
  static const Document document = Document::from_bytes(
      "It rains. Roads are\nflooded. The sun is out. It rains.", {.name = "en.txt"});
  return document;
}

Correction line(const std::string& source, const std::string& target, int number,
                std::optional<CodePointRange> source_offsets = {},
                std::optional<CodePointRange> target_offsets = {}) {
  Correction correction{.place = "c.tsv:" + std::to_string(number),
                        .label = "line " + std::to_string(number),
                        .unit = {}};
  correction.unit.variants = {{.language = "th", .text = source, .offsets = source_offsets},
                              {.language = "en", .text = target, .offsets = target_offsets}};
  return correction;
}

std::vector<std::string> texts(const std::vector<Correction>& corrections,
                               EditedTexts edited = EditedTexts::refuse) {
  std::vector<std::string> result;
  for (const PlacedCorrection& one : place_corrections(corrections, thai(), english(), edited)) {
    const auto text = [](const Document& document, ByteRange bytes) {
      return std::string(document.text().substr(bytes.begin, bytes.size()));
    };
    result.push_back(text(thai(), one.span.source) + "|" + text(english(), one.span.target));
  }
  return result;
}

std::string message(const std::vector<Correction>& corrections,
                    EditedTexts edited = EditedTexts::refuse) {
  return error_message([&] { (void)texts(corrections, edited); });
}

TEST(CorrectionsTest, FindsTextsOnOneLineAndInOrder) {
  EXPECT_THAT(texts({line("ฝนตกหนัก", "It rains.", 1), line("น้ำท่วมถนน", "Roads are flooded.", 2),
                     line("แดดออก", "The sun is out.", 3), line("ฝนตกหนัก", "It rains.", 4)}),
              ElementsAre("ฝนตกหนัก|It rains.", "น้ำท่วมถนน|Roads are\nflooded.",
                          "แดดออก|The sun is out.", "ฝนตกหนัก|It rains."));
}

TEST(CorrectionsTest, OffsetsOfAnOtherTextAreHintsOnly) {
  // The first line has lost its last word to the second, the offsets are those of before.
  EXPECT_THAT(texts({line("ฝนตก", "It rains.", 1, CodePointRange{0, 8}, CodePointRange{0, 9}),
                     line("หนัก น้ำท่วมถนน", "Roads are flooded.", 2, CodePointRange{9, 19},
                          CodePointRange{10, 28})}),
              ElementsAre("ฝนตก|It rains.", "หนัก น้ำท่วมถนน|Roads are\nflooded."));
}

TEST(CorrectionsTest, OffsetsChooseAmongEqualTexts) {
  EXPECT_THAT(
      texts({line("ฝนตกหนัก", "It rains.", 1, CodePointRange{27, 35}, CodePointRange{45, 54})}),
      ElementsAre("ฝนตกหนัก|It rains."));
  const auto placed = place_corrections(
      std::vector{line("ฝนตกหนัก", "It rains.", 1, CodePointRange{27, 35}, CodePointRange{45, 54})},
      thai(), english(), EditedTexts::refuse);
  EXPECT_GT(placed[0].span.source.begin, 0U);
  EXPECT_GT(placed[0].span.target.begin, 0U);
}

TEST(CorrectionsTest, WhatIsUnchangedKeepsItsScores) {
  Correction kept =
      line("แดดออก", "The sun is out.", 1, CodePointRange{20, 26}, CodePointRange{29, 44});
  kept.unit.score = 1.5;
  kept.unit.confidence = 0.25;
  Correction moved = line("ฝนตก", "It rains.", 2, CodePointRange{27, 35}, CodePointRange{45, 54});
  moved.unit.score = 1.5;
  moved.unit.confidence = 0.25;
  const auto placed =
      place_corrections(std::vector{kept, moved}, thai(), english(), EditedTexts::refuse);
  EXPECT_EQ(placed[0].state, "");
  EXPECT_EQ(placed[0].confidence, 0.25);
  EXPECT_EQ(placed[1].state, kCorrected);
  EXPECT_EQ(placed[1].confidence, std::nullopt);
}

TEST(CorrectionsTest, RefusesOrKeepsEditedTexts) {
  const std::vector<Correction> lines = {line("ฝนตกหนัก", "It rains.", 1),
                                         line("น้ำท่วมถนน", "Streets are under water.", 2),
                                         line("แดดออก", "The sun is out.", 3)};
  EXPECT_THAT(message(lines),
              HasSubstr("c.tsv:2: 'Streets are under water.' does not stand in en.txt"));
  const auto placed = place_corrections(lines, thai(), english(), EditedTexts::keep);
  EXPECT_EQ(placed[1].state, kEdited);
  EXPECT_EQ(placed[1].texts[1], "Streets are under water.");
  EXPECT_EQ(placed[1].texts[0], std::nullopt);
  EXPECT_THAT(texts(lines, EditedTexts::keep)[1], "น้ำท่วมถนน|Roads are\nflooded.");
}

TEST(CorrectionsTest, FindsNoPartOfAWord) {
  const Document document = Document::from_bytes("In 2010 it rained, 10 days.", {.name = "e"});
  Correction part = line("", "10", 1);
  const auto placed = place_corrections(std::vector{part}, thai(), document, EditedTexts::refuse);
  EXPECT_EQ(placed[0].span.target, (ByteRange{19, 21}));
  part.unit.variants[1].text = "ain";
  EXPECT_THROW(place_corrections(std::vector{part}, thai(), document, EditedTexts::refuse), Error);
}

TEST(CorrectionsTest, RefusesWhatCrossesAndWhatIsEmpty) {
  EXPECT_THAT(message({line("แดดออก", "It rains.", 1), line("ฝนตกหนัก", "The sun is out.", 2)}),
              "no error");  // the last rain
  EXPECT_THAT(message({line("แดดออก", "Roads are flooded.", 1, CodePointRange{20, 26}),
                       line("น้ำท่วมถนน", "The sun is out.", 2, CodePointRange{9, 19})}),
              HasSubstr("c.tsv:2: crosses the bead of line 1"));
  EXPECT_THAT(message({line("", "", 1)}), HasSubstr("c.tsv:1: has no text"));
}

TEST(CorrectionsTest, AppliesWhatAPersonDid) {
  TranslationUnit unit = line("ฝนตก", "It\nrains.", 1).unit;
  unit.score = 2.0;
  unit.about.properties = {{"x-document-score", "0.5000"}, {"x-same-language", "en"}};
  apply_correction(unit,
                   {.span = {}, .state = std::string(kEdited), .texts = {std::nullopt, "Rain."}});
  EXPECT_EQ(unit.score, std::nullopt);
  EXPECT_EQ(unit.confidence, 1.0);
  EXPECT_EQ(unit.variants[1].text, "Rain.");
  EXPECT_THAT(unit.variants[1].about.properties, ElementsAre(Property{"x-original", "It rains."}));
  EXPECT_THAT(unit.about.properties, ElementsAre(Property{"x-document-score", "0.5000"},
                                                 Property{"x-correction", "edited"}));
}

TEST(CorrectionsTest, ReadsTheHead) {
  const auto head = parse_corrections_head(
      R"({"thalign":"corrections","version":1,"complete":true,"run":"r","date":"19700102T000000Z","document_score":"0.5000","cuts":[[3,7],[]]})",
      "c");
  ASSERT_TRUE(head);
  EXPECT_TRUE(head->complete);
  EXPECT_EQ(head->run, "r");
  EXPECT_EQ(head->date, Date(std::chrono::hours(24)));
  EXPECT_EQ(head->document_score, 0.5);
  EXPECT_THAT(head->cuts[0], ElementsAre(3, 7));
  EXPECT_THAT(head->cuts[1], IsEmpty());
  EXPECT_FALSE(parse_corrections_head("{\"bead\":0}", "c"));
  EXPECT_FALSE(parse_corrections_head("0\t1\t0\t1", "c"));
  EXPECT_THROW(parse_corrections_head(R"({"thalign":"corrections","version":9})", "c"), Error);
  EXPECT_THROW(parse_corrections_head(R"({"thalign":"corrections","version":1,"run":5})", "c"),
               Error);
  EXPECT_THROW(
      parse_corrections_head(R"({"thalign":"corrections","version":1,"cuts":[["x"],[]]})", "c"),
      Error);
}

}  // namespace
}  // namespace thalign
