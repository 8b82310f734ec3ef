#include "document/document_format.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

using enum DocumentFormat;

TEST(DocumentFormatTest, TableIsInTheOrderOfTheType) {
  for (std::size_t i = 0; i < document_formats().size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(document_formats()[i].format), i);
  }
}

TEST(DocumentFormatTest, PlainTextIsWhatIsNothingElse) {
  EXPECT_EQ(recognise_document_format("", ""), text);
  EXPECT_EQ(recognise_document_format("Some text.", "a.txt"), text);
  EXPECT_EQ(recognise_document_format("Some text.", "a.html.d/README"), text);
  EXPECT_EQ(recognise_document_format("a < b and <i>c</i>", "-"), text);
}

TEST(DocumentFormatTest, PagesByContent) {
  for (const std::string head :
       {"<!DOCTYPE html><p>", " \r\n<HTML lang='th'>", "\xEF\xBB\xBF<html>",
        "<?xml version='1.0'?>\n<!-- a --> <!-- b -->\n<!DOCTYPE html PUBLIC 'x'>"}) {
    EXPECT_EQ(recognise_document_format(head, "a.txt"), html) << head;
  }
  const std::string utf16("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14);
  EXPECT_EQ(recognise_document_format(utf16, ""), html);
}

TEST(DocumentFormatTest, PagesByExtension) {
  EXPECT_EQ(recognise_document_format("<p>a", "x/Page.HTM"), html);
  EXPECT_EQ(recognise_document_format("", "a.html"), html);
}

}  // namespace
}  // namespace thalign
