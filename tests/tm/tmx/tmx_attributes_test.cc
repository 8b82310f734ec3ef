// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_attributes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tm/date.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Reads attributes and keeps what was reported, as "KIND: DETAIL".
struct AttributeReader {
  std::vector<std::string> reports;
  TmxAttributes read{[this](std::string_view kind, std::string_view detail) {
    reports.push_back(std::string(kind).append(": ").append(detail));
  }};
};

/// Name, value, ..., and the null behind them.
using List = std::vector<const char*>;

TEST(TmxAttributesTest, AVariantSaysItsLanguageInTwoWaysAndTheNewGoesFirst) {
  AttributeReader attributes;
  Variant variant{.language = "fr"};
  attributes.read.read_variant(List{"lang", "en", "xml:lang", "th", nullptr}.data(), variant);
  EXPECT_EQ(variant.language, "th");
  EXPECT_THAT(attributes.reports, IsEmpty());
  attributes.read.read_variant(List{"lang", "en", nullptr}.data(), variant);
  EXPECT_EQ(variant.language, "en");
  EXPECT_THAT(attributes.reports, ElementsAre("lang instead of xml:lang: en"));
}

TEST(TmxAttributesTest, AVariantWithoutALanguageDoesNotKeepTheOneOfItsPlace) {
  AttributeReader attributes;
  Variant variant{.language = "fr"};
  attributes.read.read_variant(List{nullptr}.data(), variant);
  EXPECT_EQ(variant.language, "und");
  EXPECT_EQ(attributes.reports.size(), 1U);
}

TEST(TmxAttributesTest, LanguagesAreRepairedOrKept) {
  AttributeReader attributes;
  Variant variant;
  attributes.read.read_variant(List{"xml:lang", " en_US ", nullptr}.data(), variant);
  EXPECT_EQ(variant.language, "en-US");
  EXPECT_EQ(attributes.reports.size(), 2U) << "white space and the underline, each";
  attributes.read.read_variant(List{"xml:lang", "Thai", nullptr}.data(), variant);
  EXPECT_EQ(variant.language, "Thai");
  EXPECT_EQ(attributes.reports.size(), 3U);
}

TEST(TmxAttributesTest, DatesAreReadAndOnlyThoseOfTmxAreSilent) {
  AttributeReader attributes;
  TranslationUnit unit;
  attributes.read.read_unit(List{"creationdate", "20240131T235959Z", nullptr}.data(), unit);
  ASSERT_TRUE(unit.about.created.has_value());
  EXPECT_EQ(tmx_date(*unit.about.created), "20240131T235959Z");
  EXPECT_THAT(attributes.reports, IsEmpty());
  attributes.read.read_unit(List{"changedate", "2024-02-01", nullptr}.data(), unit);
  EXPECT_EQ(tmx_date(unit.about.changed.value()), "20240201T000000Z");
  EXPECT_THAT(attributes.reports,
              ElementsAre("date in another form than TMX asks for: 2024-02-01"));
  attributes.read.read_unit(List{"changedate", "soon", nullptr}.data(), unit);
  EXPECT_FALSE(unit.about.changed.has_value());
}

TEST(TmxAttributesTest, AUnitKeepsWhatTmxKnowsInTheOrderOfTheFile) {
  AttributeReader attributes;
  TranslationUnit unit;
  unit.id = "before";
  attributes.read.read_unit(
      List{"usagecount", "3", "srclang", "th", "segtype", "verse", "xml:space", "preserve", nullptr}
          .data(),
      unit);
  EXPECT_EQ(unit.id, "before") << "what is not said stays";
  EXPECT_THAT(unit.about.attributes,
              ElementsAre(Attribute{"usagecount", "3"}, Attribute{"srclang", "th"}));
  EXPECT_THAT(attributes.reports, ElementsAre("attribute TMX does not know: left out: segtype"));
}

TEST(TmxAttributesTest, AHeaderReportsEachRequiredAttributeThatIsMissing) {
  AttributeReader attributes;
  TmxHeader header;
  attributes.read.read_header(
      List{"creationtool", "t", "creationtoolversion", "1", "segtype", "clause", "o-tmf", "t",
           "srclang", "th", "datatype", "html", nullptr}
          .data(),
      header);
  EXPECT_EQ(header.source_language, "th");
  EXPECT_EQ(header.datatype, "html");
  EXPECT_EQ(header.segtype, "sentence");
  EXPECT_THAT(attributes.reports,
              ElementsAre("segtype that is not known: taken as sentence: clause",
                          "header without an attribute that TMX requires: adminlang"));
}

TEST(TmxAttributesTest, VersionsOfTheFirstAreKnown) {
  AttributeReader attributes;
  TmxHeader header;
  attributes.read.read_version(List{"version", "1.1", nullptr}.data(), header);
  EXPECT_THAT(attributes.reports, IsEmpty());
  attributes.read.read_version(List{"version", "2.0", nullptr}.data(), header);
  EXPECT_EQ(attributes.reports.size(), 1U);
}

TEST(TmxAttributesTest, RemarksHaveALanguageAndPropertiesAType) {
  AttributeReader attributes;
  EXPECT_EQ(attributes.read.read_note(List{"xml:lang", "th", nullptr}.data()).language, "th");
  const Property property = attributes.read.read_property(List{"type", "x-a", nullptr}.data());
  EXPECT_EQ(property.type, "x-a");
  EXPECT_THAT(attributes.reports, IsEmpty());
  EXPECT_EQ(attributes.read.read_property(List{nullptr}.data()).type, "x-unknown");
  attributes.read.read_note(List{"colour", "red", nullptr}.data());
  EXPECT_THAT(attributes.reports, ElementsAre("prop without a type: taken as x-unknown: ",
                                              "attribute TMX does not know: left out: colour"));
}

}  // namespace
}  // namespace thalign
