// SPDX-License-Identifier: Apache-2.0
#include "cli/align/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <utility>

namespace thalign::cli {
namespace {

void print(std::string_view text) {
  // There is nowhere to report a failure to.
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

bool is_shown(ShowProgress show) {
  return show == ShowProgress::always ||
         (show == ShowProgress::on_terminal && isatty(STDERR_FILENO) == 1);
}

std::string clock(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, std::string_view unit,
                          double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0.0;
  if (total == 0) return fmt::format("{} {}, {:.1f}/s", done, unit, rate);
  std::string line =
      fmt::format("{}/{} {}, {} %, {:.1f}/s", done, total, unit, 100 * done / total, rate);
  if (rate > 0) line += fmt::format(", {} left", clock(static_cast<double>(total - done) / rate));
  return line;
}

Progress::Progress(std::string_view unit, std::size_t total, ShowProgress show)
    : unit_(unit), total_(total), shown_(is_shown(show)) {}

Progress::~Progress() { clear(); }

void Progress::update(std::size_t done) {
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  constexpr auto kProgressPause = std::chrono::milliseconds(100);
  if (line_is_there_ && now - last_ < kProgressPause && done != total_) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  // Carriage return, the line, and clear what is left of an older, longer one.
  print("\r" + progress_line(done, total_, unit_, seconds) + "\x1b[K");
  line_is_there_ = true;
}

void Progress::clear() {
  if (!line_is_there_) return;
  print("\r\x1b[K");
  line_is_there_ = false;
}

Waiting::Waiting(std::string what, ShowProgress show) : what_(std::move(what)) {
  if (is_shown(show)) thread_ = std::thread(&Waiting::report, this);
}

Waiting::~Waiting() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  done_changed_.notify_one();
  thread_.join();
}

void Waiting::report() {
  constexpr auto kPatience = std::chrono::seconds(2), kProgressPause = std::chrono::seconds(1);
  const auto begin = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  if (done_changed_.wait_for(lock, kPatience, [&] { return done_; })) return;
  do {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    print(fmt::format("\r{}, {}\x1b[K", what_, clock(taken.count())));
  } while (!done_changed_.wait_for(lock, kProgressPause, [&] { return done_; }));
  print("\r\x1b[K");
}

}  // namespace thalign::cli
