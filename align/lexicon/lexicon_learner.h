// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"
#include "text/segmented_text.h"

namespace thalign {

/// Learns translation probabilities in both directions from pairs of Thai and English texts that
/// translate each other, by IBM Model 1 (Brown et al. 1993) with an empty word, weighted pairs and
/// variational Bayes (Riley and Gildea 2012, "Improving the IBM Alignment Models Using Variational
/// Bayes").
class LexiconLearner {
 public:
  struct Options {
    int iterations = 5;
    /// Prior count of each translation (Dirichlet): far below 1, so that a word that is seen once
    /// or twice doesn't claim all of its bead.
    double prior = 0.01;
    double discount =
        1.0;  ///< added to the count of each given word, so that rare words claim less
    float least_probability = 0.005F;    ///< translations below are dropped
    std::size_t most_translations = 30;  ///< per word
    double least_count = 1.0;            ///< words seen less (weighted) are dropped
    std::uint32_t without = 0;           ///< pairs that belong to any of these groups are left out
  };

  /// Adds a pair with `weight`, usually the confidence of a bead. Keys as in `Vocabulary`; anchors
  /// ("#2024", "@6") are left out: they need no lexicon. `groups` are bits, see `Options::without`.
  void add(std::span<const std::string_view> thai, std::span<const std::string_view> english,
           double weight, std::uint32_t groups = 0);

  /// Adds the beads of an alignment that have text on both sides and enough confidence, each with
  /// its confidence times `weight`. Requires: `beads` are ranges of units of the two texts, Thai as
  /// the source.
  void add_beads(const SegmentedText& thai, const SegmentedText& english,
                 std::span<const Bead> beads, double weight = 1.0, std::uint32_t groups = 0);

  /// Words, background shares and translations of both sides. Time: iterations times the sum over
  /// pairs of Thai words times English words.
  std::pair<LexiconSide, LexiconSide> learn(const Options& options) const;

  std::size_t pairs() const { return pairs_.size(); }

 private:
  struct Pair {
    std::vector<Symbol> thai, english;
    double weight;
    std::uint32_t groups;
  };

  Vocabulary thai_, english_;
  std::vector<Pair> pairs_;
};

}  // namespace thalign
