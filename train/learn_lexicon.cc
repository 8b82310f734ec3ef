// Learns the lexicon of models/ from a folder of document pairs (NAME.th.txt, NAME.en.txt) and
// lists of names:
//
//     learn_lexicon OUTPUT PAIRS_FOLDER [NAMES.tsv ...]
//
// Aligns all pairs, learns from the beads by IBM Model 1, weighted by their confidence, and
// repeats. Each line of NAMES.tsv (train/name_list.h) counts as one more pair.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/lexicon_learner.h"
#include "align/lexicon/text_keys.h"
#include "align/search/problem.h"
#include "segment/segment.h"
#include "text/error.h"
#include "train/name_list.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

constexpr int kRounds = 3;

/// Name pairs as documents of one unit each.
std::vector<TextPair> read_names(const std::filesystem::path& path) {
  std::vector<TextPair> names;
  for (const NamePair& name : read_name_list(path)) {
    names.push_back({segment(Document::from_bytes(name.thai, {.language = Language::thai})),
                     segment(Document::from_bytes(name.latin, {.language = Language::english}))});
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
