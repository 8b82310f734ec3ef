// SPDX-License-Identifier: Apache-2.0
// Learns the lexicon of models/ from documents and lists of names and terms:
//
//     learn_lexicon [--folds FOLDS.tsv] OUTPUT DATA...
//
// DATA are lists (name_list.h) and folders with, at any depth,
//
//   - documents aligned by hand: folders with th.txt, en.txt and gold.tsv (gold_beads.h);
//   - other documents: NAME.th.txt and NAME.en.txt. Where NAME.blocks.tsv gives the blocks of both
//     sides, each pair of blocks is a text of its own.
//
// A first lexicon is learnt from what is known to be counterparts: gold beads, terms, whole blocks.
// Then the other documents and the blocks are aligned with the lexicon at hand, one is learnt from
// all beads, weighted by their confidence, and again.
//
// FOLDS.tsv has a document (its path in its folder of DATA) and a number, 0 to 31, a line. For each
// number N, OUTPUT.N is learnt as well, from the same beads but those of its documents.

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/lexicon_learner.h"
#include "align/search/problem.h"
#include "align/search/solve.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/files/file.h"
#include "text/files/table.h"
#include "text/ordered_work.h"
#include "train/gold_beads.h"
#include "train/name_list.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

/// How often documents are aligned.
constexpr int kRounds = 2;
/// Equal pairs of blocks beyond say nothing new: the steps of a manual repeat.
constexpr int kMostEqualBlocks = 3;
/// English words of a block; longer ones are learnt from only when they are aligned.
constexpr std::size_t kMostWordsUnaligned = 60;
/// A term says more than a bead of running text: what translates what is hardly in doubt.
constexpr double kTermWeight = 4.0;
/// Most of all text is documentation of business software, of these collections.
constexpr std::string_view kLargeCollections = "msdocs-";
constexpr double kLargeCollectionWeight = 0.5;

/// Two texts that translate each other.
struct Sample {
  TextPair texts;
  std::vector<Bead> beads;  ///< those known; found anew in each round if `align`
  bool align = true;
  double weight = 1.0;
  std::uint32_t folds = 0;  ///< bits
};

using Folds = std::map<std::string, std::uint32_t>;

Folds read_folds(const std::filesystem::path& path) {
  Folds folds;
  visit_rows(read_file(path), path.string(), [&](const TableRow& row) {
    std::uint32_t fold = 32;
    if (row.columns.size() == 2) {
      const std::string_view text = row.columns[1];
      std::from_chars(text.data(), text.data() + text.size(), fold);
    }
    if (fold > 31) row.fail("has no document and fold; write a name, a tab and a number 0 to 31");
    folds[std::string(row.columns[0])] |= 1U << fold;
  });
  return folds;
}

TextPair cut(std::string_view thai, std::string_view english) {
  return {segment(Document::from_bytes(std::string(thai), {.language = Language::thai})),
          segment(Document::from_bytes(std::string(english), {.language = Language::english}))};
}

bool has_thai(std::string_view text) { return thai_share(text).value_or(0.0) > 0.0; }

/// All units of both texts as one bead.
std::vector<Bead> one_bead(const TextPair& texts) {
  const auto all = [](const SegmentedText& text) {
    return UnitRange{0, static_cast<std::uint32_t>(text.units().size())};
  };
  return {{all(texts.thai), all(texts.english), 0.0, 1.0}};
}

class Corpus {
 public:
  explicit Corpus(Folds folds) : folds_(std::move(folds)) {}

  void add(const std::filesystem::path& data) {
    if (!std::filesystem::is_directory(data)) return add_terms(data);
    for (const std::filesystem::path& folder : find_gold(data)) {
      const std::string name = std::filesystem::relative(folder, data);
      GoldPair gold = read_gold(folder);
      by_hand_.insert(name);
      samples_.push_back({std::move(gold.texts), std::move(gold.beads), false, 1.0, folds(name)});
    }
    for (const PairFiles& files : find_pairs(data)) {
      if (by_hand_.count(files.name) > 0) continue;
      const double weight =
          files.name.starts_with(kLargeCollections) ? kLargeCollectionWeight : 1.0;
      if (std::filesystem::exists(files.blocks())) {
        add_blocks(files.blocks(), weight, folds(files.name));
      } else {
        samples_.push_back({read_pair(files), {}, true, weight, folds(files.name)});
      }
    }
  }

