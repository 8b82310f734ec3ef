// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

// Not installed: users of the library see no libzip.

namespace thalign {

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

  /// Gives the bytes of a part in pieces to `take`, whose last call has an empty piece. Throws
  /// `Error`: format (no such part, encrypted, damaged), limit (too large, packed too tight), and
  /// what `take` throws.
  void read(const std::string& part, const std::function<void(std::string_view)>& take) const;
  /// The same as one string.
  std::string read(const std::string& part) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::string place(const std::string& part) const { return name_ + ": " + part; }

  std::string name_;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace thalign
