#pragma once

#include <memory>
#include <ostream>
#include <span>
#include <streambuf>
#include <string>
#include <vector>

#include "cli/io/temporary_file.h"

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

/// A file that is written whole or not at all: into a temporary file beside it, renamed in the end.
///
/// `-` and /dev/stdout are standard output; devices and pipes are written directly. A symbolic link
/// is followed. The mode of a file that exists is kept. If the object dies before `commit()`, or a
/// signal ends the process, the temporary file is removed.
class OutputFile {
 public:
  /// Creates the temporary file, so that a place that can't be written to is found before any work.
  /// Throws `Error` (io).
  explicit OutputFile(const std::string& path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& stream() { return stream_; }

  /// Puts the file on the disk, then in its place. Throws `Error` (io) if it can't, or if anything
  /// could not be written.
  void commit();

 private:
  struct Destination {
    int descriptor;
    std::unique_ptr<TemporaryFile> temporary;  ///< null for standard output, devices and pipes
  };
  static Destination open(const std::string& path);
  OutputFile(const std::string& path, Destination destination);

  std::string name_;
  Destination destination_;
  DescriptorBuffer buffer_;
  std::ostream stream_;
};

/// Throws `UsageError` if writing to `output` would overwrite one of `inputs`: the same file under
/// any name, symbolic links followed. `-` is the file that standard input or output is connected
/// to.
void refuse_output_over_input(const std::string& output, std::span<const std::string> inputs);

}  // namespace thalign::cli
