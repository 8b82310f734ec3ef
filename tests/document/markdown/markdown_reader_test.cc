// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/document/read_blocks.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::vector<std::string> markdown_blocks(std::string_view text) {
  return read_blocks(text, DocumentFormat::markdown);
}

TEST(MarkdownReaderTest, BlocksOfEachKind) {
  EXPECT_THAT(markdown_blocks("# ห้องสมุด\n\nOne **bold**\n[link](http://x) and `code`.\n\n"
                              "- a\n  1. b\n- c\n\n| x | y |\n|---|---|\n| 1 | *2* |\n\n"
                              "Sub\n---\n\nText[^1].  \nBroken\n\n[^1]: A note.\n"),
              ElementsAre("heading1: ห้องสมุด", "paragraph: One bold link and code.", "list-item1: a",
                          "list-item2: b", "list-item1: c", "table-cell: x", "table-cell: y",
                          "table-cell: 1", "table-cell: 2", "heading2: Sub",
                          "paragraph: Text.\nBroken", "note: A note."));
}

TEST(MarkdownReaderTest, FormatsInsideBlocks) {
  EXPECT_THAT(described_inlines(read_structured_document(
                  "Some **bold *both* words**, [a\nlink](http://x) ![*no*](a.png).\n\n- _x_\n",
                  DocumentFormat::markdown, {})),
              ElementsAre("bold: bold both words", "italic: both", "link: a link", "italic: x"));
}

TEST(MarkdownReaderTest, LeavesOutCodeImagesAndFrontMatter) {
  EXPECT_THAT(markdown_blocks("---\ntitle: x\n---\n```\nint x;\n```\n\n    indented\n\n"
                              "![alt](a.png) text\n"),
              ElementsAre("paragraph: text"));
  EXPECT_THAT(markdown_blocks("+++\na = 1\n+++\r\nb"), ElementsAre("paragraph: b"));
  EXPECT_THAT(markdown_blocks("---\na"), ElementsAre("paragraph: a"));
}

TEST(MarkdownReaderTest, HtmlInside) {
  EXPECT_THAT(markdown_blocks("<div>\n<p>a</p><script>x</script>\n</div>\n\n"
                              "b <b>c</b><br/>d <!-- e -->&amp;\n"),
              ElementsAre("paragraph: a", "paragraph: b c\nd &"));
}

TEST(MarkdownReaderTest, NothingIsLostInBracketsThatAreNoNotes) {
  EXPECT_THAT(markdown_blocks("x [^ก\nข ค] y [^] z [^a [b]\nc] `[^a-z]` ![^d\ne] \\[^f\ng]"),
              ElementsAre("paragraph: x [^ก ข ค] y [^] z [^a [b] c] [^a-z] ![^d e] [^f g]"));
}

TEST(MarkdownReaderTest, PlacesCountTheFrontMatter) {
  const StructuredDocument document =
      read_structured_document("---\na: 1\n---\n\nb\n", DocumentFormat::markdown, {});
  ASSERT_EQ(document.blocks().size(), 1U);
  EXPECT_EQ(document.blocks()[0].place, "line 5");
}

}  // namespace
}  // namespace thalign
