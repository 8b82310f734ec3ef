// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_filter.h"

#include <gtest/gtest.h>

#include "tests/tm/memory/memory_builder.h"
#include "text/error.h"

namespace thalign {
namespace {

using test::day;

TranslationUnit unit() {
  TranslationUnit result = test::pair("ฝนตก 10 มม.", "Rain: 10 mm", "news/a.txt");
  result.about.changed = day(5);
  result.confidence = 0.5;
  return result;
}

bool passes(MemoryConditions conditions) {
  return MemoryFilter(std::move(conditions)).passes(7, unit());
}

TEST(TagMatches, TheTagOrItsFirstParts) {
  EXPECT_TRUE(tag_matches("th-TH", "TH"));
  EXPECT_TRUE(tag_matches("en_us", "en-US"));
  EXPECT_TRUE(tag_matches("anything", ""));
  EXPECT_FALSE(tag_matches("tha", "th"));
  EXPECT_FALSE(tag_matches("th", "th-TH"));
}

TEST(MemoryFilter, EmptyLetsPassAll) {
  EXPECT_TRUE(MemoryFilter().is_empty());
  EXPECT_TRUE(passes({}));
  EXPECT_FALSE(MemoryFilter({.language = "th"}).is_empty());
}

TEST(MemoryFilter, EachCondition) {
  EXPECT_TRUE(passes({.changed_from = day(5)}));
  EXPECT_FALSE(passes({.changed_from = day(6)}));
  EXPECT_FALSE(passes({.changed_before = day(5)}));
  EXPECT_TRUE(passes({.changed_before = day(6)}));
  EXPECT_TRUE(passes({.document = "news/a.txt"}));
  EXPECT_TRUE(passes({.document = "*/?.txt"}));
  EXPECT_TRUE(passes({.document = "**"}));
  EXPECT_FALSE(passes({.document = "news"}));
  EXPECT_FALSE(passes({.document = "news/a.txt?"}));
  EXPECT_TRUE(passes({.least_confidence = 0.5}));
  EXPECT_FALSE(passes({.least_confidence = 0.6}));
  EXPECT_FALSE(passes({.most_confidence = 0.4}));
  EXPECT_TRUE(passes({.language = "en"}));
  EXPECT_FALSE(passes({.language = "lo"}));
  EXPECT_TRUE(passes({.expression = "ฝน\\p{Thai}+ \\d+"}));
  EXPECT_FALSE(passes({.expression = "^10"}));
  EXPECT_TRUE(passes({.units = {6, 7}}));
  EXPECT_FALSE(passes({.units = {8}}));
  EXPECT_FALSE(passes({.language = "th", .expression = "snow"}));
}

TEST(MemoryFilter, RefusesABadExpression) {
  EXPECT_THROW(MemoryFilter({.expression = "("}), Error);
}

}  // namespace
}  // namespace thalign