  std::vector<Sample>& samples() { return samples_; }

 private:
  std::uint32_t folds(const std::string& name) const {
    const auto found = folds_.find(name);
    return found == folds_.end() ? 0 : found->second;
  }

  void add_terms(const std::filesystem::path& path) {
    for (const NamePair& name : read_name_list(path)) {
      TextPair texts = cut(name.thai, name.latin);
      std::vector<Bead> beads = one_bead(texts);
      samples_.push_back({std::move(texts), std::move(beads), false, kTermWeight, 0});
    }
  }

  void add_blocks(const std::filesystem::path& path, double weight, std::uint32_t folds) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos || ++seen_[line] > kMostEqualBlocks) continue;
      const std::string_view thai = std::string_view(line).substr(0, tab);
      if (!has_thai(thai)) continue;
      TextPair texts = cut(thai, std::string_view(line).substr(tab + 1));
      std::vector<Bead> beads;
      if (texts.english.words().all().size() <= kMostWordsUnaligned) beads = one_bead(texts);
      samples_.push_back({std::move(texts), std::move(beads), true, weight, folds});
    }
  }

  Folds folds_;
  std::set<std::string> by_hand_;
  std::map<std::string, int> seen_;
  std::vector<Sample> samples_;
};

void align(std::vector<Sample>& samples, const Lexicon& lexicon) {
  for_each_parallel(samples.size(), [&](std::size_t i) {
    Sample& sample = samples[i];
    if (sample.align)
      sample.beads = solve(Problem(sample.texts.thai, sample.texts.english, lexicon).texts()).beads;
  });
}

LexiconLearner learner_of(const std::vector<Sample>& samples) {
  LexiconLearner learner;
  for (const Sample& sample : samples)
    learner.add_beads(sample.texts.thai, sample.texts.english, sample.beads, sample.weight,
                      sample.folds);
  return learner;
}

std::string learn(const LexiconLearner& learner, std::uint32_t without) {
  const auto [thai, english] = learner.learn({.without = without});
  std::string packed = Lexicon::pack(thai, english);
  fmt::print("{} beads; {} Thai and {} English words, {} bytes\n", learner.pairs(),
             thai.entries.size(), english.entries.size(), packed.size());
  std::fflush(stdout);
  return packed;
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

int run(std::vector<std::string> arguments) {
  Folds folds;
  if (arguments.front() == "--folds") {
    folds = read_folds(arguments[1]);
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  std::uint32_t all_folds = 0;
  for (const auto& [name, bits] : folds) all_folds |= bits;
  Corpus corpus(std::move(folds));
  for (std::size_t i = 1; i < arguments.size(); ++i) corpus.add(arguments[i]);
  LexiconLearner learner = learner_of(corpus.samples());
  std::string packed = learn(learner, 0);
  for (int round = 1; round <= kRounds; ++round) {
    align(corpus.samples(), Lexicon(packed, "the lexicon being learnt"));
    learner = learner_of(corpus.samples());
    packed = learn(learner, 0);
  }
  write(arguments.front(), packed);
  for (int fold = 0; fold < 32; ++fold) {
    if ((all_folds >> fold & 1U) != 0)
      write(fmt::format("{}.{}", arguments.front(), fold), learn(learner, 1U << fold));
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool with_folds = !arguments.empty() && arguments[0] == "--folds";
  if (arguments.size() < (with_folds ? 4U : 2U)) {
    fmt::print(stderr, "usage: learn_lexicon [--folds FOLDS.tsv] OUTPUT DATA...\n");
    return 2;
  }
  try {
    return thalign::run(arguments);
  } catch (const thalign::Error& error) {
    fmt::print(stderr, "learn_lexicon: {}\n", error.what());
    return 3;
  }
}
