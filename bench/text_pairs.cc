// SPDX-License-Identifier: Apache-2.0
#include "bench/text_pairs.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace thalign::bench {
namespace fs = std::filesystem;

std::vector<TextPair> read_pairs(const fs::path& folder) {
  constexpr std::string_view kThai = ".th.txt";
  std::vector<TextPair> pairs;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    std::string name = entry.path().string();
    if (!name.ends_with(kThai)) continue;
    name.replace(name.size() - kThai.size(), kThai.size(), ".en.txt");
    if (!fs::exists(name)) continue;
    pairs.push_back({entry.path(), name, read_bytes(entry.path()), read_bytes(name)});
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const TextPair& a, const TextPair& b) { return a.thai_path < b.thai_path; });
  return pairs;
}

std::size_t bytes(const std::vector<TextPair>& pairs) {
  std::size_t sum = 0;
  for (const TextPair& pair : pairs) sum += pair.thai.size() + pair.english.size();
  return sum;
}

std::string read_bytes(const fs::path& path) {
  std::string bytes(fs::file_size(path), '\0');
  std::ifstream file(path, std::ios::binary);
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw std::runtime_error(path.string() + ": can't be read");
  return bytes;
}

}  // namespace thalign::bench
