// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/output/file_identity.h"

namespace thalign::cli {

/// The files of one run of the program, and the one rule of what may be written: a file that the
/// run reads is not written, and none is written twice.
///
/// Each command declares what it reads, then what it writes, before it opens any output; an
/// `OutputFile` asks once more. Files are identified by `FileIdentity`. `place` says where a file
/// is named, "LIST:LINE", if not on the command line.
class RunFiles {
 public:
  /// The configuration file, if there is one, is read.
  RunFiles();
  /// Of a run that has read all it reads before it writes.
  static RunFiles none();

  /// `-` is standard input. The empty path is none.
  void reads(const std::string& path, const std::string& place = "");

  /// The translation memory at `path` and the files that SQLite keeps beside it.
  void uses_memory(const std::string& path);
  /// The same, for a memory that is written to. Throws `UsageError` if it is read as something
  /// else.
  void writes_memory(const std::string& path);

  /// `-` is standard output. Throws `UsageError` if the file is read or written already. Devices
  /// and pipes may be both.
  void writes(const std::string& path, const std::string& place = "");

  /// Throws `UsageError` if `output` is read.
  void refuse_if_read(const std::string& output, const std::string& place = "") const;

 private:
  enum class Role { input, memory, output };
  struct Use {
    Role role;
    std::string place;
  };
  void add(const std::string& path, int standard, const Use& use);
  [[noreturn]] static void fail(const std::string& output, const std::string& place,
                                const Use& use);

  std::map<FileIdentity, Use> files_;
};

}  // namespace thalign::cli
