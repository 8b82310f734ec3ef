// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace thalign::cli {

/// What is in a file, to know it again.
struct FileHash {
  std::size_t bytes = 0, lines = 0;
  std::uint64_t hash = 0;  ///< `hash_bytes_64`
};

/// Reads the file. Throws `Error` (io).
FileHash hash_file(const std::string& path);

}  // namespace thalign::cli
