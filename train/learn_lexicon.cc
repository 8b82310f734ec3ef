// Learns the lexicon of models/ from a folder of document pairs (NAME.th.txt, NAME.en.txt) and
// lists of names:
//
//     learn_lexicon OUTPUT PAIRS_FOLDER [NAMES.tsv ...]
//
// Aligns all pairs, learns from the beads by IBM Model 1, weighted by their confidence, and
// repeats. NAMES.tsv: Thai in the last column but one, English in the last; each line counts as one
// more pair.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "align/lexicon.h"
#include "align/lexicon_learner.h"
#include "align/problem.h"
#include "align/text_keys.h"
#include "segment/segment.h"
#include "text/error.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

constexpr int kRounds = 3;

/// Name pairs as documents of one unit each.
std::vector<TextPair> read_names(const std::filesystem::path& path) {
  std::vector<TextPair> names;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> columns;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      columns.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    // A third column "True" or "False" says whether the pair was checked and found right.
    if (columns.back() == "False") continue;
    if (columns.back() == "True") columns.pop_back();
    if (columns.size() < 2 || !thai_share(columns[columns.size() - 2]).has_value() ||
        thai_share(columns[columns.size() - 2]) == 0.0)
      continue;  // a header
    names.push_back(
        {segment(Document::from_bytes(columns[columns.size() - 2], {.language = Language::thai})),
         segment(Document::from_bytes(columns.back(), {.language = Language::english}))});
  }
  return names;
}

int run(const std::vector<std::string>& arguments) {
  const std::vector<TextPair> pairs = read_pairs(arguments[1]);
  std::vector<TextPair> names;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    for (TextPair& name : read_names(arguments[i])) names.push_back(std::move(name));
  }
  fmt::print("{} document pairs, {} name pairs\n", pairs.size(), names.size());
  std::string packed = Lexicon::pack({}, {});
  for (int round = 1; round <= kRounds; ++round) {
    const Lexicon lexicon(packed, "the lexicon being learnt");
    LexiconLearner learner;
    double confidence = 0.0;
    std::vector<std::vector<Bead>> beads_of(pairs.size());
    for_each_parallel(pairs.size(), [&](std::size_t i) {
      beads_of[i] = Problem(pairs[i].thai, pairs[i].english, lexicon).solve().beads;
    });
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (const Bead& bead : beads_of[i]) confidence += bead.is_null() ? 0.0 : bead.confidence;
      learner.add_beads(pairs[i].thai, pairs[i].english, beads_of[i]);
    }
    const std::size_t beads = learner.pairs();
    for (const TextPair& name : names) {
      const TextKeys thai(name.thai);
      const TextKeys english(name.english);
      learner.add(thai.all(), english.all(), 1.0);
    }
    const auto [thai, english] = learner.learn({});
    packed = Lexicon::pack(thai, english);
    fmt::print("round {}: {} beads of confidence {:.0f}; {} Thai and {} English words, {} bytes\n",
               round, beads, confidence, thai.entries.size(), english.entries.size(),
               packed.size());
    std::fflush(stdout);
    std::ofstream(arguments[0], std::ios::binary) << packed;
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: learn_lexicon OUTPUT PAIRS_FOLDER [NAMES.tsv ...]\n");
    return 2;
  }
  try {
    return thalign::run(arguments);
  } catch (const thalign::Error& error) {
    fmt::print(stderr, "learn_lexicon: {}\n", error.what());
    return 3;
  }
}
