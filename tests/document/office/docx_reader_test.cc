// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/document/office/office_parts.h"
#include "tests/document/read_blocks.h"
#include "tests/error_message.h"
#include "tests/text/files/zip_builder.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string relations(const std::vector<std::string>& names) {
  std::string result = "<Relationships xmlns='r'>";
  for (const std::string& name : names) {
    const std::string type = name.substr(0, name.find_first_of("0123456789."));
    result +=
        "<Relationship Id='r" + name + "' Type='http://x/" + type + "' Target='" + name + "'/>";
  }
  return result + "</Relationships>";
}

/// A Word document whose body is `body`.
std::string docx(const std::string& body,
                 std::vector<std::pair<std::string, std::string>> parts = {}) {
  std::vector<std::string> names;
  for (auto& [name, content] : parts) {
    names.push_back(name);
    name.insert(0, "word/");
  }
  parts.emplace_back("word/document.xml", word_part("document", "<w:body>" + body + "</w:body>"));
  parts.emplace_back("word/_rels/document.xml.rels", relations(names));
  return zip_of(parts);
}

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}

std::vector<std::string> word_blocks(const std::string& bytes) {
  EXPECT_EQ(recognise_document_format(bytes, ""), DocumentFormat::docx);
  return read_blocks(bytes, DocumentFormat::docx);
}

TEST(DocxReaderTest, KindsByStylesAndProperties) {
  const std::string styles =
      word_part("styles",
                "<w:style w:styleId='a'><w:name w:val='heading 2'/></w:style>"
                "<w:style w:styleId='b'><w:name w:val='mine'/><w:basedOn w:val='a'/></w:style>"
                "<w:style w:styleId='c'><w:name w:val='caption'/><w:basedOn w:val='c'/></w:style>"
                "<w:style w:styleId='d'><w:name w:val='List'/><w:pPr><w:numPr/></w:pPr></w:style>");
  EXPECT_THAT(
      word_blocks(docx(
          paragraph("A", "<w:pStyle w:val='b'/>") + paragraph("B", "<w:outlineLvl w:val='0'/>") +
              paragraph("C", "<w:pStyle w:val='c'/>") + paragraph("D", "<w:pStyle w:val='d'/>") +
              paragraph("E",
                        "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr>"
                        "<w:pStyle w:val='unknown'/>") +
              paragraph("F", "<w:pStyle w:val='d'/><w:numPr><w:numId w:val='0'/></w:numPr>") +
              "<w:tbl><w:tr><w:tc>" + paragraph("G") + "</w:tc></w:tr></w:tbl>" + paragraph(""),
          {{"styles.xml", styles}})),
      ElementsAre("heading2: A", "heading1: B", "caption: C", "list-item1: D", "list-item2: E",
                  "paragraph: F", "table-cell: G"));
}

TEST(DocxReaderTest, RunsTabsAndBreaks) {
  EXPECT_THAT(word_blocks(docx("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" +
                               run("ห้อง") + run("สมุด ") +
                               "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
                               "<w:br w:type='page'/><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>")),
              ElementsAre("paragraph: ห้องสมุด a\tb\nc\u2011d"));
}

TEST(DocxReaderTest, FormatsOfRuns) {
  const auto formatted = [](const std::string& properties, const std::string& text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
  };
  const std::string bytes =
      docx("<w:p><w:r><w:t> a </w:t></w:r>" + formatted("<w:b/>", "bold ") +
           formatted("<w:bCs/><w:i w:val='0'/>", "ตัวหนา") + run(" none ") + "<w:hyperlink>" +
           formatted("<w:i/>", "both") + "</w:hyperlink></w:p>" + paragraph("b"));
  EXPECT_THAT(described_inlines(read_structured_document(bytes, DocumentFormat::docx, {})),
              ElementsAre("bold: bold ตัวหนา", "italic: both", "link: both"));
}

TEST(DocxReaderTest, ResultsOfFieldsAreRead) {
  EXPECT_THAT(
      word_blocks(docx("<w:p>" + run("See ") + "<w:fldSimple w:instr=' REF a '>" + run("table 2") +
                       "</w:fldSimple>" + run(" and ") +
                       "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGEREF b "
                       "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" +
                       run("page 7") + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>" +
                       "<w:p><w:moveFrom>" + run("moved away") + "</w:moveFrom></w:p>")),
      ElementsAre("paragraph: See table 2 and page 7"));
}

