// SPDX-License-Identifier: Apache-2.0
#include "document/office/word_styles.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_map>

#include "tests/document/office/office_parts.h"
#include "tests/text/files/zip_builder.h"

namespace thalign {
namespace {

std::unordered_map<std::string, WordStyle> styles_of(const std::string& content) {
  const std::string bytes = zip_of({{"styles.xml", word_part("styles", content)}});
  return read_word_styles(ZipArchive(bytes, "file"), "styles.xml");
}

std::string style(const std::string& id, const std::string& content) {
  return "<w:style w:styleId='" + id + "'>" + content + "</w:style>";
}

TEST(WordStylesTest, NamesSayWhatAStyleIs) {
  const auto styles = styles_of(
      style("1", "<w:name w:val='Heading 9'/>") + style("2", "<w:name w:val='heading 0'/>") +
      style("3", "<w:name w:val='Title'/>") + style("4", "<w:name w:val='Subtitle'/>") +
      style("5", "<w:name w:val='CAPTION'/>") + style("6", "<w:name w:val='heading 10'/>"));
  EXPECT_EQ(styles.at("1").heading_level, 9);
  EXPECT_EQ(styles.at("2").heading_level, 0);
  EXPECT_EQ(styles.at("3").heading_level, 1);
  EXPECT_EQ(styles.at("4").heading_level, 2);
  EXPECT_TRUE(styles.at("5").is_caption);
  EXPECT_FALSE(styles.at("3").is_caption);
  EXPECT_EQ(styles.at("6").heading_level, 0);
}

TEST(WordStylesTest, OutlineLevelsCountFromZeroAndTheLastIsText) {
  const auto styles = styles_of(style("a", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>") +
                                style("b", "<w:pPr><w:outlineLvl w:val='8'/></w:pPr>") +
                                style("c", "<w:pPr><w:outlineLvl w:val='9'/></w:pPr>"));
  EXPECT_EQ(styles.at("a").heading_level, 1);
  EXPECT_EQ(styles.at("b").heading_level, 9);
  EXPECT_EQ(styles.at("c").heading_level, 0);
}

TEST(WordStylesTest, AStyleHasWhatThoseItIsBasedOnHave) {
  const auto styles =
      styles_of(style("top", "<w:name w:val='heading 2'/><w:pPr><w:numPr/></w:pPr>") +
                style("middle", "<w:basedOn w:val='top'/>") +
                style("own", "<w:name w:val='heading 4'/><w:basedOn w:val='middle'/>") +
                style("lost", "<w:basedOn w:val='missing'/>"));
  EXPECT_EQ(styles.at("middle").heading_level, 2);
  EXPECT_TRUE(styles.at("middle").is_list);
  EXPECT_EQ(styles.at("own").heading_level, 4) << "what it says itself goes first";
  EXPECT_TRUE(styles.at("own").is_list);
  EXPECT_FALSE(styles.at("lost").is_list);
}

TEST(WordStylesTest, StylesBasedOnEachOtherEnd) {
  const auto styles = styles_of(style("a", "<w:basedOn w:val='b'/>") +
                                style("b", "<w:basedOn w:val='a'/><w:pPr><w:numPr/></w:pPr>"));
  EXPECT_TRUE(styles.at("a").is_list);
  EXPECT_EQ(styles.at("a").heading_level, 0);
}

}  // namespace
}  // namespace thalign
