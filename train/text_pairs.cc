// SPDX-License-Identifier: Apache-2.0
#include "train/text_pairs.h"

#include <algorithm>
#include <string>

#include "segment/segment.h"
#include "text/document.h"
#include "text/files/file.h"

namespace thalign {
namespace {

SegmentedText read(const std::filesystem::path& path, Language language) {
  return segment(
      Document::from_bytes(read_file(path), {.name = path.string(), .language = language}));
}

}  // namespace

std::vector<PairFiles> find_pairs(const std::filesystem::path& folder) {
  constexpr std::string_view kEnding = ".th.txt";
  std::vector<PairFiles> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    std::string path = entry.path().string();
    if (!path.ends_with(kEnding)) continue;
    path.resize(path.size() - kEnding.size());
    found.push_back({std::filesystem::relative(path, folder).string(), path});
  }
  std::sort(found.begin(), found.end(),
            [](const PairFiles& a, const PairFiles& b) { return a.name < b.name; });
  return found;
}

TextPair read_pair(const PairFiles& files) {
  return {read(files.thai(), Language::thai), read(files.english(), Language::english)};
}

std::vector<TextPair> read_pairs(const std::filesystem::path& folder) {
  std::vector<TextPair> pairs;
  for (const PairFiles& files : find_pairs(folder)) pairs.push_back(read_pair(files));
  return pairs;
}

}  // namespace thalign
