// SPDX-License-Identifier: Apache-2.0
// Runs a fuzzer of tests/fuzz on mutations of its seeds, without the guidance and the sanitizers of
// libFuzzer, but many times as fast; the input of a finding is left in the file "finding".
// NAME_runs SEED_FOLDER RUNS [FIRST_RUN]
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::string current;  // input

/// Keeps the input that a check failed for.
void keep_input(int /*signal*/) {
  if (std::FILE* const file = std::fopen("finding", "wb")) {
    std::fwrite(current.data(), 1, current.size(), file);
    std::fclose(file);
  }
}

constexpr std::size_t kMaxSize = 2048;     // bytes of an input
constexpr std::size_t kMaxPoolSize = 400;  // bytes of one that is changed further

std::vector<std::string> read_seeds(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry);
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

std::size_t below(std::mt19937& dice, std::size_t end) {
  return dice() % std::max<std::size_t>(end, 1);
}

/// What texts and formats stumble over.
constexpr const char* kPieces[] = {"\x1E",   "\n",
                                   "\r\n",   "\t",
                                   " ",      "\"",
                                   "'",      "=",
                                   "-",      "<b>",
                                   "&amp;",  "\\n",
                                   "~~~",    ",",
                                   ";",      "##",
                                   ". ",     "\u0E2F",
                                   "\u0E46", "\u0E33",
                                   "\u0E48", "\u200B",
                                   "\uFEFF", "\u00A0",
                                   "\u00AD", "\u0E01\u0E31",
                                   "0",      "\u0E51",
                                   "Mr. ",   "\u0E1E.\u0E28. 2567",
                                   "(",      ")",
                                   "\xFF",   "\xE0\xB8",
                                   "\u202E"};

std::string mutated(std::string text, const std::vector<std::string>& seeds, std::mt19937& dice) {
  for (std::size_t changes = 1 + below(dice, 6); changes > 0; --changes) {
    const std::size_t at = below(dice, text.size() + 1);
    const std::size_t size = below(dice, 1 + std::min<std::size_t>(text.size() - at, 24));
    switch (below(dice, 6)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, std::string(text, at, size));
        break;
      case 2:
        text.insert(at, kPieces[below(dice, std::size(kPieces))]);
        break;
      case 3:
        if (at < text.size()) text[at] = static_cast<char>(dice());
        break;
      case 4: {
        const std::string& other = seeds[below(dice, seeds.size())];
        const std::size_t begin = below(dice, other.size() + 1);
        text.insert(at, other, begin, below(dice, 64));
        break;
      }
      default:
        std::swap_ranges(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size / 2),
                         text.end() - static_cast<std::ptrdiff_t>(size / 2));
    }
  }
  text.resize(std::min(text.size(), kMaxSize));
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE}) {
    struct sigaction action = {};
    action.sa_handler = keep_input;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
  }
  std::vector<std::string> pool = read_seeds(arguments[1]);
  const std::size_t seeds = pool.size();
  const std::size_t runs = std::strtoull(arguments[2], nullptr, 10);
  const std::size_t first = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 0;
  for (std::size_t run = first; run < first + runs; ++run) {
    std::mt19937 dice(static_cast<std::uint32_t>(run));
    // Some mutations of mutations: of the last few runs.
    const std::string input = mutated(pool[below(dice, pool.size())], pool, dice);
    current = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    if (pool.size() < seeds + 32) {
      pool.push_back(input);
    } else if (run % 8 == 0) {
      pool[seeds + below(dice, 32)] =
          input.size() > kMaxPoolSize ? pool[below(dice, seeds)] : input;
    }
  }
  std::printf("%zu runs, no finding\n", runs);
}
