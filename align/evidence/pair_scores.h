// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/evidence/links.h"
#include "align/evidence/translation_score.h"

namespace thalign {

/// What a link adds to the score of two units that it joins (nats). `symbol` is one of the text
/// that the pair is looked up from the other side of.
struct PairScore {
  Symbol symbol;
  float nats;
};

/// The translation score taken apart into a sum over pairs of units, for the coarse pass: what each
/// link between two texts adds where it joins a unit of either, in both directions, beyond the
/// score of a token without a link.
///
/// The exact score of a token is the log of a mean over the other side of the bead
/// (`TranslationScore`). Here it is the log that this one link alone would give in a bead of
/// `kTypicalTokens` tokens, times a discount, as several links may speak for one token.
class PairScores {
 public:
  /// Links from either of two texts to the other, and the weights of the translation score of
  /// either text's tokens. Linear in the links.
  PairScores(const Links& from_other, const Links& from_this, const TokenWeights& of_other,
             const TokenWeights& of_this);

  /// By symbol of this text: the symbols of the other that a link joins with it.
  std::span<const PairScore> of(Symbol symbol) const {
    return std::span(scores_).subspan(begin_[symbol], begin_[symbol + 1] - begin_[symbol]);
  }

  /// Tokens of a typical bead.
  static constexpr float kTypicalTokens = 30.0F;

 private:
  std::vector<std::uint32_t> begin_;  // of each symbol, one more at the end
  std::vector<PairScore> scores_;
};

}  // namespace thalign
