// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <cstddef>
#include <filesystem>

// Files that must not stay when a signal ends the process.

namespace thalign::cli {

/// While one lives, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE and SIGXCPU do not end the process,
/// so that a file may be made and recorded, or put in its place. Not to be held twice by a thread,
/// nor for long.
class SignalHold {
 public:
  SignalHold();
  SignalHold(const SignalHold&) = delete;
  SignalHold& operator=(const SignalHold&) = delete;
  ~SignalHold();

 private:
  sigset_t before_{};
};

/// A file that is removed if one of those signals ends the process while this object lives. At most
/// 1024 are recorded at a time; any thread may record some.
class RecordedFile {
 public:
  /// Throws `std::system_error`: too many, or too long a name. Requires: a `SignalHold` of this
  /// thread.
  explicit RecordedFile(const std::filesystem::path& path);
  RecordedFile(const RecordedFile&) = delete;
  RecordedFile& operator=(const RecordedFile&) = delete;
  ~RecordedFile();

 private:
  std::size_t place_;
};

/// Removes all recorded files. Allocates nothing; may be called by a signal handler.
void remove_recorded_files() noexcept;

}  // namespace thalign::cli
