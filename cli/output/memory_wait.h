// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "cli/base/messages.h"
#include "tm/memory/lock_wait.h"

namespace thalign::cli {

/// The number of another program that has locked the file or its shared index, as far as the
/// system shows it.
std::optional<int> program_that_locks(const std::string& memory);

/// Waits for other programs that write to `memory`, and reports which.
LockWait memory_wait(const std::string& memory, const Notes& notes,
                     std::chrono::milliseconds longest = LockWait().longest);

}  // namespace thalign::cli
