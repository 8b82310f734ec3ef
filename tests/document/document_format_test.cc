// SPDX-License-Identifier: Apache-2.0
#include "document/document_format.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"

namespace thalign {
namespace {

TEST(DocumentFormatTest, TableIsInTheOrderOfTheType) {
  for (std::size_t i = 0; i < document_formats().size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(document_formats()[i].format), i);
  }
}

TEST(DocumentFormatTest, PlainTextIsWhatIsNothingElse) {
  EXPECT_EQ(recognise_document_format("", ""), DocumentFormat::text);
  EXPECT_EQ(recognise_document_format("Some text.", "a.txt"), DocumentFormat::text);
  EXPECT_EQ(recognise_document_format("Some text.", "a.html.d/README"), DocumentFormat::text);
  EXPECT_EQ(recognise_document_format("a < b and <i>c</i>", "-"), DocumentFormat::text);
}

TEST(DocumentFormatTest, PagesByContent) {
  for (const std::string head :
       {"<!DOCTYPE html><p>", " \r\n<HTML lang='th'>", "\xEF\xBB\xBF<html>",
        "<?xml version='1.0'?>\n<!-- a --> <!-- b -->\n<!DOCTYPE html PUBLIC 'x'>"}) {
    EXPECT_EQ(recognise_document_format(head, "a.txt"), DocumentFormat::html) << head;
  }
  const std::string utf16("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14);
  EXPECT_EQ(recognise_document_format(utf16, ""), DocumentFormat::html);
}

TEST(DocumentFormatTest, PagesByExtension) {
  EXPECT_EQ(recognise_document_format("<p>a", "x/Page.HTM"), DocumentFormat::html);
  EXPECT_EQ(recognise_document_format("", "a.html"), DocumentFormat::html);
}

TEST(DocumentFormatTest, RefusesKnownKindsThatAreNotRead) {
  for (const std::string head :
       {"\xD0\xCF\x11\xE0\xA1\xB1", "<?xml version='1.0'?><tmx>", "<tmx version='1.4'>",
        "<?xml version='1.0'?>\n<!-- a --><xliff>"}) {
    EXPECT_THROW(recognise_document_format(head, "a.txt"), Error) << head;
  }
  EXPECT_EQ(recognise_document_format("What <tmx> is.", "a.txt"), DocumentFormat::text);
}

TEST(DocumentFormatTest, SubtitlesByContent) {
  EXPECT_EQ(recognise_document_format("WEBVTT\n\n", "a.txt"), DocumentFormat::vtt);
  EXPECT_EQ(recognise_document_format("WEBVTTS", "a.txt"), DocumentFormat::text);
  EXPECT_EQ(recognise_document_format("\n1\r\n00:00:01,000 --> 00:00:02,000\r\na", "a.txt"),
            DocumentFormat::srt);
  EXPECT_EQ(recognise_document_format("1\n00:00:01,000 and so on", "a.txt"), DocumentFormat::text);
  EXPECT_EQ(recognise_document_format("", "a.md"), DocumentFormat::markdown);
  EXPECT_EQ(recognise_document_format("", "a.MD.gz"), DocumentFormat::markdown);
}

TEST(DocumentFormatTest, WhatOtherProgramsRead) {
  EXPECT_EQ(recognise_document_format("%PDF-1.7\n", "a.txt"), DocumentFormat::pdf);
  EXPECT_EQ(recognise_document_format("", "a.pdf"), DocumentFormat::pdf);
  EXPECT_EQ(recognise_document_format("{\\rtf1\\ansi", "a.doc"), DocumentFormat::rtf);
  EXPECT_EQ(recognise_document_format("Some text.", "a.doc"), DocumentFormat::text);
  const auto old_file = [](std::string_view part) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1";
    for (const char c : part) bytes.append({c, '\0'});
    return bytes;
  };
  EXPECT_EQ(recognise_document_format(old_file("WordDocument"), "a"), DocumentFormat::doc);
  EXPECT_EQ(recognise_document_format(old_file("PowerPoint Document"), "a"), DocumentFormat::ppt);
  EXPECT_EQ(recognise_document_format("Some text.", "a.ppt"), DocumentFormat::text);
  for (const std::string_view part : {"EncryptedPackage", "Workbook", "Visio"}) {
    EXPECT_THROW(recognise_document_format(old_file(part), "a.doc"), Error) << part;
  }
  EXPECT_FALSE(is_plain_text("\xD0\xCF\x11\xE0", "a.doc"));
  EXPECT_FALSE(is_plain_text("%PDF-1.7", "a.txt"));
}

TEST(DocumentFormatTest, ArchivesByTheirPartsThenByExtension) {
  const std::string zip("PK\x03\x04", 4);
  EXPECT_EQ(recognise_document_format(zip + "word/document.xml", "a.zip"), DocumentFormat::docx);
  EXPECT_EQ(recognise_document_format(zip, "a.odt"), DocumentFormat::odt);
  EXPECT_EQ(recognise_document_format(zip, "a.odp"), DocumentFormat::odp);
  EXPECT_EQ(recognise_document_format(
                zip + "mimetypeapplication/vnd.oasis.opendocument.presentation", "a.zip"),
            DocumentFormat::odp);
  EXPECT_THROW(recognise_document_format(zip, "a.txt"), Error);
  EXPECT_THROW(recognise_document_format(zip + "xl/workbook.xml", "a.xlsx"), Error);
  EXPECT_FALSE(is_plain_text(zip, "a.txt"));
  EXPECT_TRUE(is_plain_text("PK", "a.txt"));
}

}  // namespace
}  // namespace thalign
