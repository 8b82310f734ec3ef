// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/document/read_blocks.h"
#include "tests/text/files/zip_builder.h"
#include "text/error.h"
#include "text/files/office_xml.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::string slide(const std::string& shapes) {
  return "<p:sld xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
         "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>" +
         shapes + "</p:sld>";
}

std::string shape(const std::string& holder, const std::string& text) {
  return "<p:sp>" + holder + "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></p:sp>";
}

std::string slide_relations(const std::string& list) { return "<R>" + list + "</R>"; }

TEST(PptxReaderTest, SlidesInTheirOrder) {
  const std::string bytes = zip_of(
      {{"ppt/presentation.xml",
        "<p:presentation xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
        "xmlns:r='r'><p:sldIdLst><p:sldId id='256' r:id='R9af3'/><p:sldId id='257' r:id='rId2'/>"
        "</p:sldIdLst></p:presentation>"},
       {"ppt/_rels/presentation.xml.rels",
        slide_relations("<Relationship Id='rId2' Type='x/slide' Target='slides/slide1.xml'/>"
                        "<Relationship Id='R9af3' Type='x/slide' Target='slides/slide2.xml'/>")},
       {"ppt/slides/slide1.xml",
        slide(shape("", "free") + "<a:tc><a:p><a:t>cell</a:t></a:p></a:tc>" +
              shape("<p:ph type='sldNum'/>", "1"))},
       {"ppt/slides/_rels/slide1.xml.rels",
        slide_relations("<Relationship Id='a' Type='x/notesSlide' Target='../notes/n.xml'/>")},
       {"ppt/notes/n.xml", slide(shape("<p:ph type='body'/>", "say") + shape("", "x"))},
       {"ppt/slides/slide2.xml",
        slide(shape("<p:ph type='ctrTitle'/>", "T") + shape("<p:ph idx='1'/>", "point"))}});
  EXPECT_EQ(recognise_document_format(bytes, ""), DocumentFormat::pptx);
  EXPECT_THAT(read_blocks(bytes, DocumentFormat::pptx),
              ElementsAre("heading1: T", "list-item1: point", "paragraph: free", "table-cell: cell",
                          "note: say"));
}

TEST(PptxReaderTest, FormatsOfRuns) {
  const auto formatted = [](const std::string& properties, const std::string& text) {
    return "<a:r><a:rPr " + properties + "</a:rPr><a:t>" + text + "</a:t></a:r>";
  };
  const std::string bytes = zip_of(
      {{"ppt/presentation.xml",
        "<p:a xmlns:p='http://schemas.openxmlformats.org/presentationml/"
        "2006/main' xmlns:r='r'><p:sldId id='1' r:id='a'/></p:a>"},
       {"ppt/_rels/presentation.xml.rels",
        slide_relations("<Relationship Id='a' Type='x/slide' Target='s.xml'/>")},
       {"ppt/s.xml",
        slide("<a:p>" + formatted("b='1'>", "หนา") + formatted("b='0'>", " none ") +
              formatted("i='1'><a:hlinkClick/>", "both") + "<a:r><a:t> no</a:t></a:r></a:p>")}});
  EXPECT_THAT(described_inlines(read_structured_document(bytes, DocumentFormat::pptx, {})),
              ElementsAre("bold: หนา", "italic: both", "link: both"));
}

TEST(EpubReaderTest, ChaptersInTheirOrderWithoutTheContents) {
  const auto book = [](const std::string& more) {
    return zip_of(
        {{"mimetype", "application/epub+zip"},
         {"META-INF/container.xml", "<c><rootfile full-path='OPS/book.opf'/></c>"},
         {"OPS/book.opf",
          "<p><item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>"
          "<item id='a' href='a%201.xhtml' media-type='application/xhtml+xml'/>"
          "<item id='b' href='../b.xhtml' media-type='application/xhtml+xml'/>"
          "<itemref idref='n'/><itemref idref='b'/><itemref idref='a'/><itemref idref='a'/></p>"},
         {"OPS/nav.xhtml", "<html><body>contents</body></html>"},
         {"OPS/a 1.xhtml",
          "<?xml version='1.0'?><!DOCTYPE html><html><body><p>one&nbsp;</p></body></html>"},
         {"b.xhtml", "<html><head><title>t</title></head><body><h1>two</h1></body></html>"},
         {"META-INF/encryption.xml", more}});
  };
  EXPECT_EQ(recognise_document_format(book(""), ""), DocumentFormat::epub);
  EXPECT_THAT(read_blocks(book(""), DocumentFormat::epub),
              ElementsAre("heading1: two", "paragraph: one"));
  EXPECT_THROW(read_blocks(book("<e a='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/>"),
                           DocumentFormat::epub),
               Error);
}

TEST(OfficeXmlTest, ResolvedParts) {
  EXPECT_EQ(resolved_part("word/document.xml", "styles.xml"), "word/styles.xml");
  EXPECT_EQ(resolved_part("word/document.xml", "/a/b.xml"), "a/b.xml");
  EXPECT_EQ(resolved_part("ppt/slides/s.xml", "../notes/./n.xml"), "ppt/notes/n.xml");
  EXPECT_EQ(resolved_part("a.xml", "../../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(resolved_part("", "word/document.xml"), "word/document.xml");
}

}  // namespace
}  // namespace thalign
