// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_element.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(HtmlElementTest, RolesAndKinds) {
  EXPECT_EQ(html_element("h3").role, HtmlRole::kind);
  EXPECT_EQ(html_element("h3").kind, BlockKind::heading);
  EXPECT_EQ(html_element("h3").level, 3);
  EXPECT_EQ(html_element("td").kind, BlockKind::table_cell);
  EXPECT_EQ(html_element("ol").role, HtmlRole::list);
  EXPECT_EQ(html_element("pre").role, HtmlRole::preformatted);
  EXPECT_EQ(html_element("script").role, HtmlRole::skipped);
  EXPECT_EQ(html_element("title").role, HtmlRole::title);
}

TEST(HtmlElementTest, UnknownNamesRunOnWithTheText) {
  for (const char* const name : {"", "a", "aaa", "h7", "zzz", "P"}) {
    EXPECT_EQ(html_element(name).role, HtmlRole::inline_text) << name;
    EXPECT_EQ(html_element(name).name, name);
  }
}

TEST(HtmlElementTest, TheRoleGoesBeforeTheNameAndTheNameBeforeClasses) {
  EXPECT_EQ(page_part("nav", "main", "", ""), PagePart::main);
  EXPECT_EQ(page_part("article", "", "", "sidebar"), PagePart::article);
  EXPECT_EQ(page_part("div", "", "menu", "sidebar"), PagePart::furniture);
  EXPECT_EQ(page_part("div", "", "", "wide\tsidebar"), PagePart::margin);
  EXPECT_EQ(page_part("div", "unknown", "unknown", ""), PagePart::none);
}

TEST(HtmlElementTest, ClassesCountAsWholeNames) {
  EXPECT_EQ(page_part("div", "", "", "header-large my-nav"), PagePart::none);
  EXPECT_EQ(page_part("div", "", "top header", ""), PagePart::none) << "an id is one name";
}

TEST(HtmlElementTest, ThePageItselfIsNoPart) {
  EXPECT_EQ(page_part("body", "", "header", "sidebar"), PagePart::none);
  EXPECT_EQ(page_part("html", "", "", "navbar"), PagePart::none);
}

}  // namespace
}  // namespace thalign
