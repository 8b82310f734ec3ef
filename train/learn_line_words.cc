// SPDX-License-Identifier: Apache-2.0
// Learns thai_line_words.tsv of models/ from texts whose lines are paragraphs:
//
//     learn_line_words OUTPUT SET_FOLDER...
//
// Takes th.raw.txt of each folder in a SET_FOLDER, and th.txt, its sentences one a line. Counts
// which words stand before and after a space, before and after another word, and at both ends of
// lines, paragraphs and sentences alike; no text is kept.

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
  kAfterNumber,
  kBeginsParagraph,
  kBeginsSentence,
  kBeforeWord,
  kBeforeSpace,
  kBeforeNumber,
  kEndsParagraph,
  kEndsSentence
};
constexpr std::size_t kSide = kBeforeWord;  // places before those of the other side
using SideCounts = std::array<double, 2 * kSide>;

constexpr double kLeastCount = 30;
/// Smoothing: as if each word had been seen this often where words are usually seen.
constexpr double kSmoothing = 8;
constexpr double kMost = 3.0;

class Counter {
 public:
  enum class Lines : std::uint8_t { paragraphs, sentences };

  /// Of sentences only their ends are counted.
  void add(const std::string& text, Lines lines) {
    const Words words(text);
    lines_ = lines;
    const auto all = words.all();
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (all[k].kind != WordKind::thai) continue;
      const std::string word(words.folded(all[k]));
      const std::uint32_t before = k == 0 ? 0 : all[k - 1].original.end;
      const std::uint32_t after =
          k + 1 == all.size() ? static_cast<std::uint32_t>(text.size()) : all[k + 1].original.begin;
      count(word, text.substr(before, all[k].original.begin - before),
            k == 0 ? nullptr : &all[k - 1], 0);
      count(word, text.substr(all[k].original.end, after - all[k].original.end),
            k + 1 == all.size() ? nullptr : &all[k + 1], kSide);
    }
  }

  std::string table() const {
    std::string text =
        fmt::format("prior\t{:.2f}\n", logit(total_[kAfterSpace], total_[kAfterWord]));
    for (const auto& [word, counts] : words_) {
      double sum = 0;
      for (const double c : counts) sum += c;
      if (sum < 2 * kLeastCount) continue;
      text += fmt::format("{}\t{:.1f}\t{:.1f}", word, space(counts, 0), space(counts, kSide));
      for (const Place line : {kBeginsParagraph, kBeginsSentence})
        text +=
            fmt::format("\t{:.1f}\t{:.1f}", wrapped(counts, 0, line), wrapped(counts, kSide, line));
      text += fmt::format("\t{:.1f}\t{:.1f}\n", at_number(counts, 0), at_number(counts, kSide));
    }
    return text;
  }

 private:
  /// `neighbour`: the word on that side; null: the text ends.
  void count(const std::string& word, std::string_view gap, const Word* neighbour,
             std::size_t side) {
    const bool line = neighbour == nullptr || gap.find('\n') != std::string_view::npos;
    if (!line && lines_ == Lines::sentences) return;
    const bool at_number = !line && neighbour->kind == WordKind::number;
    // Other scripts have rules of their own.
    if (!line && !at_number && neighbour->kind != WordKind::thai) return;
    const Place at_line = lines_ == Lines::sentences ? kBeginsSentence : kBeginsParagraph;
    const Place inside = at_number ? kAfterNumber : gap.empty() ? kAfterWord : kAfterSpace;
    const std::size_t place = side + (line ? at_line : inside);
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
  /// one of the kind `line`.
  double wrapped(const SideCounts& counts, std::size_t side, Place line) const {
    const auto share = [&](Place place) { return counts[side + place] / total_[side + place]; };
    const double usual = 0.5 * (share(kAfterWord) + share(kAfterSpace));
    const double smoothing = kSmoothing / total_[side + kBeginsParagraph];
    return std::clamp(std::log((usual + smoothing) / (share(line) + smoothing)), -kMost, kMost);
  }

  /// How much likelier the word stands beside a number than where a paragraph or sentence ends.
  double at_number(const SideCounts& counts, std::size_t side) const {
    const auto share = [&](Place place) {
      return (counts[side + place] + kSmoothing / 2) / (total_[side + place] + kSmoothing / 2);
    };
    const double line = 0.5 * (share(kBeginsParagraph) + share(kBeginsSentence));
    return std::clamp(std::log(share(kAfterNumber) / line), -kMost, kMost);
  }

  std::map<std::string, SideCounts> words_;
  SideCounts total_{};
  Lines lines_ = Lines::paragraphs;
};

int run(std::span<char*> arguments) {
  Counter counter;
  for (const char* set : arguments.subspan(2)) {
    for (const fs::directory_entry& document : fs::directory_iterator(set)) {
      const fs::path text = document.path() / "th.raw.txt";
      const fs::path sentences = document.path() / "th.txt";
      if (fs::exists(text)) counter.add(read_file(text), Counter::Lines::paragraphs);
      if (fs::exists(sentences)) counter.add(read_file(sentences), Counter::Lines::sentences);
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
