#include "text/error.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(ErrorTest, PlaceGoesBeforeTheMessage) {
  const Error error(ErrorCode::format, "gold.tsv:3", "too few columns");
  EXPECT_STREQ(error.what(), "gold.tsv:3: too few columns");
  EXPECT_EQ(error.code(), ErrorCode::format);
}

TEST(ErrorTest, NoPlaceNoColon) {
  EXPECT_STREQ(Error(ErrorCode::io, "", "disk full").what(), "disk full");
}

}  // namespace
}  // namespace thalign
