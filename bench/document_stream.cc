// SPDX-License-Identifier: Apache-2.0
// Writes pairs of documents as JSON lines, the input of `thalign align --jsonl`, until there are so
// many bytes: document_stream BYTES. The same number gives the same bytes, and memory does not grow
// with it.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>

#include "bench/generated_units.h"

namespace thalign::bench {
namespace {

/// Generated texts have neither quotes nor control characters, so that nothing has to be escaped.
std::string document(std::uint64_t number, std::uint32_t sentences, UnitGenerator& generator) {
  std::string thai, english;
  for (std::uint32_t i = 0; i < sentences; ++i) {
    const UnitGenerator::Sentence sentence = generator.next();
    thai += UnitGenerator::thai(sentence) + "\\n";
    english += UnitGenerator::english(sentence) + "\\n";
  }
  return "{\"id\":\"" + std::to_string(number) + "\",\"source\":\"" + thai + "\",\"target\":\"" +
         english + "\"}\n";
}

/// Documents of 5 to 60 sentences. Returns whether all could be written.
bool write_stream(std::uint64_t bytes) {
  constexpr std::uint32_t kFewest = 5, kMost = 60;
  UnitGenerator generator(1);
  std::mt19937_64 random(2);
  std::uniform_int_distribution<std::uint32_t> sentences(kFewest, kMost);
  std::uint64_t written = 0;
  for (std::uint64_t number = 0; written < bytes; ++number) {
    const std::string line = document(number, sentences(random), generator);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return false;
    written += line.size();
  }
  return std::fflush(stdout) == 0;
}

}  // namespace
}  // namespace thalign::bench

int main(int argc, char** argv) {
  std::uint64_t bytes = 0;
  const std::string_view count = argc == 2 ? argv[1] : "";
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), bytes);
  if (argc != 2 || error != std::errc() || end != count.data() + count.size()) {
    std::fputs("usage: document_stream BYTES\n", stderr);
    return 2;
  }
  if (!thalign::bench::write_stream(bytes)) {
    std::fputs("document_stream: standard output: can't be written\n", stderr);
    return 4;
  }
}
