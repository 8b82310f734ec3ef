// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/xml_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Collects the text of a file, and the place of each of its elements.
class TextOfXml : public XmlEvents {
 public:
  void begin(std::string_view name, const char** /*attributes*/) override {
    places.push_back(std::string(name) + " " + input->place());
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view piece) override { whole += piece; }
  void unknown_entity(std::string_view /*name*/) override {}

  const XmlInput* input = nullptr;
  std::string whole;
  std::vector<std::string> places;
};

struct ReadXml {
  std::string text;
  std::vector<std::string> places, repairs;
};

ReadXml read_xml(const std::string& bytes) {
  ReadXml result;
  TextOfXml events;
  std::istringstream in(bytes);
  XmlInput input(
      {in, "a.tmx"}, events,
      [&](const Repair& repair) { result.repairs.emplace_back(repair.kind); }, "TMX");
  events.input = &input;
  while (!input.ended()) input.read();
  result.text = events.whole;
  result.places = events.places;
  return result;
}

/// ASCII in 16 bits a character.
std::string wide(std::string_view text, bool big_endian) {
  std::string bytes;
  for (const char c : text) {
    if (big_endian) bytes += '\0';
    bytes += c;
    if (!big_endian) bytes += '\0';
  }
  return bytes;
}

TEST(XmlInputTest, PlacesAreThoseOfTheFile) {
  EXPECT_THAT(read_xml("<a>\n <b/></a>").places, ElementsAre("a a.tmx:1:1", "b a.tmx:2:2"));
}

TEST(XmlInputTest, WhatTheBytesProveGoesBeforeWhatIsDeclared) {
  const std::string declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ฝน</a>";
  const ReadXml narrow = read_xml(declared);
  EXPECT_EQ(narrow.text, "ฝน");
  EXPECT_THAT(narrow.repairs,
              ElementsAre("encoding that the bytes contradict: read as what they are"));
  const std::string utf8 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>b</a>";
  for (const bool big_endian : {false, true}) {
    const ReadXml read = read_xml(wide(utf8, big_endian));
    EXPECT_EQ(read.text, "b");
    EXPECT_EQ(read.repairs.size(), 1U);
  }
}

TEST(XmlInputTest, WideTextIsNotContradictedByItsName) {
  const ReadXml read =
      read_xml("\xFF\xFE" + wide("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>b</a>", false));
  EXPECT_EQ(read.text, "b");
  EXPECT_THAT(read.repairs, IsEmpty());
}

TEST(XmlInputTest, CharactersOfFourBytesMayLieAcrossPieces) {
  // U+1D400 as two units of 16 bits, the first of them the last of a piece.
  for (std::size_t letters : {XmlParser::kSmallestPiece / 2 - 5, XmlParser::kSmallestPiece / 2 - 4,
                              XmlParser::kSmallestPiece / 2 - 3}) {
    std::string bytes = "\xFF\xFE" + wide("<a>" + std::string(letters, 'x'), false);
    for (int i = 0; i < 8; ++i) bytes += std::string("\x35\xD8\x00\xDC", 4);
    bytes += wide("</a>", false);
    const std::string text = read_xml(bytes).text;
    EXPECT_EQ(text.size(), letters + 8 * 4) << letters;
    EXPECT_TRUE(text.ends_with("\U0001D400")) << letters;
  }
}

TEST(XmlInputTest, HalfACharacterOf16BitsIsRefusedWithItsPlace) {
  EXPECT_THAT(
      error_message([] { read_xml("\xFF\xFE" + wide("<a>b", false) + "c"); }, ErrorCode::encoding),
      HasSubstr("a.tmx"));
}

TEST(XmlInputTest, AnEmptyFileIsRefusedByTheKindItShouldBe) {
  EXPECT_EQ(error_message([] { read_xml(""); }), "a.tmx: is empty; give a file of TMX");
}

}  // namespace
}  // namespace thalign
