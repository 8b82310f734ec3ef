// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/unit_formats.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/error_message.h"
#include "text/error.h"
#include "tm/formats/writers.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Units as they are given to a writer.
class UnitList : public UnitReader {
 public:
  explicit UnitList(std::vector<TranslationUnit> units) : units_(std::move(units)) {}
  const TranslationUnit* next() override {
    return position_ == units_.size() ? nullptr : &units_[position_++];
  }

 private:
  std::vector<TranslationUnit> units_;
  std::size_t position_ = 0;
};

/// Beads of one unit each.
std::vector<TranslationUnit> two_beads() {
  std::vector<TranslationUnit> units;
  const std::pair<const char*, const char*> texts[] = {{"ฝนตกหนัก", "It rained hard."},
                                                       {"รถไฟมาช้า", "The train was late."}};
  for (const auto& [thai, english] : texts) {
    TranslationUnit unit;
    unit.variants = {{.language = "th", .text = thai}, {.language = "en", .text = english}};
    const auto number = static_cast<std::uint32_t>(units.size());
    for (Variant& variant : unit.variants) variant.units = UnitRange{number, number + 1};
    unit.bead = number;
    unit.confidence = 0.5;
    units.push_back(unit);
  }
  return units;
}

std::vector<std::string> texts(UnitReader& reader) {
  std::vector<std::string> list;
  while (const TranslationUnit* const unit = reader.next()) {
    for (const Variant& variant : unit->variants) list.push_back(variant.text);
  }
  return list;
}

const std::vector<std::string> kTexts = {"ฝนตกหนัก", "It rained hard.", "รถไฟมาช้า",
                                         "The train was late."};

TEST(UnitFormatsTest, NamesAndExtensionsAreUnique) {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const UnitFormat& format : unit_formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_TRUE(extensions.insert(format.extension).second) << format.name;
    EXPECT_TRUE(format.read != nullptr || format.write != nullptr) << format.name;
    EXPECT_EQ(format_of_name(format.name), &format);
    EXPECT_EQ(format_of_path("a" + std::string(format.extension)), &format);
  }
  EXPECT_EQ(unit_formats().front().name, "tmx");
  EXPECT_EQ(format_of_name("TMX"), nullptr);
  EXPECT_EQ(format_of_path("A.TMX"), format_of_name("tmx"));
  EXPECT_EQ(format_of_path("notes.docx"), nullptr);
  EXPECT_EQ(format_of_path("tmx"), nullptr);
}

/// Each format reads what it writes.
TEST(UnitFormatsTest, RoundTrip) {
  int checked = 0;
  for (const UnitFormat& format : unit_formats()) {
    if (format.read == nullptr || format.write == nullptr) continue;
    std::stringstream first;
    std::stringstream second;
    UnitList units(two_beads());
    copy_units(units, *format.write({first, &second},
                                    {.target_language = "en", .tmx = {.source_language = "th"}}));
    std::istringstream source("ฝนตกหนัก\nรถไฟมาช้า\n");
    std::istringstream target("It rained hard.\nThe train was late.\n");
    UnitSources sources{.units = {first, "first"}};
    if (format.two_files) sources.second.emplace(second, "second");
    if (format.sentence_numbers) {
      sources.source_sentences.emplace(source, "source");
      sources.target_sentences.emplace(target, "target");
    }
    EXPECT_EQ(texts(*format.read(std::move(sources), {.languages = {"th", "en"}})), kTexts)
        << format.name;
    ++checked;
  }
  EXPECT_EQ(checked, 10);
}

TEST(UnitFormatsTest, TheRunIsNamed) {
  for (const std::string_view name : {"tmx", "tsv", "xliff"}) {
    std::ostringstream out;
    UnitList units(two_beads());
    const TmxOptions tmx{.source_language = "th",
                         .properties = {{std::string(kRunProperty), "run 1"}}};
    copy_units(units, *format_of_name(name)->write({out}, {.target_language = "en", .tmx = tmx}));
    EXPECT_THAT(out.str(), HasSubstr("run 1")) << name;
  }
}

class UnitFilesTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path folder_ =
      fs::path(testing::TempDir()) / ("unit_files_" + std::to_string(std::random_device()()));
};

std::string error_of(const fs::path& path) {
  return error_message([&] { open_units(path); });
}

TEST_F(UnitFilesTest, TheExtensionSaysTheFormat) {
  for (const std::string name :
       {"a.tmx", "a.TSV", "a.jsonl", "a.csv", "a.sent", "a.hunalign", "a.tmx.gz", "a.tsv.zst"}) {
    UnitList units(two_beads());
    const UnitWriteOptions options{.target_language = "en", .tmx = {.source_language = "th"}};
    EXPECT_EQ(save_units(units, folder_ / name, options).written, 2U);
    EXPECT_EQ(texts(*open_units(folder_ / name, {.languages = {"th", "en"}})), kTexts) << name;
  }
}

TEST_F(UnitFilesTest, WhatIsNotOneFileOfUnitsIsRefused) {
  EXPECT_THAT(error_of("a.docx"), HasSubstr("a.docx: unknown format; use one of the extensions"));
  EXPECT_THAT(error_of("a.moses"), HasSubstr("unknown format"));   // two files
  EXPECT_THAT(error_of("a.ladder"), HasSubstr("unknown format"));  // numbers of sentences
  EXPECT_THAT(error_of(folder_ / "a.tmx"), HasSubstr("can't open"));
  UnitList units(two_beads());
  EXPECT_THROW(save_units(units, folder_ / "a.docx.gz", {}), Error);
  EXPECT_THROW(save_units(units, folder_ / "missing" / "a.tsv", {}), Error);
}

}  // namespace
}  // namespace thalign
