// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tm/translation_unit.h"

namespace thalign::bench {

/// Thai-English units made of the words of the shipped lexicon, with the frequencies they have in
/// news and their translations there. One in ten repeats a stock phrase, one in six is an earlier
/// unit with some words changed, as in real memories. The same seed gives the same units.
class UnitGenerator {
 public:
  /// Words as numbers of the lexicon.
  struct Pair {
    std::uint32_t english, thai;
  };
  using Sentence = std::vector<Pair>;

  explicit UnitGenerator(std::uint64_t seed);

  /// The next sentence of a memory.
  Sentence next();
  /// A sentence like no other.
  Sentence random_sentence();
  /// `sentence` with about the share `changed` of its words replaced, at least one.
  Sentence change(const Sentence& sentence, double changed);

  static std::string english(const Sentence& sentence);
  static std::string thai(const Sentence& sentence);
  /// Unit `number` of a memory: Thai and English text, of a document of 40 units.
  static TranslationUnit unit(const Sentence& sentence, std::uint64_t number);

 private:
  Pair random_pair();
  double uniform() { return std::uniform_real_distribution<double>()(random_); }
  const Sentence& any_of(const std::vector<Sentence>& sentences);

  std::mt19937_64 random_;
  std::vector<double> cumulative_;    // of the frequencies of `words_`
  std::vector<std::uint32_t> words_;  // English ones that have a translation
  std::vector<Sentence> stock_, recent_;
  std::uint64_t made_ = 0;
};

}  // namespace thalign::bench
