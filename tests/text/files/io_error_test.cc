// SPDX-License-Identifier: Apache-2.0
#include "text/files/io_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>

namespace thalign {
namespace {

TEST(IoErrorTest, NamesPlaceActionReasonAndAdvice) {
  const Error error = io_error("a.txt", "open", ENOENT, "check the name");
  EXPECT_EQ(error.code(), ErrorCode::io);
  EXPECT_STREQ(error.what(), "a.txt: can't open: No such file or directory; check the name");
}

TEST(IoErrorTest, WithoutAReasonOfTheSystem) {
  EXPECT_THAT(io_error("a.txt", "read", 0, "try again").what(),
              testing::AllOf(testing::StartsWith("a.txt: can't read: Input/output error"),
                             testing::EndsWith("try again")));
}

}  // namespace
}  // namespace thalign
