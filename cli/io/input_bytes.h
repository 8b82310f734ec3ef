#pragma once

#include <cstddef>
#include <string>

namespace thalign::cli {

/// Bytes of a file or of standard input, from the begin to the end.
class InputBytes {
 public:
  /// `path`: a file, or `-`. Throws `Error` (io) if it can't be opened or is a directory.
  explicit InputBytes(const std::string& path);
  InputBytes(const InputBytes&) = delete;
  InputBytes& operator=(const InputBytes&) = delete;
  ~InputBytes();

  /// Appends up to `most` bytes to `bytes`; fewer only at the end. Returns how many. Throws `Error`
  /// (io).
  std::size_t append_to(std::string& bytes, std::size_t most);

  /// Appends all that is left. Throws `Error`: io; limit, if `bytes` become larger than 2 GiB.
  void append_rest_to(std::string& bytes);

 private:
  std::string name_;
  int descriptor_;
};

}  // namespace thalign::cli
