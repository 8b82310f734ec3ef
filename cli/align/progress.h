// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace thalign::cli {

/// Whether progress is shown; `on_terminal`: if standard error is one.
enum class ShowProgress : std::uint8_t { on_terminal, always, never };

/// How much of some work is done, on one line of standard error that is written over and over.
/// Counts documents, or bytes where the number of documents is
/// not known.
class Progress {
 public:
  /// `total`: what `update` comes to in the end; 0: not known.
  Progress(std::string_view unit, std::size_t total, ShowProgress show);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Clears the line.
  ~Progress();

  /// `done` of the total is done.
  void update(std::size_t done);
  /// Clears the line, so that a message can be printed; the next update brings it back.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::string unit_;
  std::size_t total_;
  bool shown_, line_is_there_ = false;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
};

/// Shows on one line of standard error how long some work has taken, once that is a few seconds.
/// For work that can't say how much of it is done.
class Waiting {
 public:
  /// `what` is done: "aligning a.txt and b.txt".
  Waiting(std::string what, ShowProgress show);
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  /// Clears the line.
  ~Waiting();

 private:
  void report();

  const std::string what_;
  std::mutex mutex_;
  std::condition_variable done_changed_;
  bool done_ = false;
  std::thread thread_;
};

/// "12/48 documents, 25 %, 3.1/s, 0:12 left" after `seconds`; "12 documents, 3.1/s" where `total`
/// is 0.
std::string progress_line(std::size_t done, std::size_t total, std::string_view unit,
                          double seconds);

}  // namespace thalign::cli
