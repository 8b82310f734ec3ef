// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_bead.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(TmxBeadTest, PropertiesOfOurWriterBecomeWhatTheyWere) {
  TranslationUnit unit;
  unit.variants = {{.language = "th", .text = "ฝน"}, {.language = "en", .text = "rain"}};
  unit.about.properties = {{"x-score", "12.3457"},        {"x-confidence", "0.9877"},
                           {"x-document-source", "a.th"}, {"x-source-offsets", "0-2"},
                           {"x-target-offsets", "5-9"},   {"x-client", "b"}};
  take_bead(unit, "th");
  EXPECT_EQ(unit.score, 12.3457);
  EXPECT_EQ(unit.confidence, 0.9877);
  EXPECT_EQ(unit.variants[0].document, "a.th");
  EXPECT_EQ(unit.variants[0].offsets, (CodePointRange{0, 2}));
  EXPECT_EQ(unit.variants[1].offsets, (CodePointRange{5, 9}));
  ASSERT_EQ(unit.about.properties.size(), 1U);
  EXPECT_EQ(unit.about.properties[0].type, "x-client");
}

TEST(TmxBeadTest, ATextAloneWithOffsetsWasANullBead) {
  TranslationUnit unit;
  unit.variants = {{.language = "en", .text = "rain"}};
  unit.about.properties = {{"x-target-offsets", "5-9"}};
  take_bead(unit, "th");
  ASSERT_EQ(unit.variants.size(), 2U);
  EXPECT_TRUE(unit.variants[0].missing());
  EXPECT_EQ(unit.variants[0].language, "th");
  EXPECT_EQ(unit.variants[1].offsets, (CodePointRange{5, 9}));
}

TEST(TmxBeadTest, WhatTheWriterWritesOtherwiseStaysAProperty) {
  for (const Property& property :
       {Property{"x-score", "12"}, Property{"x-source-offsets", "07-9"},
        Property{"x-source-offsets", "9-7"}, Property{"x-confidence", "0.5000", "en"}}) {
    TranslationUnit unit;
    unit.variants = {{.language = "th", .text = "ฝน"}, {.language = "en", .text = "rain"}};
    unit.about.properties = {property};
    take_bead(unit, "th");
    EXPECT_EQ(unit.about.properties.size(), 1U) << property.type << property.text;
  }
}

}  // namespace
}  // namespace thalign
