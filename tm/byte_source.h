// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>

#include "text/files/file.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Bytes of a file or stream, one piece after the other; what is compressed by gzip or zstd,
/// whatever its name, is expanded on the way. Memory does not grow with the size.
class ByteSource {
 public:
  /// Throws `Error` (io): missing, a directory, unreadable.
  explicit ByteSource(const std::filesystem::path& path);
  /// Reads what is left of `file`.
  explicit ByteSource(ByteReader file);
  /// `name`: what the stream is called in messages. Requires: `in` outlives the source.
  ByteSource(std::istream& in, std::string name);
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  /// Fills `out` with up to `size` bytes; fewer only at the end. Throws `Error`: io; format, where
  /// compressed data is broken or ends too early.
  std::size_t read(char* out, std::size_t size);
  /// Appends up to `size` bytes to `bytes`, as `read`.
  std::size_t append_to(std::string& bytes, std::size_t size);
  /// Appends all that is left. Throws `Error`: as `read`; limit, if `bytes` become larger than 2
  /// GiB.
  void append_rest_to(std::string& bytes);

  const std::string& name() const&;
  const std::string& name() const&& = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace thalign
#pragma GCC visibility pop
