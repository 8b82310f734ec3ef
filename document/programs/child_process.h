// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Not installed.

namespace thalign {

/// What a program may use. Whichever is used up ends it, with all that it has started.
struct ChildLimits {
  std::chrono::seconds processor_time;  ///< of each process
  std::chrono::seconds time;
  std::uint64_t memory_bytes;  ///< address space of each process
  std::uint64_t output_bytes;  ///< of standard output, and of each file it writes
};

/// A program to run, without a shell.
struct ChildCommand {
  std::string program;  ///< path
  std::vector<std::string> arguments;
  std::string_view input = {};           ///< on standard input, as a file that can be rewound
  std::vector<std::string> environment;  ///< "NAME=value"; nothing else is inherited
};

enum class ChildEnding : std::uint8_t {
  exited,
  killed,  ///< by a signal, such as that of too much processor time or a fault of its own
  out_of_time,
  too_much_output,
};

struct ChildResult {
  ChildEnding ending = ChildEnding::exited;
  int exit_code = 0;     ///< if it exited
  std::string output;    ///< standard output
  std::string messages;  ///< standard error, its first 4 KiB
};

/// The path of a program in `folders`, separated by colons; nothing if none has it. Relative
/// folders are left out.
std::optional<std::string> find_program(std::string_view name, std::string_view folders);

/// Runs a program to its end. It has no terminal, no descriptors but the standard ones, and does
/// not outlive this process. May be called from any thread. Throws `Error` (io): the system starts
/// no program.
ChildResult run_child(const ChildCommand& command, const ChildLimits& limits);

}  // namespace thalign
