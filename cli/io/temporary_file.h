#pragma once

#include <cstddef>
#include <filesystem>

namespace thalign::cli {

/// A new file under a name nobody has, beside the file it will replace. It is removed when the
/// object dies before `rename()`, and when SIGINT, SIGTERM, SIGHUP or SIGPIPE ends the process.
/// Any thread may create and hold some; at most 1024 exist at a time.
class TemporaryFile {
 public:
  /// Throws `std::system_error` if it can't be created.
  explicit TemporaryFile(std::filesystem::path target);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Open for writing, as long as this object lives.
  int descriptor() const { return descriptor_; }

  /// Puts it in the place of `target`. Throws `std::system_error`.
  void rename();

 private:
  std::filesystem::path target_, path_;
  std::size_t place_;  ///< among the files to remove
  int descriptor_;
};

}  // namespace thalign::cli
