// SPDX-License-Identifier: Apache-2.0
// Distinguishes wrong pairs of documents from right ones, where there are development documents
// beside the tree. Alone in its program, since it takes long.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"
#include "text/files/file.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(THALIGN_SOURCE_DIR) / "../shared/data";

struct Pair {
  std::string name;
  SegmentedText thai, english;
};

SegmentedText read(const fs::path& path, Language language) {
  return segment(Document::from_bytes(read_file(path), {.language = language}));
}

struct Errors {
  std::size_t pairs = 0, missed = 0, false_alarms = 0;
  std::size_t all() const { return missed + false_alarms; }
};

/// Aligns each Thai text with its English one, and with those of the pairs `distances` further on.
Errors errors_of(const std::vector<Pair>& pairs, const std::vector<std::size_t>& distances) {
  Errors errors;
  const auto looks_wrong = [&](const Pair& thai, const Pair& english) {
    ++errors.pairs;
    const double score = align(thai.thai, english.english).document_score().value();
    const bool wrong = &thai != &english;
    if (wrong != (score < kWrongPair))
      fmt::print("{}, {}: document score {:.3f}\n", thai.name, english.name, score);
    return score < kWrongPair;
  };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (looks_wrong(pairs[i], pairs[i])) ++errors.false_alarms;
    for (const std::size_t distance : distances) {
      if (!looks_wrong(pairs[i], pairs[(i + distance) % pairs.size()])) ++errors.missed;
    }
  }
  fmt::print("{} pairs, {} wrong ones missed, {} false alarms\n", errors.pairs, errors.missed,
             errors.false_alarms);
  return errors;
}

TEST(WrongPairsTest, ShuffledNewsAreRecognised) {
  const fs::path folder = kData / "pairs/thaigov";
  if (!fs::is_directory(folder)) GTEST_SKIP() << folder << " is absent";
  // Read by eye and found to be two articles.
  const std::vector<std::string> kReallyWrong = {"499", "650", "852", "856"};
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    if (file.ends_with(".th.txt")) names.push_back(file.substr(0, file.size() - 7));
  }
  std::sort(names.begin(), names.end());
  std::vector<Pair> pairs;
  // Every fourth pair, none of those that the weights were fitted to.
  for (std::size_t i = 2; i < names.size(); i += 4) {
    if (std::ranges::count(kReallyWrong, names[i]) > 0) continue;
    pairs.push_back({names[i], read(folder / (names[i] + ".th.txt"), Language::thai),
                     read(folder / (names[i] + ".en.txt"), Language::english)});
  }
  const Errors errors = errors_of(pairs, {1});
  EXPECT_LE(100 * errors.all(), errors.pairs);
}

TEST(WrongPairsTest, ShuffledGoldDocumentsAreRecognised) {
  const fs::path folder = kData / "gold/thaigov";
  if (!fs::is_directory(folder)) GTEST_SKIP() << folder << " is absent";
  std::vector<Pair> pairs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    pairs.push_back({entry.path().filename().string(),
                     read(entry.path() / "th.raw.txt", Language::thai),
                     read(entry.path() / "en.raw.txt", Language::english)});
  }
  std::ranges::sort(pairs, {}, &Pair::name);
  const Errors errors = errors_of(pairs, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13});
  EXPECT_LE(errors.all(), 2U);
}

}  // namespace
}  // namespace thalign
