// SPDX-License-Identifier: Apache-2.0
// Learns the constants of the document score (align/evidence/document_score.cc) by logistic
// regression:
//
//     learn_document_score PAIRS GOLD_SET...
//
// Right pairs are documents of each collection (folder) in PAIRS, a fourth of them at most, and
// runs of one and of three beads of the documents aligned by hand in each GOLD_SET. Each Thai text
// also makes a wrong pair, with the English text of like length of another right pair of its group.
// Prints how many pairs of each group fall on the wrong side of .5, and the constants.

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "align/evidence/document_score.h"
#include "align/search/problem.h"
#include "align/search/solve.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/files/file.h"
#include "text/ordered_work.h"
#include "train/gold_beads.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

using Values = Eigen::Vector4d;

/// Most pairs of documents of one collection, and most bytes of a text.
constexpr std::size_t kMostOfCollection = 40;
constexpr std::size_t kMostBytes = 40'000;
/// Every fourth pair: the tests are left others.
constexpr std::size_t kEvery = 4;
/// Runs of each length taken from a document aligned by hand.
constexpr std::size_t kRunsOfDocument = 3;

struct Texts {
  std::string thai, english;
};

struct Example {
  std::string group;
  const std::string* thai;
  const std::string* english;
  bool right;
  Values values = {};
};

/// Whether both texts can be read as what they are: a few lines of documentation have no Thai.
bool is_pair(const Texts& pair) {
  try {
    (void)Document::from_bytes(pair.thai, {.language = Language::thai});
    (void)Document::from_bytes(pair.english, {.language = Language::english});
    return true;
  } catch (const Error&) {
    return false;
  }
}

using Groups = std::map<std::string, std::vector<Texts>>;

void add_documents(const std::filesystem::path& folder, Groups& groups) {
  std::map<std::string, std::vector<PairFiles>> collections;
  for (const PairFiles& files : find_pairs(folder))
    collections[files.name.substr(0, files.name.find('/'))].push_back(files);
  for (const auto& [name, files] : collections) {
    std::vector<Texts>& texts = groups["documents of " + name];
    const std::size_t step = std::max(kEvery, files.size() / kMostOfCollection / kEvery * kEvery);
    for (std::size_t i = 0; i < files.size(); i += step) {
      Texts pair = {read_file(files[i].thai()), read_file(files[i].english())};
      if (std::max(pair.thai.size(), pair.english.size()) <= kMostBytes && is_pair(pair))
        texts.push_back(std::move(pair));
    }
  }
}

void add_runs(const std::filesystem::path& set, Groups& groups) {
  for (const auto& folder : find_gold(set)) {
    const GoldPair gold = read_gold(folder);
    for (const std::size_t length : {1U, 3U}) {
      std::vector<Texts>& texts = groups[fmt::format("runs of {}", length)];
      for (std::size_t run = 0; run < kRunsOfDocument; ++run) {
        const std::size_t first = run * gold.beads.size() / kRunsOfDocument;
        if (first + length > gold.beads.size()) break;
        Texts pair;
        for (std::size_t b = first; b < first + length; ++b) {
          (pair.thai += gold.texts.thai.text(gold.beads[b].source)) += ' ';
          (pair.english += gold.texts.english.text(gold.beads[b].target)) += ' ';
        }
        if (is_pair(pair)) texts.push_back(std::move(pair));
      }
    }
  }
}

/// Each pair as it is, and its Thai text with the English one that is next by length.
std::vector<Example> examples_of(Groups& groups) {
  std::vector<Example> examples;
  for (auto& [name, texts] : groups) {
    std::ranges::stable_sort(texts, {}, [](const Texts& pair) { return pair.english.size(); });
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::size_t neighbour = i % 2 == 0 && i + 1 < texts.size() ? i + 1 : i == 0 ? 0 : i - 1;
      const Texts& next = texts[neighbour];
      examples.push_back({name, &texts[i].thai, &texts[i].english, true});
      if (next.english != texts[i].english)
        examples.push_back({name, &texts[i].thai, &next.english, false});
    }
  }
  return examples;
}

Values values_of(const Example& example) {
  const SegmentedText thai =
      segment(Document::from_bytes(*example.thai, {.language = Language::thai}));
  const SegmentedText english =
      segment(Document::from_bytes(*example.english, {.language = Language::english}));
  Problem problem(thai, english, Lexicon::shipped());
  const DocumentEvidence evidence =
      document_evidence(problem.source(), problem.target(), problem.forward(), problem.backward(),
                        solve(problem.texts()).beads);
  return {1.0, evidence.translation, evidence.supported, log_tokens(evidence)};
}

double probability(const Values& weights, const Values& values) {
  return 1.0 / (1.0 + std::exp(-weights.dot(values)));
}

/// Newton's method, with a little L2.
Values fit(const std::vector<Example>& examples) {
  constexpr double kL2 = 0.01;
  Values weights = Values::Zero();
  for (int step = 0; step < 30; ++step) {
    Values gradient = kL2 * weights;
    Eigen::Matrix4d curvature = kL2 * Eigen::Matrix4d::Identity();
    for (const Example& example : examples) {
      const double p = probability(weights, example.values);
      gradient += (p - (example.right ? 1.0 : 0.0)) * example.values;
      curvature += p * (1.0 - p) * example.values * example.values.transpose();
    }
    weights -= curvature.ldlt().solve(gradient);
  }
  return weights;
}

void print(const std::vector<Example>& examples, const Values& weights) {
  struct Errors {
    int right = 0, refused = 0, wrong = 0, missed = 0;
  };
  std::map<std::string, Errors> groups;
  for (const Example& example : examples) {
    Errors& errors = groups[example.group];
    const bool looks_right = probability(weights, example.values) >= 0.5;
    ++(example.right ? errors.right : errors.wrong);
    if (example.right && !looks_right) ++errors.refused;
    if (!example.right && looks_right) ++errors.missed;
  }
  for (const auto& [name, errors] : groups)
    fmt::print("{:42} {:3} of {:3} right ones refused, {:3} of {:3} wrong ones missed\n", name,
               errors.refused, errors.right, errors.missed, errors.wrong);
  fmt::print(
      "kIntercept = {:.2f}, kTranslation = {:.2f}, kSupported = {:.2f}, kLogTokens = {:.2f}\n",
      weights[0], weights[1], weights[2], weights[3]);
}

int run(int count, char** arguments) {
  if (count < 3) {
    fmt::print(stderr, "usage: learn_document_score PAIRS GOLD_SET...\n");
    return 2;
  }
  Groups groups;
  add_documents(arguments[1], groups);
  for (int a = 2; a < count; ++a) add_runs(arguments[a], groups);
  std::vector<Example> examples = examples_of(groups);
  for_each_parallel(examples.size(),
                    [&](std::size_t i) { examples[i].values = values_of(examples[i]); });
  print(examples, fit(examples));
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int count, char** arguments) {
  try {
    return thalign::run(count, arguments);
  } catch (const thalign::Error& error) {
    fmt::print(stderr, "learn_document_score: {}\n", error.what());
    return 1;
  }
}
