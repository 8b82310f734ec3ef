// SPDX-License-Identifier: Apache-2.0
// How fast TMX is read, against expat alone on the same file in the same run, and how much memory
// it takes.
//
//   tmx_reading [MEGABYTES]      of a file that is made for it, 100 if not said
//
// Bare expat has handlers that do nothing, so that it makes all the strings a reader needs.
#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tm/tmx/tmx_reader.h"
#include "tm/tmx/tmx_writer.h"

namespace {

namespace fs = std::filesystem;
using thalign::TranslationUnit;

constexpr std::size_t kPieceSize = 1U << 16U;
constexpr int kRounds = 5;

/// Text of `words` random words.
std::string text(std::mt19937& random, const std::vector<std::string>& vocabulary,
                 std::string_view between, std::size_t words) {
  std::string result;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) result += between;
    result += vocabulary[random() % vocabulary.size()];
  }
  return result;
}

/// Units of the usual kind: a date, a name, some properties, inline codes in one of eight.
void make_file(const fs::path& path, std::size_t bytes) {
  const std::vector<std::string> thai{"ฝน", "ตก",  "หนัก", "ที่",   "ถนน",
                                      "น้ำ", "ท่วม", "บ้าน", "วันนี้", "และ"};
  const std::vector<std::string> english{"rain", "fell",  "heavily", "on", "the",
                                         "road", "water", "house",   "&",  "today"};
  std::mt19937 random(20260101);
  std::ofstream out(path, std::ios::binary);
  const auto writer = thalign::make_tmx_writer(out, {.source_language = "th"});
  TranslationUnit unit{.variants = {{.language = "th"}, {.language = "en-GB"}}};
  unit.variants[0].document = "weather.th.txt";
  unit.variants[1].document = "weather.en.txt";
  unit.about.created = thalign::Date(std::chrono::seconds(1'700'000'000));
  unit.about.attributes = {{"creationid", "somchai"}};
  for (std::size_t i = 0; i % 1024 != 0 || static_cast<std::size_t>(out.tellp()) < bytes; ++i) {
    const std::size_t words = 5 + random() % 20;
    unit.id = std::to_string(i);
    unit.confidence = static_cast<double>(random() % 10'000) / 10'000;
    unit.variants[0].text = text(random, thai, "", words);
    unit.variants[1].text = text(random, english, " ", words);
    unit.variants[1].markup =
        random() % 8 > 0 ? "" : "<ph x=\"1\">&lt;br/&gt;</ph>" + std::string("rain and sun");
    writer->write(unit);
  }
  writer->finish();
}

/// Processor time, which other work on the machine disturbs least.
double seconds_of(const auto& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void parse_bare(const fs::path& path, bool handlers) {
  std::ifstream in(path, std::ios::binary);
  XML_Parser parser = XML_ParserCreate(nullptr);
  if (handlers) {
    XML_SetElementHandler(
        parser, [](void*, const XML_Char*, const XML_Char**) {}, [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
  }
  for (bool last = false; !last;) {
    char* const buffer = static_cast<char*>(XML_GetBuffer(parser, kPieceSize));
    in.read(buffer, kPieceSize);
    last = in.gcount() < static_cast<std::streamsize>(kPieceSize);
    if (XML_ParseBuffer(parser, static_cast<int>(in.gcount()), last) != XML_STATUS_OK) std::abort();
  }
  XML_ParserFree(parser);
}

std::size_t read_units(const fs::path& path) {
  thalign::TmxReader reader{thalign::ByteSource(path)};
  std::size_t units = 0;
  while (reader.next() != nullptr) ++units;
  return units;
}

/// Peak memory of this process, from the system.
std::string peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return line.substr(line.find_first_not_of(" \t", 6));
  }
  return "?";
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t megabytes = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 100;
  const fs::path path =
      fs::temp_directory_path() / fmt::format("thalign_{}.tmx", std::random_device()());
  make_file(path, megabytes << 20U);
  const double size = static_cast<double>(fs::file_size(path)) / 1e6;
  double silent = 1e9;
  double bare = 1e9;
  double reader = 1e9;
  std::size_t units = 0;
  for (int round = 0; round < kRounds; ++round) {
    silent = std::min(silent, seconds_of([&] { parse_bare(path, false); }));
    bare = std::min(bare, seconds_of([&] { parse_bare(path, true); }));
    reader = std::min(reader, seconds_of([&] { units = read_units(path); }));
  }
  fmt::print("file                         {:8.1f} MB, {} units\n", size, units);
  fmt::print("expat without handlers       {:8.1f} MB/s\n", size / silent);
  fmt::print("expat, handlers do nothing   {:8.1f} MB/s\n", size / bare);
  fmt::print("TmxReader                    {:8.1f} MB/s\n", size / reader);
  fmt::print("TmxReader / expat            {:8.2f} ({:.2f} of expat without handlers)\n",
             bare / reader, silent / reader);
  fmt::print("peak memory                  {}\n", peak_memory());
  fs::remove(path);
}
