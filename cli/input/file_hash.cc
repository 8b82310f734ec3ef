// SPDX-License-Identifier: Apache-2.0
#include "cli/input/file_hash.h"

#include <algorithm>
#include <filesystem>

#include "text/files/file.h"
#include "text/hash.h"

namespace thalign::cli {

FileHash hash_file(const std::string& path) {
  constexpr std::size_t kHashedPiece = std::size_t{1} << 20U;
  ByteReader file{std::filesystem::path(path)};
  FileHash result{.hash = hash_bytes_64("")};
  for (std::string piece; file.append_to(piece, kHashedPiece) > 0; piece.clear()) {
    result.bytes += piece.size();
    result.lines += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
    result.hash = hash_bytes_64(piece, result.hash);
  }
  return result;
}

}  // namespace thalign::cli
