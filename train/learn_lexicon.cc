// Learns the lexicon of models/ from document pairs and lists of names and terms:
//
//     learn_lexicon [--folds FOLDS.tsv] OUTPUT DATA...
//
// DATA are folders of documents (NAME.th.txt, NAME.en.txt, at any depth) and lists (name_list.h).
// Where NAME.blocks.tsv gives the blocks of both sides, each block is a text of its own, and a
// first lexicon is learnt from whole blocks. Then all texts are aligned with the lexicon at hand,
// and one is learnt from the beads, weighted by their confidence, and again.
//
// FOLDS.tsv has a document name (path in its folder, no ending) and a number from 0 a line. For
// each number N, OUTPUT.N is learnt as well, from the same beads but those of its documents.

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/lexicon_learner.h"
#include "align/lexicon/text_keys.h"
#include "align/search/problem.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/file.h"
#include "text/table.h"
#include "train/name_list.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

/// How often all texts are aligned.
constexpr int kRounds = 2;
/// Equal pairs of blocks beyond say nothing new: the steps of a manual repeat.
constexpr int kMostEqualBlocks = 3;
/// Longer blocks are first learnt from when they are aligned.
constexpr std::size_t kMostWordsUnaligned = 60;
/// Weight of collections that are machine translation by their name.
constexpr std::string_view kMachineTranslated = "mt-";
constexpr double kMachineWeight = 0.5;

/// What a sample comes from.
struct Origin {
  double weight = 1.0;
  std::uint32_t folds = 0;  // bits
};

enum class Kind : std::uint8_t {
  document,
  block,  ///< its sides are known to be counterparts
  term,   ///< one bead
};

/// Two texts that translate each other.
struct Sample {
  TextPair texts;
  Kind kind;
  Origin origin;
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

class Corpus {
 public:
  explicit Corpus(Folds folds) : folds_(std::move(folds)) {}

  void add(const std::filesystem::path& data) {
    if (!std::filesystem::is_directory(data)) return add_list(data);
    for (const PairFiles& files : find_pairs(data)) {
      const bool machine = files.name.starts_with(kMachineTranslated);
      const auto folds = folds_.find(files.name);
      const Origin origin = {.weight = machine ? kMachineWeight : 1.0,
                             .folds = folds == folds_.end() ? 0 : folds->second};
      if (std::filesystem::exists(files.blocks())) {
        add_blocks(files.blocks(), origin);
      } else {
        samples_.push_back({read_pair(files), Kind::document, origin});
      }
    }
  }

  const std::vector<Sample>& samples() const { return samples_; }

 private:
  void add_list(const std::filesystem::path& path) {
    for (const NamePair& name : read_name_list(path))
      samples_.push_back({cut(name.thai, name.latin), Kind::term, {}});
  }

  void add_blocks(const std::filesystem::path& path, const Origin& origin) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos || ++seen_[line] > kMostEqualBlocks) continue;
      const std::string_view thai = std::string_view(line).substr(0, tab);
      if (has_thai(thai))
        samples_.push_back(
            {cut(thai, std::string_view(line).substr(tab + 1)), Kind::block, origin});
    }
  }

  Folds folds_;
  std::map<std::string, int> seen_;
  std::vector<Sample> samples_;
};

void add_whole(const Sample& sample, LexiconLearner& learner) {
  const TextKeys thai(sample.texts.thai);
  const TextKeys english(sample.texts.english);
  if (sample.kind == Kind::block && english.all().size() > kMostWordsUnaligned) return;
  learner.add(thai.all(), english.all(), sample.origin.weight, sample.origin.folds);
}

LexiconLearner first_pass(const std::vector<Sample>& samples) {
  LexiconLearner learner;
  for (const Sample& sample : samples) {
    if (sample.kind != Kind::document) add_whole(sample, learner);
  }
  return learner;
}

/// Aligns all samples with `lexicon`.
LexiconLearner next_pass(const std::vector<Sample>& samples, const Lexicon& lexicon) {
  LexiconLearner learner;
  std::vector<std::vector<Bead>> beads_of(samples.size());
  for_each_parallel(samples.size(), [&](std::size_t i) {
    const TextPair& texts = samples[i].texts;
    if (samples[i].kind != Kind::term)
      beads_of[i] = Problem(texts.thai, texts.english, lexicon).solve().beads;
  });
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const Sample& sample = samples[i];
    if (sample.kind == Kind::term) {
      add_whole(sample, learner);
    } else {
      learner.add_beads(sample.texts.thai, sample.texts.english, beads_of[i], sample.origin.weight,
                        sample.origin.folds);
    }
  }
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
  LexiconLearner learner = first_pass(corpus.samples());
  std::string packed = learn(learner, 0);
  for (int round = 1; round <= kRounds; ++round) {
    learner = next_pass(corpus.samples(), Lexicon(packed, "the lexicon being learnt"));
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
