// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace thalign::bench {

/// A Thai and an English text that translate each other, as raw bytes.
struct TextPair {
  std::filesystem::path thai_path;
  std::filesystem::path english_path;
  std::string thai;
  std::string english;
};

/// All pairs NAME.th.txt and NAME.en.txt of a folder, by name. Throws `std::runtime_error` if a
/// file can't be read.
std::vector<TextPair> read_pairs(const std::filesystem::path& folder);

/// Bytes of both sides of all pairs.
std::size_t bytes(const std::vector<TextPair>& pairs);

/// The bytes of a file.
std::string read_bytes(const std::filesystem::path& path);

}  // namespace thalign::bench
