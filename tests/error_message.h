// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "text/error.h"

namespace thalign {

/// What the `Error` says that `work` throws, which is of `code`, if that is given; "no error" if it
/// throws none.
template <typename Work>
std::string error_message(const Work& work, std::optional<ErrorCode> code = {}) {
  try {
    work();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code.value_or(error.code())) << error.what();
    return error.what();
  }
  return "no error";
}

}  // namespace thalign
