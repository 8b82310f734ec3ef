// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

#include "cli/output/run_files.h"
#include "cli/output/temporary_file.h"
#include "text/error.h"
#include "text/files/compressed_buffer.h"

namespace thalign::cli {

/// What the output `path` is called in messages.
std::string output_name(const std::string& path);

/// Writes to a file descriptor through a buffer, and remembers the first error.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);
  /// `errno` of the first write that failed; 0 if none has.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  bool flush_buffer();

  int descriptor_;
  int error_ = 0;
  std::vector<char> buffer_;
};

/// A file that is written whole, but not in its place yet.
struct WrittenFile {
  std::string name;                          ///< for messages
  std::unique_ptr<TemporaryFile> temporary;  ///< null for what was written directly
};
/// The files of one output.
using WrittenFiles = std::vector<WrittenFile>;

/// Puts outputs on the disk, then the files of each in their places, all of an output or none. What
/// is said of each: nothing if it is in its place, else what was wrong (io). Of many outputs the
/// disk is synced once, which takes hardly longer than for one.
std::vector<std::optional<Error>> put_in_place(const std::vector<WrittenFiles>& outputs);
/// The same of one output. Throws `Error` (io).
void put_in_place(WrittenFiles output);

/// A file that is written whole or not at all: into a temporary file in its folder, put in its
/// place in the end.
///
/// `-` is standard output; a name of a descriptor, as /dev/stdout and /dev/fd/3, is that
/// descriptor. These, devices and pipes are written directly. A symbolic link is followed. The mode
/// of a file that exists is kept but for set-user-id and the like, its owner where that is allowed.
/// What goes to a name that ends with ".gz" or ".zst" is compressed by gzip or zstd.
/// If the object dies before `commit()`, or a signal ends the process, nothing has changed.
class OutputFile {
 public:
  /// Creates the temporary file, so that a place that can't be written to is found before any work.
  /// Throws `UsageError` if the run reads the file, or if it is a translation memory; `Error` (io).
  OutputFile(const std::string& path, const RunFiles& files);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& stream() { return stream_; }

  /// Ends the file, and gives it away: nothing may be written any more. Throws `Error` (io) if
  /// anything could not be written.
  WrittenFile finish();
  /// The same, and puts it on the disk, then in its place. Throws `Error` (io) if it can't.
  void commit();

 private:
  struct Destination {
    int descriptor;
    bool owned;                                ///< to be closed
    std::unique_ptr<TemporaryFile> temporary;  ///< null for what is written directly
  };
  static Destination open(const std::string& path);
  OutputFile(const std::string& path, Destination destination);

  std::string name_;
  Destination destination_;
  DescriptorBuffer buffer_;
  std::unique_ptr<CompressedBuffer> compressed_;  // null: the output is not compressed
  std::ostream stream_;
};

}  // namespace thalign::cli
