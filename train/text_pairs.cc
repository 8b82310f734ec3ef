#include "train/text_pairs.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>

#include "segment/segment.h"
#include "text/document.h"
#include "text/file.h"

namespace thalign {
namespace {

SegmentedText read(const std::filesystem::path& path, Language language) {
  return segment(
      Document::from_bytes(read_file(path), {.name = path.string(), .language = language}));
}

}  // namespace

std::vector<TextPair> read_pairs(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    constexpr std::string_view kEnding = ".th.txt";
    if (file.ends_with(kEnding)) names.push_back(file.substr(0, file.size() - kEnding.size()));
  }
  std::sort(names.begin(), names.end());
  std::vector<TextPair> pairs;
  pairs.reserve(names.size());
  for (const std::string& name : names) {
    pairs.push_back({read(folder / (name + ".th.txt"), Language::thai),
                     read(folder / (name + ".en.txt"), Language::english)});
  }
  return pairs;
}

void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  for (unsigned t = 0; t < std::max(1U, std::thread::hardware_concurrency()); ++t) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    });
  }
}

}  // namespace thalign
