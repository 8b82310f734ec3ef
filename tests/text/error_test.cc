// SPDX-License-Identifier: Apache-2.0
#include "text/error.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(ErrorTest, PlaceGoesBeforeTheMessage) {
  const Error error(ErrorCode::format, "gold.tsv:3", "too few columns");
  EXPECT_STREQ(error.what(), "gold.tsv:3: too few columns");
  EXPECT_EQ(error.code(), ErrorCode::format);
  EXPECT_EQ(error.place(), "gold.tsv:3");
}

TEST(ErrorTest, NoPlaceNoColon) {
  const Error error(ErrorCode::io, "", "disk full");
  EXPECT_STREQ(error.what(), "disk full");
  EXPECT_EQ(error.place(), "");
}

}  // namespace
}  // namespace thalign
