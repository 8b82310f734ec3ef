// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/document/read_blocks.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Events of an element with nothing but text in it.
void add_element(HtmlBlocks& page, std::string_view name, std::string_view text,
                 const HtmlAttributes& attributes = {}) {
  page.begin(name, attributes);
  page.text(text, 1);
  page.end(name);
}

TEST(HtmlBlocksTest, AnEndClosesWhatIsOpenInside) {
  HtmlBlocks page(false);
  page.begin("div", {});
  page.begin("ul", {});
  page.begin("li", {});
  page.text("ข้อหนึ่ง", 1);
  EXPECT_EQ(page.depth(), 3U);
  page.end("div");
  EXPECT_EQ(page.depth(), 0U);
  page.text("after", 1);
  EXPECT_THAT(described_blocks(page.finish()),
              ElementsAre("list-item1: ข้อหนึ่ง", "paragraph: after"));
}

TEST(HtmlBlocksTest, AnEndWithoutABeginningDoesNotEndTheBlock) {
  HtmlBlocks page(false);
  page.begin("p", {});
  page.text("one ", 1);
  page.end("div");
  page.end("b");
  page.text("two", 1);
  EXPECT_EQ(page.depth(), 1U);
  EXPECT_THAT(described_blocks(page.finish()), ElementsAre("paragraph: one two"));
}

TEST(HtmlBlocksTest, SpacesBetweenPiecesAreOneAndAtEdgesNone) {
  HtmlBlocks page(false);
  page.begin("p", {});
  page.text(" \n", 1);
  page.text("a ", 2);
  page.text("\t b", 2);
  page.text("c", 2);
  page.begin("br", {});
  page.text("  d", 2);
  EXPECT_THAT(described_blocks(page.finish()), ElementsAre("paragraph: a bc\nd"));
}

TEST(HtmlBlocksTest, APlaceIsTheLineOfTheFirstWord) {
  HtmlBlocks page(false);
  add_element(page, "p", "\n\n  word\nnext");
  const StructuredDocument document = page.finish();
  ASSERT_EQ(document.blocks().size(), 1U);
  EXPECT_EQ(document.blocks()[0].place, "line 3");
}

TEST(HtmlBlocksTest, TheLanguageIsThatOfTheInnermostElementThatSaysIt) {
  HtmlBlocks page(false);
  page.begin("body", {.language = "th"});
  page.begin("section", {});
  add_element(page, "p", "a");
  add_element(page, "p", "b", {.language = "en"});
  const StructuredDocument document = page.finish();
  ASSERT_EQ(document.blocks().size(), 2U);
  EXPECT_EQ(document.blocks()[0].language, "th");
  EXPECT_EQ(document.blocks()[1].language, "en");
}

TEST(HtmlBlocksTest, HiddenElementsHideWhatIsInThem) {
  HtmlBlocks page(true);
  page.begin("div", {.hidden = true});
  add_element(page, "p", "unseen");
  page.end("div");
  EXPECT_THAT(described_blocks(page.finish()), IsEmpty());
}

/// A page of an article of `article` letters in a text of `rest` letters.
std::vector<std::string> article_and_rest(std::size_t article, std::size_t rest) {
  HtmlBlocks page(false);
  add_element(page, "article", std::string(article, 'a'));
  add_element(page, "div", std::string(rest, 'r'));
  return described_blocks(page.finish());
}

TEST(HtmlBlocksTest, ArticlesAreTheContentFromMoreThanHalfOfIt) {
  EXPECT_THAT(article_and_rest(6, 5), ElementsAre("paragraph: aaaaaa"));
  EXPECT_THAT(article_and_rest(5, 5), ElementsAre("paragraph: aaaaa", "paragraph: rrrrr"));
}

TEST(HtmlBlocksTest, TheMainContentGoesBeforeLongerArticles) {
  HtmlBlocks page(false);
  add_element(page, "main", "m");
  add_element(page, "article", "article");
  add_element(page, "nav", "menu");
  EXPECT_THAT(described_blocks(page.finish()), ElementsAre("paragraph: m"));
}

TEST(HtmlBlocksTest, AMarginBelongsToTheArticleItStandsInButAMenuDoesNot) {
  HtmlBlocks page(false);
  page.begin("article", {});
  add_element(page, "header", "in the article");
  add_element(page, "nav", "menu");
  page.end("article");
  add_element(page, "footer", "of the page");
  EXPECT_THAT(described_blocks(page.finish()), ElementsAre("paragraph: in the article"));
}

}  // namespace
}  // namespace thalign
