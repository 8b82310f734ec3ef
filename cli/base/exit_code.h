// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace thalign::cli {

/// What the program returns; documented in docs/cli.md.
enum class ExitCode : int {
  done = 0,
  internal_error = 1,  ///< an error inside thalign
  usage = 2,           ///< the command line, a setting or an environment variable makes no sense
  bad_input = 3,       ///< a file was read, but can't be what it should be
  io = 4,              ///< a file can't be read or written
  partial = 5,         ///< some of many documents failed; the others are done
};

/// The command line makes no sense. `what()` is one line for the user, as that of `Error`.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Some of many documents failed, each with a message of its own. `what()` is the last line.
class PartialFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace thalign::cli
