// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"

namespace thalign {

/// A symbol that may translate a given one.
struct Link {
  Symbol symbol;
  float probability;  ///< p(symbol | given symbol), above 0, at most 1
  float ratio;        ///< p(symbol | given symbol) / p(symbol)
};

/// What `Links` holds, in arrays by symbol.
struct LinkTable {
  std::vector<Link> links;           ///< of all symbols, one after the other
  std::vector<std::uint32_t> begin;  ///< of each symbol's in them, one more at the end
  std::vector<float> background;
  std::vector<bool> is_anchor;
};

/// What translates what between two texts, in one direction: for each symbol of the given text the
/// symbols of the predicted text that may stand for it. Anchors (numbers, years of either era,
/// months, words written alike) are near-certain links; those that can be read in several ways are
/// weaker ones to each of their readings.
class Links {
 public:
  explicit Links(LinkTable table) : table_(std::move(table)) {}

  /// Links of `given`, ascending by symbol; none for most.
  std::span<const Link> of(Symbol given) const {
    return std::span(table_.links)
        .subspan(table_.begin[given], table_.begin[given + 1] - table_.begin[given]);
  }
  /// Number of symbols of the vocabulary.
  std::uint32_t symbols() const { return static_cast<std::uint32_t>(table_.background.size()); }
  /// Whether a number, a date or a name leads to `predicted`.
  bool is_anchor(Symbol predicted) const { return table_.is_anchor[predicted]; }
  /// Probability of `predicted` on any occasion: the geometric mean of its share in the predicted
  /// text and in its language. 0 if no link leads to it.
  float background(Symbol predicted) const { return table_.background[predicted]; }

 private:
  LinkTable table_;
};

/// Links in both directions.
struct LinkPair {
  Links forward;   ///< of source symbols
  Links backward;  ///< of target symbols
};

/// Links the symbols of two texts in different languages. Linear in vocabulary and texts.
LinkPair link_texts(const Features& source, const Features& target, const Vocabulary& vocabulary,
                    const Lexicon& lexicon);

}  // namespace thalign
