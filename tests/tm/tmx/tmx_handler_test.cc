// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_handler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A handler, the events it is given, and what it reports, as "KIND: DETAIL".
struct HandledTmx {
  std::vector<std::string> reports;
  TmxHandler handler{
      [this](std::string_view kind, std::string_view detail) {
        reports.push_back(std::string(kind).append(": ").append(detail));
      },
      [](std::string_view message) { throw std::invalid_argument(std::string(message)); }};

  void begin(std::string_view name, std::vector<const char*> attributes = {}) {
    attributes.push_back(nullptr);
    handler.begin(name, attributes.data());
  }
  void end(std::string_view name) { handler.end(name); }
  void element(std::string_view name, std::string_view text,
               std::vector<const char*> attributes = {}) {
    begin(name, std::move(attributes));
    handler.text(text);
    end(name);
  }
  void variant(const char* language, std::string_view text) {
    begin("tuv", {"xml:lang", language});
    element("seg", text);
    end("tuv");
  }
  /// Up to the body, of a file from Thai.
  void open_body() {
    begin("tmx", {"version", "1.4"});
    begin("header", {"srclang", "th", "creationtool", "t", "creationtoolversion", "1", "segtype",
                     "sentence", "o-tmf", "t", "adminlang", "en", "datatype", "plaintext"});
    end("header");
    begin("body");
  }
};

TEST(TmxHandlerTest, UnitsAreCompleteWhenTheyEnd) {
  HandledTmx tmx;
  tmx.open_body();
  EXPECT_TRUE(tmx.handler.in_body);
  tmx.begin("tu", {"tuid", "a"});
  tmx.variant("th", "ฝน");
  EXPECT_EQ(tmx.handler.complete_units(), 0U);
  tmx.variant("en", "rain");
  tmx.end("tu");
  ASSERT_EQ(tmx.handler.complete_units(), 1U);
  EXPECT_EQ(tmx.handler.unit(0).id, "a");
  EXPECT_EQ(tmx.handler.unit(0).variants.at(1).text, "rain");
  EXPECT_THAT(tmx.reports, IsEmpty());
}

TEST(TmxHandlerTest, MemoryUsedAgainKeepsNothingOfTheUnitBefore) {
  HandledTmx tmx;
  tmx.open_body();
  tmx.begin("tu", {"tuid", "a", "creationdate", "20240101T000000Z", "usagecount", "2"});
  tmx.element("note", "remark");
  tmx.element("prop", "0.5", {"type", "x-confidence"});
  tmx.variant("th", "ก");
  tmx.variant("en", "a");
  tmx.variant("fr", "b");
  tmx.end("tu");
  tmx.handler.drop_complete_units();
  tmx.begin("tu");
  tmx.variant("th", "ข");
  tmx.variant("en", "c");
  tmx.end("tu");
  ASSERT_EQ(tmx.handler.complete_units(), 1U);
  EXPECT_EQ(tmx.handler.unit(0), (TranslationUnit{.variants = {{.language = "th", .text = "ข"},
                                                               {.language = "en", .text = "c"}}}));
}

TEST(TmxHandlerTest, TheOpenUnitOutlivesThoseThatAreDropped) {
  HandledTmx tmx;
  tmx.open_body();
  for (const char* const id : {"a", "b"}) {
    tmx.begin("tu", {"tuid", id});
    tmx.variant("th", id);
    if (*id == 'b') tmx.handler.drop_complete_units();
    tmx.variant("en", id);
    tmx.end("tu");
  }
  ASSERT_EQ(tmx.handler.complete_units(), 1U);
  EXPECT_EQ(tmx.handler.unit(0).id, "b");
  EXPECT_EQ(tmx.handler.unit(0).variants.size(), 2U);
}

TEST(TmxHandlerTest, WhatIsNotAllowedIsLeftOutWithAllThatIsInIt) {
  HandledTmx tmx;
  tmx.open_body();
  tmx.begin("tu");
  tmx.begin("table");
  tmx.begin("tuv", {"xml:lang", "en"});
  tmx.element("seg", "unseen");
  tmx.end("tuv");
  tmx.end("table");
  tmx.variant("th", "ฝน");
  tmx.variant("en", "rain");
  tmx.end("tu");
  EXPECT_EQ(tmx.handler.unit(0).variants.size(), 2U);
  EXPECT_THAT(tmx.reports, ElementsAre(HasSubstr("left out: table")));
}

TEST(TmxHandlerTest, AUnitWithoutTextsIsNoUnit) {
  HandledTmx tmx;
  tmx.open_body();
  tmx.begin("tu", {"tuid", "a"});
  tmx.end("tu");
  EXPECT_EQ(tmx.handler.complete_units(), 0U);
  EXPECT_THAT(tmx.reports, ElementsAre("tu without any text: left out: a"));
}

TEST(TmxHandlerTest, LanguagesAreCountedInTheOrderTheyCome) {
  HandledTmx tmx;
  tmx.open_body();
  for (int i = 0; i < 2; ++i) {
    tmx.begin("tu");
    tmx.variant("th", "ก");
    tmx.variant(i == 0 ? "en-GB" : "en", "a");
    tmx.end("tu");
  }
  EXPECT_THAT(tmx.handler.languages, ElementsAre(testing::Pair("th", 2), testing::Pair("en-GB", 1),
                                                 testing::Pair("en", 1)));
}

TEST(TmxHandlerTest, TheSourceLanguageMayHaveOtherSubtagsButMustBeThere) {
  HandledTmx tmx;
  tmx.open_body();
  tmx.begin("tu");
  tmx.variant("th-TH", "ก");
  tmx.variant("en", "a");
  tmx.end("tu");
  tmx.begin("tu", {"srclang", "lo"});
  tmx.variant("th", "ก");
  tmx.variant("en", "a");
  tmx.end("tu");
  EXPECT_THAT(tmx.reports,
              ElementsAre("source language with other subtags than in the texts: taken as the "
                          "same: th",
                          "unit without a text in the source language: lo"));
}

TEST(TmxHandlerTest, AnotherRootFails) {
  HandledTmx tmx;
  EXPECT_THROW(tmx.begin("xliff"), std::invalid_argument);
}

}  // namespace
}  // namespace thalign
