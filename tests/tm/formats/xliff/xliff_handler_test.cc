// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xliff/xliff_handler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// A handler, the events it is given, and the kinds of what it reports.
struct HandledXliff {
  explicit HandledXliff(bool unfinished = false)
      : handler(
            {"th", "en"}, unfinished,
            [this](std::string_view kind, std::string_view) { reports.emplace_back(kind); },
            [](std::string_view message) { throw std::invalid_argument(std::string(message)); }) {}

  void begin(std::string_view name, std::vector<const char*> attributes = {}) {
    attributes.push_back(nullptr);
    handler.begin(name, attributes.data());
    open.push_back(name);
  }
  void end() {
    handler.end(open.back());
    open.pop_back();
  }
  void element(std::string_view name, std::string_view text,
               std::vector<const char*> attributes = {}) {
    begin(name, std::move(attributes));
    handler.text(text);
    end();
  }
  void open_version_2() {
    begin("xliff", {"version", "2.1", "srcLang", "th-TH", "trgLang", "en_GB"});
    begin("file", {"original", "a.html"});
  }
  void open_version_12() {
    begin("xliff", {"version", "1.2"});
    begin("file", {"original", "a.html", "source-language", "th", "target-language", "en"});
    begin("body");
  }
  /// A unit of 1.2 with no more than its texts.
  void translation(const char* id, std::string_view source, std::string_view target,
                   std::vector<const char*> of_target = {}) {
    begin("trans-unit", {"id", id});
    element("source", source);
    element("target", target, std::move(of_target));
    end();
  }
  /// "SOURCE-TARGET" of all units.
  std::vector<std::string> texts() const {
    std::vector<std::string> result;
    for (const TranslationUnit& unit : handler.units) {
      result.push_back(unit.variants.at(0).text + "-" + unit.variants.at(1).text);
    }
    return result;
  }

  std::vector<std::string> reports;
  std::vector<std::string_view> open;
  XliffHandler handler;
};

TEST(XliffHandlerTest, ASegmentOfVersion2IsAUnit) {
  HandledXliff xliff;
  xliff.open_version_2();
  xliff.begin("unit", {"id", "u1", "name", "title"});
  xliff.begin("segment", {"state", "final"});
  xliff.element("source", "ฝน");
  xliff.element("target", "rain");
  xliff.end();
  xliff.begin("segment");
  xliff.element("source", "แดด");
  xliff.element("target", "sun");
  xliff.end();
  xliff.end();
  ASSERT_THAT(xliff.texts(), ElementsAre("ฝน-rain", "แดด-sun"));
  const TranslationUnit& first = xliff.handler.units[0];
  EXPECT_EQ(first.id, "title");
  EXPECT_EQ(first.variants[0].language, "th-TH");
  EXPECT_EQ(first.variants[1].language, "en-GB");
  EXPECT_EQ(first.variants[0].document, "a.html");
  EXPECT_THAT(first.about.properties, ElementsAre(Property{"x-xliff-state", "final"}));
  EXPECT_THAT(xliff.handler.units[1].about.properties, IsEmpty());
  EXPECT_THAT(xliff.reports, IsEmpty());
}

TEST(XliffHandlerTest, NothingOfAUnitStaysForTheNext) {
  HandledXliff xliff;
  xliff.open_version_12();
  xliff.begin("trans-unit", {"id", "a", "xml:space", "preserve"});
  xliff.element("source", "ก\nข");
  xliff.element("target", "a");
  xliff.element("note", "careful");
  xliff.element("note", "0.5", {"from", "confidence"});
  xliff.end();
  xliff.translation("u2", "ค\nง", "b");
  ASSERT_EQ(xliff.handler.units.size(), 2U);
  EXPECT_EQ(xliff.handler.units[0].variants[0].text, "ก\nข");
  EXPECT_EQ(xliff.handler.units[0].confidence, 0.5);
  EXPECT_THAT(xliff.handler.units[0].about.notes, ElementsAre(Note{"careful"}));
  EXPECT_EQ(xliff.handler.units[1],
            (TranslationUnit{.variants = {{.language = "th", .text = "ค ง", .document = "a.html"},
                                          {.language = "en", .text = "b"}}}));
}

TEST(XliffHandlerTest, MarksOf12PairSegmentsByTheirNumber) {
  HandledXliff xliff;
  xliff.open_version_12();
  xliff.begin("trans-unit", {"id", "a"});
  xliff.element("source", "ฝน แดด");
  xliff.begin("seg-source");
  xliff.element("mrk", "ฝน", {"mtype", "seg", "mid", "1"});
  xliff.handler.text(" ");
  xliff.element("mrk", "แดด", {"mtype", "seg", "mid", "2"});
  xliff.end();
  xliff.begin("target");
  xliff.element("mrk", "sun", {"mtype", "seg", "mid", "2"});
  xliff.element("mrk", "rain", {"mtype", "seg", "mid", "1"});
  xliff.end();
  xliff.end();
  EXPECT_THAT(xliff.texts(), ElementsAre("ฝน-rain", "แดด-sun"));
}

TEST(XliffHandlerTest, MatchesOfOtherMemoriesAreNoTexts) {
  HandledXliff xliff;
  xliff.open_version_12();
  xliff.begin("trans-unit", {"id", "a"});
  xliff.element("source", "ฝน");
  xliff.begin("alt-trans");
  xliff.element("target", "shower");
  xliff.end();
  xliff.element("target", "rain");
  xliff.end();
  EXPECT_THAT(xliff.texts(), ElementsAre("ฝน-rain"));
}

TEST(XliffHandlerTest, WhatIsNotTranslatedIsLeftOutUnlessAskedFor) {
  for (const bool unfinished : {false, true}) {
    HandledXliff xliff(unfinished);
    xliff.open_version_12();
    xliff.translation("a", "ฝน", "rain", {"state", "needs-translation"});
    EXPECT_EQ(xliff.handler.units.size(), unfinished ? 1U : 0U);
    EXPECT_EQ(xliff.reports.size(), unfinished ? 0U : 1U);
    xliff.begin("trans-unit", {"id", "b"});
    xliff.element("source", "ไม่มี");
    xliff.end();
    EXPECT_THAT(xliff.reports.back(), StartsWith("segment without translation"));
  }
}

TEST(XliffHandlerTest, OtherRootsFailAndOtherVersionsAreReported) {
  HandledXliff other;
  EXPECT_THROW(other.begin("html"), std::invalid_argument);
  HandledXliff version;
  version.begin("xlf:xliff", {"version", "3.0"});
  EXPECT_TRUE(version.handler.is_xliff);
  EXPECT_EQ(version.reports.size(), 1U);
}

}  // namespace
}  // namespace thalign
