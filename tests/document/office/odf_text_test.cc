// SPDX-License-Identifier: Apache-2.0
#include "document/office/odf_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/document/office/office_parts.h"
#include "tests/text/files/zip_builder.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The paragraphs of a part of an OpenDocument file whose root holds `content`.
std::vector<OdfText::Paragraph> odf_paragraphs(OdfPart part, const std::string& content) {
  const std::string bytes = zip_of({{"part.xml", odf_part("document-content", content)}});
  OdfText text(part);
  parse_part(ZipArchive(bytes, "file"), "part.xml", text);
  return text.paragraphs;
}

std::vector<std::string> odf_texts(OdfPart part, const std::string& content) {
  std::vector<std::string> texts;
  for (const auto& paragraph : odf_paragraphs(part, content)) texts.push_back(paragraph.text);
  return texts;
}

TEST(OdfTextTest, EachPartHasItsContainers) {
  const std::string content =
      "<style:header-style><text:p>no</text:p></style:header-style>"
      "<style:header><text:p>บน</text:p></style:header>"
      "<style:footer-first><text:p>ล่าง</text:p></style:footer-first>"
      "<office:text><text:p>กลาง</text:p></office:text><text:p>outside</text:p>";
  EXPECT_THAT(odf_texts(OdfPart::header, content), ElementsAre("บน"));
  EXPECT_THAT(odf_texts(OdfPart::footer, content), ElementsAre("ล่าง"));
  EXPECT_THAT(odf_texts(OdfPart::body, content), ElementsAre("กลาง"));
}

TEST(OdfTextTest, NotesAndBoxesComeAfterTheirParagraph) {
  const auto paragraphs = odf_paragraphs(
      OdfPart::body,
      "<office:text><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body>"
      "<text:p>note</text:p></text:note-body></text:note>b<draw:text-box><text:p>box</text:p>"
      "</draw:text-box>c</text:p><text:p>next</text:p></office:text>");
  ASSERT_EQ(paragraphs.size(), 4U);
  EXPECT_EQ(paragraphs[0].text, "abc");
  EXPECT_EQ(paragraphs[1].text, "note");
  EXPECT_EQ(paragraphs[1].block.kind, BlockKind::note);
  EXPECT_EQ(paragraphs[2].text, "box");
  EXPECT_EQ(paragraphs[2].block.kind, BlockKind::paragraph);
  EXPECT_EQ(paragraphs[3].block.place, "paragraph 4");
}

TEST(OdfTextTest, WhiteSpaceOfTheFileCollapsesAndElementsStandForMore) {
  EXPECT_THAT(odf_texts(OdfPart::body,
                        "<office:text><text:p>\n a \t b<text:s text:c='5'/><text:tab/>c"
                        "<text:line-break/> d</text:p></office:text>"),
              ElementsAre("a b \tc\nd"));
}

TEST(OdfTextTest, LevelsOfHeadingsAndLists) {
  const auto paragraphs = odf_paragraphs(
      OdfPart::body,
      "<office:text><text:h text:outline-level='0'>a</text:h><text:h>b</text:h>"
      "<text:h text:outline-level='3'>c</text:h><text:list><text:list><text:p>d</text:p>"
      "</text:list><text:p>e</text:p></text:list><text:p>f</text:p></office:text>");
  std::vector<int> levels;
  for (const auto& paragraph : paragraphs) levels.push_back(paragraph.block.level);
  EXPECT_THAT(levels, ElementsAre(1, 1, 3, 2, 1, 0));
}

TEST(OdfTextTest, AWordWithAReadingAboveItStays) {
  EXPECT_THAT(
      odf_texts(OdfPart::body,
                "<office:text><text:p>แม่ซื้อ<text:ruby><text:ruby-base>ปลา</text:ruby-base>"
                "<text:ruby-text>pla</text:ruby-text></text:ruby>ที่ตลาด</text:p></office:text>"),
      ElementsAre("แม่ซื้อปลาที่ตลาด"));
}

TEST(OdfTextTest, DeletedAndHiddenTextIsLeftOut) {
  EXPECT_THAT(odf_texts(OdfPart::body,
                        "<office:text><text:tracked-changes><text:p>x</text:p>"
                        "</text:tracked-changes><text:section text:display='none'><text:p>y"
                        "</text:p></text:section></office:text>"),
              IsEmpty());
}

}  // namespace
}  // namespace thalign
