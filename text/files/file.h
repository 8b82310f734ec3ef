// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#pragma GCC visibility push(default)
namespace thalign {

/// Bytes of a file, read as they are from the beginning to the end.
class ByteReader {
 public:
  /// Throws `Error` (io): missing, a folder, unreadable.
  explicit ByteReader(const std::filesystem::path& path);
  /// A descriptor that is open and stays open, such as that of standard input. `name`: of the file,
  /// for messages. Throws `Error` (io): a folder.
  ByteReader(int descriptor, std::string name);
  ByteReader(ByteReader&& other) noexcept;
  ByteReader& operator=(ByteReader&& other) noexcept;
  ~ByteReader();

  const std::string& name() const& { return name_; }
  const std::string& name() const&& = delete;

  /// Fills `out` with up to `size` bytes; fewer only at the end. Returns how many. Throws `Error`
  /// (io).
  std::size_t read(char* out, std::size_t size);
  /// Appends up to `size` bytes to `bytes`, as `read`.
  std::size_t append_to(std::string& bytes, std::size_t size);
  /// Appends all that is left. Throws `Error`: io; limit, if `bytes` become larger than 2 GiB.
  void append_rest_to(std::string& bytes);

 private:
  void refuse_folder() const;

  std::string name_;
  int descriptor_;
  bool owned_;  ///< whether it is closed in the end
};

/// All bytes of the file at `path`. Throws `Error` (io): missing, a folder, unreadable; (limit):
/// more than 2 GiB.
std::string read_file(const std::filesystem::path& path);

}  // namespace thalign
#pragma GCC visibility pop
