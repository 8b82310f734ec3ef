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
#include <string>
#include <vector>

#include "align/align.h"
#include "align/features.h"
#include "align/lexicon.h"
#include "align/lexicon_learner.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/file.h"

namespace thalign {
namespace {

constexpr int kRounds = 4;
/// Beads below are not learnt from.
constexpr double kLeastConfidence = 0.3;

struct TextPair {
  SegmentedText thai, english;
};

SegmentedText read(const std::filesystem::path& path, Language language) {
  return segment(
      Document::from_bytes(read_file(path), {.name = path.string(), .language = language}));
}

std::vector<TextPair> read_pairs(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    constexpr std::string_view kEnding = ".th.txt";
    if (file.ends_with(kEnding)) names.push_back(file.substr(0, file.size() - kEnding.size()));
  }
  std::sort(names.begin(), names.end());
  std::vector<TextPair> pairs;
  for (const std::string& name : names) {
    pairs.push_back({read(folder / (name + ".th.txt"), Language::thai),
                     read(folder / (name + ".en.txt"), Language::english)});
  }
  return pairs;
}

/// The keys of the tokens of a text, as `make_features` gives them.
class Keys {
 public:
  explicit Keys(const SegmentedText& text) : features_(make_features(text, vocabulary_)) {}

  std::vector<std::string_view> in(UnitRange units) const {
    std::vector<std::string_view> keys;
    for (std::uint32_t t = features_.token_begin[units.begin]; t < features_.token_begin[units.end];
         ++t) {
      keys.push_back(vocabulary_.key(features_.tokens[t]));
    }
    return keys;
  }
  std::vector<std::string_view> all() const { return in({0, features_.units()}); }

 private:
  Vocabulary vocabulary_;
  Features features_;
};

void add_beads(LexiconLearner& learner, const TextPair& pair, const Alignment& alignment) {
  const Keys thai(pair.thai);
  const Keys english(pair.english);
  for (const Bead& bead : alignment.beads()) {
    if (bead.is_null() || bead.confidence < kLeastConfidence) continue;
    learner.add(thai.in(bead.source), english.in(bead.target), bead.confidence);
  }
}

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
    if (columns.size() < 2) continue;
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
    for (const TextPair& pair : pairs) {
      const Alignment alignment = align(pair.thai, pair.english, {.lexicon = lexicon});
      for (const Bead& bead : alignment.beads())
        confidence += bead.is_null() ? 0.0 : bead.confidence;
      add_beads(learner, pair, alignment);
    }
    const std::size_t beads = learner.pairs();
    for (const TextPair& name : names)
      learner.add(Keys(name.thai).all(), Keys(name.english).all(), 1.0);
    const auto [thai, english] = learner.learn({});
    packed = Lexicon::pack(thai, english);
    fmt::print("round {}: {} beads of confidence {:.0f}; {} Thai and {} English words, {} bytes\n",
               round, beads, confidence, thai.entries.size(), english.entries.size(),
               packed.size());
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
