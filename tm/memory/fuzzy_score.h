// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tm/memory/edit_distance.h"

namespace thalign {

/// Scores of matches, in percent.
inline constexpr int kContextScore = 101;  ///< equal text between the neighbours asked for
inline constexpr int kExactScore = 100;    ///< equal text, byte for byte
inline constexpr int kFoldedScore = 99;    ///< equal matching text (tm/memory/match_key.h)
inline constexpr int kBestFuzzyScore = 98;

/// Hashes of the grapheme clusters of a text, what a reader sees as characters (Unicode UAX #29,
/// extended clusters): a Thai consonant with its vowels and tone mark above and below is one.
std::vector<std::uint64_t> cluster_symbols(std::string_view text);

/// Hashes of the words and marks of a folded text; white space leaves none.
std::vector<std::uint64_t> word_symbols(std::string_view text);

/// How similar texts are to one text, in percent:
///
///     similarity of sequences = 1 - edit distance / symbols of the longer one
///     score = the whole part of 50 · (similarity of clusters + similarity of words)
///
/// of the matching texts (tm/memory/match_key.h), at most `kBestFuzzyScore`. Clusters distinguish
/// small changes of a word from large ones; words let a change count once, however long the word.
/// Two texts without any word are compared by clusters alone. Symmetric.
class FuzzyScorer {
 public:
  /// Requires: `match_text` is a matching text.
  explicit FuzzyScorer(std::string_view match_text);

  /// The highest score that a text of these clusters can have, whatever its words.
  int bound(const std::vector<std::uint64_t>& clusters) const;
  /// The same for a text of `clusters` clusters, without looking at them.
  int bound(std::size_t clusters) const;
  /// The score of `match_text`, a matching text of these clusters: `kFoldedScore` if it is equal.
  int score(std::string_view match_text, const std::vector<std::uint64_t>& clusters) const;
  int score(std::string_view match_text) const;

 private:
  std::string text_;
  EditDistance clusters_;
  EditDistance words_;
};

}  // namespace thalign
