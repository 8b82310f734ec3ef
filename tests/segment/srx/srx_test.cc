// SPDX-License-Identifier: Apache-2.0
#include "segment/srx/srx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/error_message.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// A file with `rules` for the language rule "A", "B" for "B", and `maps`.
std::string srx(std::string_view rules, std::string_view maps, std::string_view cascade = "no") {
  return std::string(
             "<?xml version=\"1.0\"?>\n"
             "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
             "<header segmentsubflows=\"yes\" cascade=\"")
      .append(cascade)
      .append("\"/>\n<body><languagerules>\n<languagerule languagerulename=\"A\">\n")
      .append(rules)
      .append(
          "</languagerule>\n<languagerule languagerulename=\"B\">"
          "<rule><beforebreak>b</beforebreak></rule></languagerule>\n"
          "</languagerules><maprules>\n")
      .append(maps)
      .append("</maprules></body></srx>\n");
}

constexpr std::string_view kMap =
    "<languagemap languagepattern=\"en.*\" languagerulename=\"A\"/>\n";
constexpr std::string_view kMaps =
    "<languagemap languagepattern=\"en-GB\" languagerulename=\"B\"/>\n"
    "<languagemap languagepattern=\"en.*\" languagerulename=\"A\"/>\n";
constexpr std::string_view kRule =
    "<rule break=\"no\"><beforebreak>Mr\\.</beforebreak><afterbreak>\\s</afterbreak></rule>\n";

std::vector<std::string> befores(const std::vector<SrxRule>& rules) {
  std::vector<std::string> result;
  for (const SrxRule& rule : rules) result.push_back(rule.before);
  return result;
}

std::string error_of(const std::string& bytes) {
  return error_message([&] { SrxFile::parse(bytes, "my.srx"); }, ErrorCode::format);
}

TEST(SrxTest, ReadsRules) {
  const SrxFile file = SrxFile::parse(srx(kRule, kMap), "my.srx");
  const std::vector<SrxRule> rules = file.rules("en");
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_FALSE(rules[0].breaks);
  EXPECT_EQ(rules[0].before, "Mr\\.");
  EXPECT_EQ(rules[0].after, "\\s");
  EXPECT_EQ(rules[0].place, "my.srx:6:1");
}

TEST(SrxTest, ARuleBreaksUnlessItSaysNo) {
  const SrxFile file =
      SrxFile::parse(srx("<rule><afterbreak>x</afterbreak></rule>", kMap), "my.srx");
  EXPECT_TRUE(file.rules("en").at(0).breaks);
  EXPECT_EQ(file.rules("en").at(0).before, "");
}

TEST(SrxTest, MapsMatchWholeTags) {
  const SrxFile file = SrxFile::parse(srx(kRule, kMap), "my.srx");
  EXPECT_THAT(befores(file.rules("en-US")), ElementsAre("Mr\\."));
  EXPECT_THAT(file.rules("th"), IsEmpty());
  EXPECT_THAT(file.rules("x-en"), IsEmpty());
  // OmegaT writes its patterns in capitals.
  const SrxFile capitals = SrxFile::parse(
      srx(kRule, "<languagemap languagepattern=\"EN.*\" languagerulename=\"A\"/>"), "my.srx");
  EXPECT_THAT(befores(capitals.rules("en-US")), ElementsAre("Mr\\."));
  EXPECT_THAT(befores(file.rules("EN")), ElementsAre("Mr\\."));
  EXPECT_THAT(file.rules(""), IsEmpty());
}

TEST(SrxTest, WithoutCascadeTheFirstMapCounts) {
  const SrxFile file = SrxFile::parse(srx(kRule, kMaps, "no"), "my.srx");
  EXPECT_THAT(befores(file.rules("en-GB")), ElementsAre("b"));
  EXPECT_THAT(befores(file.rules("en-US")), ElementsAre("Mr\\."));
}

TEST(SrxTest, WithCascadeAllMapsCountInOrder) {
  const SrxFile file = SrxFile::parse(srx(kRule, kMaps, "yes"), "my.srx");
  EXPECT_THAT(befores(file.rules("en-GB")), ElementsAre("b", "Mr\\."));
}

TEST(SrxTest, OtherNamespacesAndCommentsAreSkipped) {
  const std::string rules =
      "<!-- titles --><o:note xmlns:o=\"urn:other\">text</o:note>" + std::string(kRule);
  EXPECT_EQ(SrxFile::parse(srx(rules, kMap), "my.srx").rules("en").size(), 1U);
}

