// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct zip;
struct zip_file;

// Not installed: users of the library see no libzip.

namespace thalign {

class ZipPart;

/// A ZIP archive in memory, as office documents and books are packed. Its parts are read by name
/// and nothing is written anywhere, so names such as "../x" do no harm.
class ZipArchive {
 public:
  /// Parts larger than `kMaxPartBytes` are refused, and those that unpack to more than
  /// `kMaxPackingRatio` times what they take in the archive: no text is packed that tight, but
  /// bombs are. Below `kMinCheckedBytes` any ratio is fine.
  static constexpr std::uint64_t kMaxPartBytes = std::uint64_t{256} << 20U;
  static constexpr std::uint64_t kMinCheckedBytes = std::uint64_t{8} << 20U;
  static constexpr std::uint64_t kMaxPackingRatio = 100;

  /// `name`: of the file, for messages. Requires: `bytes` outlive the archive. Throws `Error`
  /// (format): no archive, or cut off.
  ZipArchive(std::string_view bytes, std::string name);

  const std::string& name() const& { return name_; }
  const std::string& name() const&& = delete;

  bool has(const std::string& part) const;

  /// Opens a part. Throws `Error` (format): no such part, encrypted, damaged. Requires: the archive
  /// outlives the result.
  ZipPart open(const std::string& part) const;
  /// All bytes of a part. Throws as `open` and `ZipPart::read`.
  std::string read(const std::string& part) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::string name_;
  std::unique_ptr<zip, Close> archive_;
};

/// The bytes of a part of an archive, unpacked piece by piece.
class ZipPart {
 public:
  /// Fills `out` with up to `size` bytes; fewer only at the end. Throws `Error`: format (damaged),
  /// limit (too large, packed too tight).
  std::size_t read(char* out, std::size_t size);

 private:
  friend class ZipArchive;
  struct Close {
    void operator()(zip_file* part) const;
  };
  ZipPart(zip_file* part, std::string place, std::uint64_t packed_bytes)
      : part_(part), place_(std::move(place)), packed_bytes_(packed_bytes) {}

  std::unique_ptr<zip_file, Close> part_;
  std::string place_;  ///< for messages
  std::uint64_t packed_bytes_;
  std::uint64_t read_ = 0;
};

}  // namespace thalign
