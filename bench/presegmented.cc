// SPDX-License-Identifier: Apache-2.0
// Writes Thai and English text that translate each other, one sentence a line, for measurements of
// long texts: presegmented SENTENCES NAME makes NAME.th.txt and NAME.en.txt, and NAME.pairs.tsv:
// for each sentence the number of its line in both, from 0, or "-". The same number of sentences
// gives the same bytes.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

#include "bench/generated_units.h"

namespace thalign::bench {
namespace {

/// Three in ten sentences have a number, two in a hundred of each text are missing in the other.
bool write_texts(std::uint64_t sentences, const std::string& name) {
  constexpr double kNumbered = 0.3, kMissing = 0.02;
  constexpr std::uint32_t kLargest = 99'999;
  UnitGenerator generator(1);
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> uniform;
  std::ofstream thai(name + ".th.txt", std::ios::binary);
  std::ofstream english(name + ".en.txt", std::ios::binary);
  std::ofstream pairs(name + ".pairs.tsv", std::ios::binary);
  std::uint64_t thai_lines = 0, english_lines = 0;
  const auto place = [](bool is_there, std::uint64_t& lines) {
    return is_there ? std::to_string(lines++) : std::string("-");
  };
  for (std::uint64_t i = 0; i < sentences; ++i) {
    const UnitGenerator::Sentence sentence = generator.next();
    std::string number;
    if (uniform(random) < kNumbered) {
      number = ' ' + std::to_string(std::uniform_int_distribution(1U, kLargest)(random));
    }
    const double left_out = uniform(random);
    const bool has_thai = left_out >= kMissing;
    const bool has_english = left_out < 1.0 - kMissing;
    if (has_thai) thai << UnitGenerator::thai(sentence) << number << '\n';
    if (has_english) english << UnitGenerator::english(sentence) << number << '\n';
    pairs << place(has_thai, thai_lines) << '\t' << place(has_english, english_lines) << '\n';
  }
  thai.close();
  english.close();
  pairs.close();
  return thai && english && pairs;
}

}  // namespace
}  // namespace thalign::bench

int main(int argc, char** argv) {
  std::uint64_t sentences = 0;
  const std::string_view count = argc == 3 ? argv[1] : "";
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), sentences);
  if (argc != 3 || error != std::errc() || end != count.data() + count.size()) {
    std::fputs("usage: presegmented SENTENCES NAME\n", stderr);
    return 2;
  }
  if (!thalign::bench::write_texts(sentences, argv[2])) {
    std::fprintf(stderr, "presegmented: %s: can't be written\n", argv[2]);
    return 4;
  }
}
