// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "text/error.h"

namespace thalign {

/// The main function of a trainer: `run` with its arguments, at least `least` of them. Returns what
/// `run` does; 2, with its usage, if there are too few; 3, with a message, if it throws `Error`.
template <typename Run>
int trainer_main(int argc, char** argv, std::string_view name, std::string_view usage,
                 std::size_t least, Run&& run) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < least) {
    fmt::print(stderr, "usage: {} {}\n", name, usage);
    return 2;
  }
  try {
    return run(arguments);
  } catch (const Error& error) {
    fmt::print(stderr, "{}: {}\n", name, error.what());
    return 3;
  }
}

}  // namespace thalign
