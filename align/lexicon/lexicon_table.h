// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"
#include "text/language.h"

namespace thalign {

/// How much a pair of words counts, beside all that is known of the given word, which counts 1.
struct PairWeights {
  double english_given_thai = 1.0;  ///< above 0, finite
  double thai_given_english = 1.0;
};

/// A lexicon that grows: what one knows, and pairs of words that users add. What is added joins
/// what is known of a word g: for weights w(e), the new p(e | g) is
///
///     (p(e | g) + w(e)) / (1 + sum of w)        if the lexicon had translations of g
///     w(e) / max(1, sum of w)                   if it had none
class LexiconTable {
 public:
  LexiconTable() = default;
  explicit LexiconTable(const Lexicon& lexicon);

  /// Adds that two terms, given by the keys of their words (as in `Vocabulary`), translate each
  /// other. Each word of one may stand for each of the other, with a share of the weight: by what
  /// is known of the words, equal shares if nothing is. In terms of several words those that stand
  /// everywhere ("of") are left out; anchors ("#12") always are.
  /// Returns whether a word was left on both sides.
  bool add(std::span<const std::string_view> thai, std::span<const std::string_view> english,
           PairWeights weights = {});

  /// Adds all pairs of `other`, with their probabilities as weights, and its words with their
  /// background where this lexicon lacks them.
  void merge(const Lexicon& other);

  /// Sets the background of a word that has none yet. Requires: a share, 0 to 1.
  void set_background(Language language, std::string_view word, float share);

  /// The lexicon in packed form (`Lexicon`).
  std::string pack() const;

 private:
  struct Entry {
    float background = 0.0F;         // 0: not known
    std::vector<Translation> known;  // by symbols of the other side
    std::vector<Translation> added;  // weights

    double probability(Symbol predicted) const;
  };
  struct Side {
    Vocabulary words;
    std::vector<Entry> entries;  // by symbol

    Entry& entry(std::string_view word);
    void add(std::span<const Symbol> given, std::span<const Symbol> predicted, double weight);
  };

  Side& side(Language language) { return language == Language::thai ? thai_ : english_; }
  static void read(const Lexicon& lexicon, Language from, Side& given, const Side& predicted,
                   std::vector<Translation> Entry::*into);
  static std::vector<Symbol> words_of(std::span<const std::string_view> keys, Side& side);
  static LexiconSide packed(const Side& given, const Side& predicted);

  Side thai_;
  Side english_;
};

}  // namespace thalign
