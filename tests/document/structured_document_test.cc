// SPDX-License-Identifier: Apache-2.0
#include "document/structured_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/document/read_blocks.h"

namespace thalign {
namespace {

using testing::ElementsAre;

TEST(StructuredDocumentTest, ParagraphsStandApartRowsOnLines) {
  StructuredDocument document;
  document.add({.kind = BlockKind::heading, .level = 1}, "A");
  document.add({}, "b");
  document.add({.kind = BlockKind::list_item}, "c");
  document.add({.kind = BlockKind::list_item}, "d");
  document.add({.kind = BlockKind::table_cell}, "e");
  EXPECT_EQ(document.text(), "A\n\nb\n\nc\nd\n\ne");
  EXPECT_THAT(described_blocks(document), ElementsAre("heading1: A", "paragraph: b", "list-item: c",
                                                      "list-item: d", "table-cell: e"));
}

TEST(StructuredDocumentTest, LeavesOutBlanksAndWhiteSpaceAtEdges) {
  StructuredDocument document;
  document.add({}, "");
  document.add({}, " \n\u00a0");
  document.add({}, "\n a \n b\u200b ");
  EXPECT_EQ(document.text(), "a \n b");
  EXPECT_EQ(document.blocks().size(), 1U);
}

TEST(StructuredDocumentTest, AddsAnother) {
  StructuredDocument part;
  part.add({.place = "line 2"}, "one");
  part.add_note("a note");
  StructuredDocument document;
  document.add({}, "zero");
  document.append(part, "a.xhtml, ");
  EXPECT_EQ(document.text(), "zero\n\none");
  EXPECT_EQ(document.blocks()[1].place, "a.xhtml, line 2");
  EXPECT_EQ(document.blocks()[1].range, (ByteRange{6, 9}));
  EXPECT_THAT(document.notes(), ElementsAre("a note"));
}

}  // namespace
}  // namespace thalign
