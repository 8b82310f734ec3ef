// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

#pragma GCC visibility push(default)
namespace thalign {

/// How other programs are waited for that have locked a file.
struct LockWait {
  std::chrono::milliseconds longest = std::chrono::minutes(5);
  /// Called when a lock has lasted two seconds, the first time that one does. May be empty.
  std::function<void()> on_wait = {};
};

}  // namespace thalign
#pragma GCC visibility pop
