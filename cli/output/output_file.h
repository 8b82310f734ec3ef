// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

#include "cli/output/run_files.h"
#include "cli/output/temporary_file.h"
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
  /// Throws `UsageError` if the run reads the file; `Error` (io).
  OutputFile(const std::string& path, const RunFiles& files);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& stream() { return stream_; }

  /// Puts the file on the disk, then in its place. Throws `Error` (io) if it can't, or if anything
  /// could not be written.
  void commit();
  /// Commits several: all are on the disk before the first is put in its place, and if one can't be
  /// put there, none is.
  static void commit(std::list<OutputFile>& files);

 private:
  struct Destination {
    int descriptor;
    bool owned;                                ///< to be closed
    std::unique_ptr<TemporaryFile> temporary;  ///< null for what is written directly
  };
  static Destination open(const std::string& path);
  OutputFile(const std::string& path, Destination destination);
  /// Everything is out and, of a temporary file, on the disk.
  void finish();

  std::string name_;
  Destination destination_;
  DescriptorBuffer buffer_;
  std::unique_ptr<CompressedBuffer> compressed_;  // null: the output is not compressed
  std::ostream stream_;
};

}  // namespace thalign::cli
