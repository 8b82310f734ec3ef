// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "document/html/html_encoding.h"
#include "tests/document/read_blocks.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> blocks(std::string_view page, bool whole_page = false) {
  return read_blocks(page, DocumentFormat::html, whole_page);
}

TEST(HtmlReaderTest, BlocksOfEachKind) {
  EXPECT_THAT(
      blocks("<h2>ห้องสมุด</h2><p>One <b>bold</b> word.<p>Two"
             "<ul><li>a<ol><li>b</ol><li><p>c</ul>"
             "<table><caption>T</caption><tr><th>x<td>y</table>"
             "<figure><figcaption>F</figcaption></figure><dl><dt>d<dd>e</dl>"),
      ElementsAre("heading2: ห้องสมุด", "paragraph: One bold word.", "paragraph: Two",
                  "list-item1: a", "list-item2: b", "list-item1: c", "caption: T", "table-cell: x",
                  "table-cell: y", "caption: F", "list-item1: d", "list-item1: e"));
}

TEST(HtmlReaderTest, WhiteSpaceCollapsesButNotNoBreakSpaces) {
  EXPECT_THAT(blocks("<p>\n a\n\t b <i> c</i> d&nbsp;&nbsp;e <b></b> </p>  f"),
              ElementsAre("paragraph: a b c d\u00a0\u00a0e", "paragraph: f"));
}

TEST(HtmlReaderTest, PossibleBreaksOfThaiWordsAreNoSpaces) {
  EXPECT_THAT(blocks("<p>ห้อง<wbr>สมุด<WBR />ใหม่<wbr\n>เปิด</p>"),
              ElementsAre("paragraph: ห้องสมุดใหม่เปิด"));
  std::string words = "<p>";
  for (int i = 0; i < 5000; ++i) words += "คำ<wbr>";
  EXPECT_EQ(blocks(words).size(), 1U);
}

TEST(HtmlReaderTest, OneBreakIsALineTwoAreAParagraph) {
  EXPECT_THAT(blocks("<div>a<br>b <br/> <br>c<br></div>"),
              ElementsAre("paragraph: a\nb", "paragraph: c"));
}

TEST(HtmlReaderTest, Entities) {
  EXPECT_THAT(blocks("<p>a &amp; b &lt;c&gt; &#3585;&#xE02; &hellip; AT&T &unknown;"),
              ElementsAre("paragraph: a & b <c> กข … AT&T &unknown;"));
}

TEST(HtmlReaderTest, LeavesOutWhatIsNoText) {
  EXPECT_THAT(blocks("<title>t</title><style>p{}</style><script>if (a<b) '<p>x</p>'</script>"
                     "<noscript>n</noscript><p>a<button>b</button><select><option>o</select>"
                     "<p hidden>h<p style='display : none'>i<p aria-hidden=true>j"
                     "<svg><text>s</text></svg><pre><code>int x;</code></pre>"),
              ElementsAre("paragraph: a"));
}

TEST(HtmlReaderTest, PreformattedTextKeepsItsLines) {
  EXPECT_THAT(blocks("<pre>one\n  two</pre>"), ElementsAre("paragraph: one\n  two"));
}

TEST(HtmlReaderTest, MainContent) {
  const std::string_view page =
      "<title>t</title><header>banner</header><nav>menu</nav><p>before"
      "<main><header><h1>H</h1></header><p>text<nav>toc</nav></main><footer>f</footer>";
  EXPECT_THAT(blocks(page), ElementsAre("heading1: H", "paragraph: text"));
  EXPECT_THAT(blocks(page, true),
              ElementsAre("heading: t", "paragraph: banner", "paragraph: menu", "paragraph: before",
                          "heading1: H", "paragraph: text", "paragraph: toc", "paragraph: f"));
}

TEST(HtmlReaderTest, ContentOfPagesWithoutMain) {
  EXPECT_THAT(blocks("<p>x<article><p>the text of an article<footer>by A</footer></article>"),
              ElementsAre("paragraph: the text of an article", "paragraph: by A"));
  EXPECT_THAT(blocks("<p>the text of a page<article>teaser</article>"),
              ElementsAre("paragraph: the text of a page", "paragraph: teaser"));
  EXPECT_THAT(blocks("<body class='menu'><div id=header>h</div><div class='a navbar b'>n</div>"
                     "<div role=navigation>r</div><div class=entry-header>text</div>"),
              ElementsAre("paragraph: text"));
  EXPECT_THAT(blocks("<nav>all there is</nav>"), ElementsAre("paragraph: all there is"));
}

