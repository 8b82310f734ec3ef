// SPDX-License-Identifier: Apache-2.0
#include "tm/language_tag.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(LanguageTagTest, CaseMakesNoDifference) {
  EXPECT_TRUE(same_tag("th-TH", "TH-th"));
  EXPECT_FALSE(same_tag("th", "th-TH"));
  EXPECT_FALSE(same_tag("th", "en"));
  EXPECT_TRUE(same_tag("", ""));
}

TEST(LanguageTagTest, ThePrimarySubtag) {
  EXPECT_EQ(primary_subtag("th-TH"), "th");
  EXPECT_EQ(primary_subtag("en"), "en");
  EXPECT_EQ(primary_subtag(""), "");
}

}  // namespace
}  // namespace thalign