TEST(SrxTest, EscapesAndUtf16) {
  const std::string text =
      srx("<rule><beforebreak><![CDATA[<]]>&amp;\xE0\xB8\x81</beforebreak></rule>", kMap);
  EXPECT_EQ(SrxFile::parse(text, "my.srx").rules("en").at(0).before, "<&ก");
}

TEST(SrxTest, NoXml) {
  EXPECT_THAT(error_of(""), StartsWith("my.srx:1:1: broken XML"));
  EXPECT_THAT(error_of("<srx>\n<body></srx>"), StartsWith("my.srx:1:"));
  EXPECT_THAT(error_of(srx("<rule></rul>", kMap)), StartsWith("my.srx:6:"));
}

TEST(SrxTest, NoSrx) {
  EXPECT_EQ(error_of("<tmx version=\"2.0\"/>"),
            "my.srx:1:1: not an SRX file: the outermost element must be srx");
  EXPECT_EQ(error_of("<srx version=\"1.0\"/>"),
            "my.srx:1:1: is SRX of version '1.0'; convert it to version 2.0");
  EXPECT_THAT(error_of("<srx version=\"2.0\"/>"), HasSubstr("has no languagemap"));
}

TEST(SrxTest, BadPatterns) {
  EXPECT_EQ(error_of(srx("<rule>\n  <beforebreak>(Mr</beforebreak></rule>", kMap)),
            "my.srx:7:3: '(Mr' is not a regular expression of ICU (U_REGEX_MISMATCHED_PAREN at "
            "character 3); correct it");
  EXPECT_THAT(error_of(srx(kRule, "<languagemap languagepattern=\"*\" languagerulename=\"A\"/>")),
              StartsWith("my.srx:10:1: '*' is not a regular expression"));
}

TEST(SrxTest, BadStructure) {
  EXPECT_EQ(error_of(srx("<rule break=\"maybe\"/>", kMap)),
            "my.srx:6:1: break is 'maybe'; make it yes or no");
  EXPECT_EQ(error_of(srx("<afterbreak>x</afterbreak>", kMap)),
            "my.srx:6:1: afterbreak stands outside of a rule; put it into one");
  EXPECT_EQ(error_of(srx("</languagerule><rule/><languagerule languagerulename=\"C\">", kMap)),
            "my.srx:6:16: rule stands outside of a languagerule; put it into one");
  EXPECT_EQ(error_of(srx("</languagerule><languagerule languagerulename=\"A\">", kMap)),
            "my.srx:6:16: languagerule 'A' is there twice; rename one");
  EXPECT_EQ(error_of(srx("</languagerule><languagerule>", kMap)),
            "my.srx:6:16: languagerule has no languagerulename; name it");
  EXPECT_EQ(
      error_of(srx("<rule><afterbreak>x</afterbreak><afterbreak>y</afterbreak></rule>", kMap)),
      "my.srx:6:33: afterbreak is there twice; take one out");
  EXPECT_EQ(error_of(srx("<rule><afterbreak>x<rule/></afterbreak></rule>", kMap)),
            "my.srx:6:20: a pattern holds an element; close the pattern before it");
  EXPECT_EQ(error_of(srx("<rule><rule/></rule>", kMap)),
            "my.srx:6:7: rule stands inside of another; close that one first");
  EXPECT_EQ(error_of(srx("<rule><languagerule languagerulename=\"C\"/></rule>", kMap)),
            "my.srx:6:7: languagerule stands inside of another; close that one first");
  EXPECT_EQ(error_of(srx(kRule, "<languagemap languagepattern=\"en\"/>")),
            "my.srx:10:1: languagemap needs languagepattern and languagerulename; give both");
  EXPECT_EQ(error_of(srx(kRule, "<languagemap languagepattern=\"en\" languagerulename=\"C\"/>")),
            "my.srx:10:1: unknown languagerule 'C'; correct the name");
}

TEST(SrxTest, EntitiesAreRefused) {
  const std::string bomb =
      "<!DOCTYPE srx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
      "<srx version=\"2.0\">&b;</srx>";
  EXPECT_THAT(error_of(bomb), HasSubstr("declares the entity"));
  EXPECT_THAT(error_of("<!DOCTYPE srx [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                       "<srx version=\"2.0\">&f;</srx>"),
              HasSubstr("declares the entity"));
}

TEST(SrxTest, TruncatedFilesAreRefused) {
  const std::string whole = srx(kRule, kMaps);
  ASSERT_EQ(error_of(whole), "no error");
  for (std::size_t size = 0; size + 8 < whole.size(); ++size) {
    EXPECT_THAT(error_of(whole.substr(0, size)), StartsWith("my.srx:")) << size;
  }
}

}  // namespace
}  // namespace thalign
