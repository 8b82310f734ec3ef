// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"

namespace thalign {

/// A symbol that may translate a given one.
struct Link {
  Symbol symbol;
  float probability;  ///< p(symbol | given symbol), above 0, at most 1
};

/// What translates what between two texts, in one direction: for each symbol of the given text the
/// symbols of the predicted text that may stand for it. Anchors (numbers, years of either era,
/// months, words written alike) are near-certain links; those that can be read in several ways are
/// weaker ones to each of their readings.
class Links {
 public:
  /// Links of `given`, ascending by symbol; none for most.
  std::span<const Link> of(Symbol given) const {
    return std::span(links_).subspan(begin_[given], begin_[given + 1] - begin_[given]);
  }
  /// Number of symbols of the vocabulary.
  std::uint32_t symbols() const { return static_cast<std::uint32_t>(background_.size()); }
  /// Whether a number, a date or a name leads to `predicted`.
  bool is_anchor(Symbol predicted) const { return is_anchor_[predicted]; }
  /// Probability of `predicted` on any occasion: the geometric mean of its share in the predicted
  /// text and in its language. 0 if no link leads to it.
  float background(Symbol predicted) const { return background_[predicted]; }

 private:
  friend struct LinkPair link_texts(const Features&, const Features&, const Vocabulary&,
                                    const Lexicon&);
  struct Sources;
  Links(const Sources& sources, const Features& predicted, bool forward);

  std::vector<Link> links_;
  std::vector<std::uint32_t> begin_;  // per symbol, one more at the end
  std::vector<float> background_;
  std::vector<bool> is_anchor_;
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
