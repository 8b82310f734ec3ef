// Learns thai_line_words.tsv of models/ from texts whose lines are paragraphs:
//
//     learn_line_words OUTPUT SET_FOLDER...
//
// Takes th.raw.txt of each folder in a SET_FOLDER. Counts which words stand before and after a
// space, before and after another word, and at both ends of lines; no text is kept.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "text/files/file.h"
#include "text/words.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;

/// Where a word stands: the side of it that is looked at, and what is there.
enum Place : std::uint8_t {
  kAfterWord,
  kAfterSpace,
  kBeginsLine,
  kBeforeWord,
  kBeforeSpace,
  kEndsLine
};
using SideCounts = std::array<double, 6>;

constexpr double kLeastCount = 30;
/// Smoothing: as if each word had been seen this often where words are usually seen.
constexpr double kSmoothing = 8;
constexpr double kMost = 3.0;

class Counter {
 public:
  void add(const std::string& text) {
    const Words words(text);
    const auto all = words.all();
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (all[k].kind != WordKind::thai) continue;
      const std::string word(words.folded(all[k]));
      const std::uint32_t before = k == 0 ? 0 : all[k - 1].original.end;
      const std::uint32_t after =
          k + 1 == all.size() ? static_cast<std::uint32_t>(text.size()) : all[k + 1].original.begin;
      const bool thai_before = k > 0 && all[k - 1].kind == WordKind::thai;
      const bool thai_after = k + 1 < all.size() && all[k + 1].kind == WordKind::thai;
      count(word, text.substr(before, all[k].original.begin - before), k == 0, thai_before, 0);
      count(word, text.substr(all[k].original.end, after - all[k].original.end),
            k + 1 == all.size(), thai_after, 3);
    }
  }

  std::string table() const {
    std::string text =
        fmt::format("prior\t{:.2f}\n", logit(total_[kAfterSpace], total_[kAfterWord]));
    for (const auto& [word, counts] : words_) {
      double sum = 0;
      for (const double c : counts) sum += c;
      if (sum < 2 * kLeastCount) continue;
      text += fmt::format("{}\t{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}\n", word, space(counts, 0),
                          space(counts, 3), wrapped(counts, 0), wrapped(counts, 3));
    }
    return text;
  }

 private:
  void count(const std::string& word, std::string_view gap, bool edge, bool thai,
             std::size_t side) {
    const bool line = edge || gap.find('\n') != std::string_view::npos;
    if (!line && !thai) return;  // other scripts have rules of their own
    const std::size_t place = side + (line ? 2U : (gap.empty() ? 0U : 1U));
    ++words_[word][place];
    ++total_[place];
  }

  static double logit(double yes, double no) { return std::log(yes / no); }

  /// By how much `word` raises the log-odds of a space.
  double space(const SideCounts& counts, std::size_t side) const {
    const double prior = total_[side + 1] / (total_[side] + total_[side + 1]);
    return logit(counts[side + 1] + kSmoothing * prior, counts[side] + kSmoothing * (1.0 - prior)) -
           logit(prior, 1.0 - prior);
  }

  /// How much likelier a wrapped line begins or ends with it, broken at a space or elsewhere, than
  /// a line that is a paragraph.
  double wrapped(const SideCounts& counts, std::size_t side) const {
    const auto share = [&](std::size_t place) { return (counts[place]) / total_[place]; };
    const double usual = 0.5 * (share(side) + share(side + 1));
    const double smoothing = kSmoothing / total_[side + 2];
    return std::clamp(std::log((usual + smoothing) / (share(side + 2) + smoothing)), -kMost, kMost);
  }

  std::map<std::string, SideCounts> words_;
  SideCounts total_{};
};

int run(std::span<char*> arguments) {
  Counter counter;
  for (const char* set : arguments.subspan(2)) {
    for (const fs::directory_entry& document : fs::directory_iterator(set)) {
      const fs::path text = document.path() / "th.raw.txt";
      if (fs::exists(text)) counter.add(read_file(text));
    }
  }
  std::ofstream(arguments[1], std::ios::binary) << counter.table();
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "learn_line_words OUTPUT SET_FOLDER...\n";
    return 2;
  }
  try {
    return thalign::run({argv, static_cast<std::size_t>(argc)});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
