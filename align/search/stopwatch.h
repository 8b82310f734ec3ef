// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace thalign {

/// Measures wall time for `AlignStatistics`.
class Stopwatch {
 public:
  /// Seconds since the last call, or since the object was made.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> seconds = now - begin_;
    begin_ = now;
    return seconds.count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace thalign