TEST(HtmlReaderTest, PlacesAndLanguages) {
  const StructuredDocument page = read_structured_document(
      "<html lang=th>\n<p>\n\nก<p lang='en-GB'>b\nc</html>", DocumentFormat::html, {});
  ASSERT_EQ(page.blocks().size(), 2U);
  EXPECT_EQ(page.blocks()[0].place, "line 4");
  EXPECT_EQ(page.blocks()[0].language, "th");
  EXPECT_EQ(page.blocks()[1].place, "line 4");
  EXPECT_EQ(page.blocks()[1].language, "en-GB");
}

TEST(HtmlReaderTest, Encodings) {
  EXPECT_THAT(blocks("<meta charset='tis-620'><p>\xA1\xA2"), ElementsAre("paragraph: กข"));
  EXPECT_THAT(blocks("<META http-equiv=Content-Type content='text/html; charset=windows-874'>"
                     "<p>\xA1\xA2\x85"),
              ElementsAre("paragraph: กข…"));
  EXPECT_THAT(blocks("<meta charset=iso-8859-1><p>\x93x\x94"), ElementsAre("paragraph: “x”"));
  EXPECT_THAT(blocks("\xEF\xBB\xBF<meta charset='tis-620'><p>ก"), ElementsAre("paragraph: ก"));
  EXPECT_THAT(blocks(std::string_view("\xFF\xFE<\0p\0>\0\x01\x0E", 10)),
              ElementsAre("paragraph: ก"));
  EXPECT_THAT(blocks("<meta charset=nonsense><p>ก"), ElementsAre("paragraph: ก"));
}

TEST(HtmlReaderTest, WrongDeclarationsAreReported) {
  for (const std::string_view page :
       {"<meta charset=utf-8><p>\xA1\xD2\xC3\xBB\xC3\xD0\xAA\xD8\xC1\xA4\xB3\xD0\xA1\xC3\xC3\xC1",
        "<meta charset=tis-620><p>การประชุมคณะกรรม"}) {
    const StructuredDocument document =
        read_structured_document(page, DocumentFormat::html, {.name = "a.html"});
    EXPECT_EQ(document.text(), "การประชุมคณะกรรม");
    EXPECT_THAT(document.notes(), ElementsAre(HasSubstr("declares the encoding ")));
  }
}

TEST(HtmlReaderTest, DeclaredEncodings) {
  EXPECT_EQ(declared_html_encoding("<?xml version='1.0' encoding='TIS-620'?>"), "windows-874");
  EXPECT_EQ(declared_html_encoding("<meta name=a><meta charset = \"UTF-8\" />"), "UTF-8");
  EXPECT_EQ(declared_html_encoding("<meta charset=utf-16>"), "");
  EXPECT_EQ(declared_html_encoding("<p>charset=utf-8"), "");
}

TEST(HtmlReaderTest, RefusesWhatIsNestedTooDeep) {
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<b>";
  try {
    blocks(page);
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "file:1: elements are nested deeper than 1024; correct the page");
  }
}

TEST(HtmlReaderTest, BrokenPages) {
  EXPECT_THAT(blocks(""), ElementsAre());
  EXPECT_THAT(blocks(std::string_view("a\0b", 3)), ElementsAre("paragraph: a b"));
  EXPECT_THAT(blocks("</p></div><p>a</b></table><p>b<!-- <p>c"),
              ElementsAre("paragraph: a", "paragraph: b"));
  EXPECT_THAT(blocks("<p>a<x-y z"), ElementsAre("paragraph: a"));
}

TEST(HtmlReaderTest, FormatsInsideBlocks) {
  const StructuredDocument document = read_structured_document(
      "<html><p>  a <b>bold <i>and italic</i></b>, <a href=x>a link</a><p><em>ตัวเอน</em>",
      DocumentFormat::html, {});
  EXPECT_EQ(described_inlines(document),
            (std::vector<std::string>{"bold: bold and italic", "italic: and italic", "link: a link",
                                      "italic: ตัวเอน"}));
}

}  // namespace
}  // namespace thalign