TEST(DocxReaderTest, TrackedChangesAreAccepted) {
  EXPECT_THAT(word_blocks(docx(
                  "<w:p>" + run("a") + "<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins>" +
                  run("c") + "</w:ins><w:moveFrom>" + run("d") + "</w:moveFrom><w:moveTo>" +
                  run("e") + "</w:moveTo></w:p>" + paragraph("one ", "<w:rPr><w:del/></w:rPr>") +
                  paragraph("two") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" +
                  paragraph("x") + "</w:tc></w:tr><w:tr><w:tc>" +
                  paragraph("y", "<w:rPr><w:del/></w:rPr>") + "</w:tc></w:tr></w:tbl>")),
              ElementsAre("paragraph: ace", "paragraph: one two", "table-cell: y"));
}

TEST(DocxReaderTest, HiddenTextAndInstructionsAreLeftOut) {
  EXPECT_THAT(word_blocks(docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>" + run("b") +
                               "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>")),
              ElementsAre("paragraph: b"));
}

TEST(DocxReaderTest, TextBoxesOnceAfterTheirParagraph) {
  EXPECT_THAT(
      word_blocks(docx("<w:p>" + run("a") + "<mc:AlternateContent><mc:Choice><w:txbxContent>" +
                       paragraph("box") +
                       "</w:txbxContent></mc:Choice><mc:Fallback>"
                       "<w:txbxContent>" +
                       paragraph("box") + "</w:txbxContent></mc:Fallback></mc:AlternateContent>" +
                       run("b") + "</w:p>")),
      ElementsAre("paragraph: ab", "paragraph: box"));
}

TEST(DocxReaderTest, NotesAfterTheirParagraphHeadersAndFootersOnce) {
  const std::string notes = word_part(
      "footnotes", "<w:footnote w:id='0' w:type='separator'>" + paragraph("-") +
                       "</w:footnote><w:footnote w:id='2'>" + paragraph("note") + "</w:footnote>");
  EXPECT_THAT(
      word_blocks(docx(
          "<w:p>" + run("a") + "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>" + paragraph("b"),
          {{"footnotes.xml", notes},
           {"header1.xml", word_part("hdr", paragraph("head"))},
           {"header2.xml", word_part("hdr", paragraph("head"))},
           {"footer1.xml", word_part("ftr", paragraph("1 / 2") + paragraph("foot"))}})),
      ElementsAre("paragraph: head", "paragraph: a", "note: note", "paragraph: b",
                  "paragraph: foot"));
}

TEST(DocxReaderTest, StrictNamespaceAndOtherPrefixes) {
  const std::string main =
      "<n:document xmlns:n='http://purl.oclc.org/ooxml/wordprocessingml/main'><n:body><n:p><n:r>"
      "<n:t>a</n:t></n:r></n:p></n:body></n:document>";
  EXPECT_THAT(word_blocks(zip_of({{"word/document2.xml", main},
                                  {"_rels/.rels",
                                   "<R><Relationship Type='x/officeDocument' "
                                   "Target='/word/document2.xml'/></R>"}})),
              ElementsAre("paragraph: a"));
}

std::string refusal(const std::string& bytes) {
  return error_message([&] { read_blocks(bytes, DocumentFormat::docx); });
}

TEST(DocxReaderTest, RefusesHostileParts) {
  EXPECT_EQ(refusal(zip_of({{"word/styles.xml", ""}})),
            "file: has no part word/document.xml; the document is damaged, or of another kind");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<w:x>";
  EXPECT_EQ(refusal(docx(deep)),
            "file: word/document.xml: elements are nested deeper than 2000; correct the document");
  EXPECT_THAT(
      refusal(zip_of({{"word/document.xml",
                       "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"}})),
      HasSubstr("declares the entity 'b'"));
  EXPECT_THAT(refusal(docx("<w:p>")), HasSubstr("broken XML"));
  EXPECT_EQ(refusal(docx("</w:body><w:body>" + paragraph("a"))), "no error");
}

}  // namespace
}  // namespace thalign
