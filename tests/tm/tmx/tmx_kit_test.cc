// SPDX-License-Identifier: Apache-2.0
// The LISA compliance kit and a set of broken files, where they are at hand.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include "tests/tm/tmx/tmx_builder.h"
#include "text/error.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(THALIGN_SOURCE_DIR) / "../shared/data/tmx";

bool is_dtd_valid(const std::string& xml) {
  const fs::path file =
      fs::path(testing::TempDir()) / ("kit_" + std::to_string(std::random_device()()) + ".tmx");
  std::ofstream(file, std::ios::binary) << xml;
  const std::string command = "xmllint --nonet --noout --dtdvalid '" +
                              (folder / "tmx14.dtd").string() + "' '" + file.string() + "'";
  const bool valid = std::system(command.c_str()) == 0;
  fs::remove(file);
  return valid;
}

/// A line of KIT_COUNTS.tsv.
struct Expected {
  std::size_t units = 0;
  std::string source_language;
  std::set<std::string> languages;
};

std::map<std::string, Expected> expected_counts() {
  std::map<std::string, Expected> result;
  std::ifstream in(folder / "KIT_COUNTS.tsv");
  for (std::string line; std::getline(in, line);) {
    std::istringstream columns(line);
    std::string file;
    Expected expected;
    columns >> file >> expected.units >> expected.source_language;
    for (std::string tag; columns >> tag;) {
      expected.languages.insert(tag.substr(1, tag.size() - 2));
    }
    result[file] = expected;
  }
  return result;
}

TEST(TmxKit, ImportsAndComesBack) {
  if (!fs::exists(folder)) GTEST_SKIP() << "no " << folder;
  const auto kit = expected_counts();
  EXPECT_EQ(kit.size(), 23U);
  for (const auto& [name, expected] : kit) {
    const ReadUnits read = read_tmx(ByteSource(folder / "compliance" / name));
    EXPECT_EQ(read.units.size(), expected.units) << name;
    EXPECT_EQ(read.header.source_language, expected.source_language) << name;
    std::set<std::string> languages;
    for (const auto& [tag, count] : read.languages) languages.insert(tag);
    EXPECT_EQ(languages, expected.languages) << name;

    const std::string written = write_tmx(read);
    const ReadUnits again = read_tmx(written);
    EXPECT_EQ(again.units, read.units) << name;
    EXPECT_TRUE(is_dtd_valid(written)) << name;
  }
}

TEST(TmxKit, BrokenFilesAreRefusedOrRepairedWithAReport) {
  if (!fs::exists(folder)) GTEST_SKIP() << "no " << folder;
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder / "negative")) {
    if (entry.path().extension() != ".tmx") continue;
    ++files;
    const std::string name = entry.path().stem().string();
    try {
      const ReadUnits read = read_tmx(ByteSource(entry.path()));
      // A language code in capital letters is the same code: nothing is changed.
      EXPECT_EQ(read.repairs.empty(), name == "crlf_lang") << name;
      EXPECT_EQ(read.units.size(), 3U) << name;
      EXPECT_TRUE(is_dtd_valid(write_tmx(read))) << name;
      for (const std::string& kind : read.kinds())
        std::printf("%s: %s\n", name.c_str(), kind.c_str());
    } catch (const Error& error) {
      std::printf("%s: refused: %s\n", name.c_str(), error.what());
      EXPECT_THAT(error.what(), testing::ContainsRegex("tmx:[0-9]+:[0-9]+: ")) << name;
    }
  }
  EXPECT_EQ(files, 13U);
}

}  // namespace
}  // namespace thalign
