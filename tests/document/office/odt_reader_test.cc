// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/document/office/office_parts.h"
#include "tests/document/read_blocks.h"
#include "tests/text/files/zip_builder.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::string odt(const std::string& text, const std::string& styles = "",
                const std::string& manifest = "") {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                 {"content.xml", odf_part("document-content", "<office:body><office:text>" + text +
                                                                  "</office:text></office:body>")},
                 {"styles.xml", odf_part("document-styles", styles)},
                 {"META-INF/manifest.xml", "<m>" + manifest + "</m>"}});
}

std::vector<std::string> odt_blocks(const std::string& bytes) {
  EXPECT_EQ(recognise_document_format(bytes, ""), DocumentFormat::odt);
  return read_blocks(bytes, DocumentFormat::odt);
}

TEST(OdtReaderTest, FormatsOfSpans) {
  const auto style = [](const std::string& name, const std::string& properties) {
    return "<style:style style:name='" + name + "' style:family='text' " + properties +
           "/></style:style>";
  };
  const auto span = [](const std::string& name, const std::string& text) {
    return "<text:span text:style-name='" + name + "'>" + text + "</text:span>";
  };
  const std::string content =
      "<office:automatic-styles>" +
      style("T1", "><style:text-properties xmlns:fo='f' fo:font-weight='bold'") +
      style("T2",
            "style:parent-style-name='Strong_20_Emphasis'><style:text-properties "
            "xmlns:fo='f' fo:font-weight='normal' fo:font-style='italic'") +
      "<style:style style:name='P1' style:family='paragraph'><style:text-properties xmlns:fo='f' "
      "fo:font-weight='bold'/></style:style></office:automatic-styles><office:body><office:text>"
      "<text:p>" +
      span("T1", "ตัว<text:s/>หนา") + " none " + span("T2", "leaning") + span("P1", "x") +
      " <text:a>a " + span("Strong_20_Emphasis", "link") + "</text:a></text:p><text:p>" +
      span("Emphasis",
           "one<text:note><text:note-body><text:p>plain</text:p></text:note-body>"
           "</text:note>two") +
      "</text:p></office:text></office:body>";
  const std::string bytes = zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                    {"content.xml", odf_part("document-content", content)}});
  EXPECT_THAT(described_inlines(read_structured_document(bytes, DocumentFormat::odt, {})),
              ElementsAre("bold: ตัว หนา", "italic: leaning", "link: a link", "bold: link",
                          "italic: onetwo"));
}

TEST(OdtReaderTest, BlocksOfEachKind) {
  EXPECT_THAT(
      odt_blocks(odt(
          "<text:h text:outline-level='2'>H</text:h><text:p>ก<text:span> b</text:span></text:p>"
          "<text:list><text:list-item><text:p>c</text:p><text:list><text:list-item><text:p>d"
          "</text:p></text:list-item></text:list></text:list-item></text:list>"
          "<table:table><table:table-row><table:table-cell table:number-columns-repeated='99999'>"
          "<text:p>e</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
          "</table:table><text:p text:style-name='Illustration'>f</text:p>")),
      ElementsAre("heading2: H", "paragraph: ก b", "list-item1: c", "list-item2: d",
                  "table-cell: e", "caption: f"));
}

TEST(OdtReaderTest, WhiteSpace) {
  EXPECT_THAT(odt_blocks(odt("<text:p> a\n  b<text:s text:c='1000000000'/>c<text:tab/>d"
                             "<text:line-break/>e</text:p>")),
              ElementsAre("paragraph: a b c\td\ne"));
}

TEST(OdtReaderTest, NotesAndTextBoxesAfterTheirParagraph) {
  EXPECT_THAT(odt_blocks(odt("<text:p>a<text:note><text:note-citation>1</text:note-citation>"
                             "<text:note-body><text:p>note</text:p></text:note-body></text:note>b"
                             "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box>"
                             "<svg:title>x</svg:title></draw:frame></text:p><text:p>c</text:p>")),
              ElementsAre("paragraph: ab", "note: note", "paragraph: box", "paragraph: c"));
}

TEST(OdtReaderTest, LeavesOutDeletionsAndComments) {
  EXPECT_THAT(
      odt_blocks(odt("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
                     "<text:p>a<office:annotation><text:p>x</text:p></office:annotation>b</text:p>"
                     "<text:section text:display='none'><text:p>hidden</text:p></text:section>")),
      ElementsAre("paragraph: ab"));
}

TEST(OdtReaderTest, HeadersAndFootersOnce) {
  EXPECT_THAT(
      odt_blocks(odt("<text:p>a</text:p>",
                     "<style:header><text:p>head</text:p></style:header><style:header-left>"
                     "<text:p>head</text:p></style:header-left><style:footer><text:p>foot</text:p>"
                     "<text:p>12</text:p></style:footer><text:p>no</text:p>")),
      ElementsAre("paragraph: head", "paragraph: a", "paragraph: foot"));
}

TEST(OdtReaderTest, RefusesEncrypted) {
  try {
    odt_blocks(odt("", "", "<manifest:encryption-data xmlns:manifest='m'/>"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "file: is encrypted; save it without a password");
  }
}

}  // namespace
}  // namespace thalign
