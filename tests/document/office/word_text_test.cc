// SPDX-License-Identifier: Apache-2.0
#include "document/office/word_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "tests/document/office/office_parts.h"
#include "tests/text/files/zip_builder.h"

namespace thalign {
namespace {

using testing::ElementsAre;

/// The paragraphs of a part with that content, by styles "h" (heading 2) and "l" (a list).
std::vector<WordParagraph> word_paragraphs(const std::string& content,
                                           const std::string& element = "body") {
  const std::unordered_map<std::string, WordStyle> styles = {{"h", {.heading_level = 2}},
                                                             {"l", {.is_list = true}}};
  const std::string bytes = zip_of({{"part.xml", word_part(element, content)}});
  WordText text(styles);
  parse_part(ZipArchive(bytes, "file"), "part.xml", text);
  return text.paragraphs;
}

std::vector<std::string> word_texts(const std::string& content) {
  std::vector<std::string> texts;
  for (const auto& paragraph : word_paragraphs(content)) texts.push_back(paragraph.text);
  return texts;
}

/// A paragraph with a run of `text`.
std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(WordTextTest, ADeletedMarkJoinsParagraphsAndTheLaterPropertiesStay) {
  const auto paragraphs = word_paragraphs(p("one", "<w:pStyle w:val='h'/><w:rPr><w:del/></w:rPr>") +
                                          p("two", "<w:pStyle w:val='l'/>"));
  ASSERT_EQ(paragraphs.size(), 1U);
  EXPECT_EQ(paragraphs[0].text, "onetwo");
  EXPECT_EQ(paragraphs[0].block.kind, BlockKind::list_item);
}

TEST(WordTextTest, ADeletedMarkAtTheEndHasNothingToJoin) {
  EXPECT_THAT(word_texts("<w:tbl><w:tr><w:tc>" + p("cell", "<w:rPr><w:del/></w:rPr>") +
                         "</w:tc></w:tr></w:tbl>" + p("after", "<w:rPr><w:del/></w:rPr>")),
              ElementsAre("cell", "after"));
}

TEST(WordTextTest, DeletedRowsAreLeftOutAndRowsAfterThemAreNot) {
  const std::string deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("x") + "</w:tc></w:tr>";
  EXPECT_THAT(word_texts("<w:tbl>" + deleted + "<w:tr><w:tc>" + p("y") + "</w:tc></w:tr></w:tbl>"),
              ElementsAre("", "y"));
}

TEST(WordTextTest, HiddenIsTheRunOnly) {
  EXPECT_THAT(word_texts("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>"
                         "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>ใช่</w:t></w:r>"
                         "<w:r><w:t>!</w:t></w:r></w:p>"),
              ElementsAre("ใช่!"));
}

TEST(WordTextTest, NotesAndReferencesToThemCarryTheSameNames) {
  const auto body = word_paragraphs(
      "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='1'/></w:r><w:r><w:endnoteReference "
      "w:id='1'/></w:r></w:p>");
  ASSERT_EQ(body.size(), 1U);
  EXPECT_THAT(body[0].notes, ElementsAre("footnote 1", "endnote 1"));
  const auto notes =
      word_paragraphs("<w:footnote w:id='1'>" + p("note") + "</w:footnote>" + p("loose"), "notes");
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0].note, "footnote 1");
  EXPECT_EQ(notes[0].block.kind, BlockKind::note);
  EXPECT_EQ(notes[1].note, "");
}

TEST(WordTextTest, LevelsCountFromOne) {
  const auto paragraphs =
      word_paragraphs(p("a", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr>") +
                      p("b", "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr>") +
                      p("c", "<w:pStyle w:val='l'/><w:numPr><w:numId w:val='0'/></w:numPr>") +
                      p("d", "<w:outlineLvl w:val='0'/>") + p("e", "<w:outlineLvl w:val='9'/>"));
  ASSERT_EQ(paragraphs.size(), 5U);
  EXPECT_EQ(paragraphs[0].block.level, 1);
  EXPECT_EQ(paragraphs[1].block.level, 2);
  EXPECT_EQ(paragraphs[2].block.kind, BlockKind::paragraph) << "number 0 takes it off the list";
  EXPECT_EQ(paragraphs[3].block.kind, BlockKind::heading);
  EXPECT_EQ(paragraphs[3].block.level, 1);
  EXPECT_EQ(paragraphs[4].block.kind, BlockKind::paragraph);
}

}  // namespace
}  // namespace thalign
