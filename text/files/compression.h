// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace thalign {

/// Ways in which files are compressed.
enum class Compression : std::uint8_t { none, gzip, zstd };

/// What a name says: ".gz", ".zst", ASCII case ignored.
Compression compression_of_name(const std::filesystem::path& path);
/// The name without that ending.
std::filesystem::path uncompressed_name(const std::filesystem::path& path);
/// What the first bytes of a file say, whatever its name; four are enough.
Compression compression_of_content(std::string_view head);

/// How far a call has come.
struct CompressionStep {
  std::size_t taken;  ///< bytes of the input
  std::size_t made;   ///< bytes of the output
  bool ended;         ///< expanding: at the end of a member, of which a file may have several;
                      ///< compressing: all is out
};

/// Expands what was compressed. Memory does not grow with the size.
class Expander {
 public:
  virtual ~Expander() = default;
  /// As much as both have room for; nothing if the data is broken. Throws `std::bad_alloc`.
  virtual std::optional<CompressionStep> expand(std::span<const char> in, std::span<char> out) = 0;
};

/// Compresses, the same bytes on any machine with the same library.
class Compressor {
 public:
  virtual ~Compressor() = default;
  /// As much as both have room for. `last`: nothing follows `in`; to be called until all is out.
  virtual CompressionStep compress(std::span<const char> in, std::span<char> out, bool last) = 0;
};

/// Requires: `compression` is not `none`. Throw `std::bad_alloc`.
std::unique_ptr<Expander> make_expander(Compression compression);
std::unique_ptr<Compressor> make_compressor(Compression compression);

}  // namespace thalign
