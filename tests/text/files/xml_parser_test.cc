// SPDX-License-Identifier: Apache-2.0
#include "text/files/xml_parser.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::HasSubstr;

/// Writes down what it is given.
class Recorder : public XmlEvents {
 public:
  void begin(std::string_view name, const char** attributes) override {
    log.append("<").append(name);
    for (; *attributes != nullptr; attributes += 2) {
      log.append(" ").append(attributes[0]).append("=").append(attributes[1]);
    }
    log.append(">");
    if (name == "throw") throw std::runtime_error("from an event");
  }
  void end(std::string_view name) override { log.append("</").append(name).append(">"); }
  void text(std::string_view piece) override { log.append(piece); }
  void unknown_entity(std::string_view name) override { log.append("[").append(name).append("]"); }

  std::string log;
};

/// The events of `xml`, which comes in pieces of `size` bytes.
std::string events(std::string_view xml, std::size_t size, char separator = '\0') {
  Recorder recorder;
  XmlParser parser(recorder, "a.xml", nullptr, separator);
  for (std::size_t at = 0; at <= xml.size(); at += size) {
    const std::string_view piece = xml.substr(at, size);
    std::ranges::copy(piece, parser.buffer(size));
    parser.parse(piece.size(), at + size > xml.size());
  }
  return recorder.log;
}

std::string xml_error(std::string_view xml) {
  return error_message([&] { events(xml, 64); });
}

TEST(XmlParserTest, PiecesOfAnySize) {
  const std::string_view xml = "<a><b c='d &lt; e'>น้ำ &amp; fire</b><f/></a>";
  for (std::size_t size = 1; size <= xml.size() + 1; ++size) {
    EXPECT_EQ(events(xml, size), "<a><b c=d < e>น้ำ & fire</b><f></f></a>") << size;
  }
}

TEST(XmlParserTest, NamespacesAreResolvedOnRequest) {
  const std::string_view xml = "<x:a xmlns:x='urn:n' x:b='1' c='2'/>";
  EXPECT_EQ(events(xml, 99), "<x:a xmlns:x=urn:n x:b=1 c=2></x:a>");
  EXPECT_EQ(events(xml, 99, '|'), "<urn:n|a urn:n|b=1 c=2></urn:n|a>");
}

TEST(XmlParserTest, EntitiesAreNotExpanded) {
  EXPECT_THAT(xml_error("<!DOCTYPE a [<!ENTITY e 'text'>]><a>&e;</a>"),
              HasSubstr("declares the entity 'e'"));
  EXPECT_EQ(events("<!DOCTYPE a SYSTEM 'a.dtd'><a>x &e; y</a>", 99), "<a>x [e] y</a>");
  EXPECT_THAT(xml_error("<!DOCTYPE a SYSTEM 'a.dtd'><a b='&e;'/>"),
              HasSubstr("unknown entity '&e;'"));
}

TEST(XmlParserTest, BrokenXmlIsRefusedWithItsPlace) {
  EXPECT_THAT(xml_error("<a>\n  <b></a>"), HasSubstr("a.xml:2:8: broken XML: mismatched tag"));
  EXPECT_THAT(xml_error("<a>"), HasSubstr("the file is cut off"));
}

TEST(XmlParserTest, WhatAnEventThrowsComesOut) {
  EXPECT_THROW(events("<a><throw/></a>", 99), std::runtime_error);
}

}  // namespace
}  // namespace thalign
