// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/unit_json.h"

#include <gtest/gtest.h>

#include "tests/tm/memory/memory_builder.h"

namespace thalign {
namespace {

TEST(UnitJsonTest, DescriptionsComeBackWithoutDates) {
  Description description;
  description.created = test::day(1);
  description.attributes = {{"creationid", "somchai"}};
  description.properties = {{"x-client", "ลูกค้า", "th"}};
  description.notes = {{"check \"this\"", "en"}};
  Description read;
  ASSERT_TRUE(read_description(description_json(description), read));
  EXPECT_EQ(read.created, std::nullopt);
  read.created = description.created;
  EXPECT_EQ(read, description);
}

TEST(UnitJsonTest, VariantsComeBackWithDates) {
  Variant variant;
  variant.about.changed = test::day(3);
  variant.about.properties = {{"x-kind", "heading"}};
  Variant read;
  ASSERT_TRUE(read_variant(variant_json(variant), read));
  EXPECT_EQ(read.about, variant.about);
}

TEST(UnitJsonTest, NothingSaidTakesNoBytes) {
  EXPECT_EQ(description_json({}), "");
  EXPECT_EQ(variant_json({}), "");
  Description read;
  EXPECT_TRUE(read_description("", read));
  EXPECT_EQ(read, Description());
}

TEST(UnitJsonTest, OtherTextIsRefused) {
  Description description;
  Variant variant;
  for (const char* const json : {"{", "[]", "1", "null", R"({"properties":5})"}) {
    EXPECT_FALSE(read_description(json, description)) << json;
    EXPECT_FALSE(read_variant(json, variant)) << json;
  }
}

}  // namespace
}  // namespace thalign
