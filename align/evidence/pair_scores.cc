// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/pair_scores.h"

#include <Eigen/Core>

namespace thalign {
namespace {

constexpr float kMixtureRatio = kTranslationMixture / (1.0F - kTranslationMixture);
/// Share of a link's score that is left where several speak for one token.
constexpr float kDiscount = 0.7F;
/// Scores below this are left out.
constexpr float kLeastScore = 0.03F;

/// The scores of all links, in the order of the links; `weights` are those of the tokens that they
/// lead to.
Eigen::ArrayXf scores_of(const Links& links, const TokenWeights& weights) {
  std::vector<float> ratios;
  std::vector<float> weight;
  for (Symbol symbol = 0; symbol < links.symbols(); ++symbol) {
    for (const Link& link : links.of(symbol)) {
      ratios.push_back(link.ratio);
      weight.push_back(
          static_cast<float>(links.is_anchor(link.symbol) ? weights.anchor : weights.word));
    }
  }
  const auto size = static_cast<Eigen::Index>(ratios.size());
  const Eigen::Map<const Eigen::ArrayXf> all(ratios.data(), size);
  const Eigen::Map<const Eigen::ArrayXf> weighed(weight.data(), size);
  return kDiscount * weighed * (1.0F + kMixtureRatio / PairScores::kTypicalTokens * all).log();
}

}  // namespace

PairScores::PairScores(const Links& from_other, const Links& from_this,
                       const TokenWeights& of_other, const TokenWeights& of_this)
    : begin_(from_other.symbols() + std::size_t{2}) {
  const Eigen::ArrayXf from_other_scores = scores_of(from_other, of_this);
  const Eigen::ArrayXf from_this_scores = scores_of(from_this, of_other);
  const auto each = [&](auto&& take) {
    Eigen::Index other_link = 0;
    Eigen::Index this_link = 0;
    for (Symbol symbol = 0; symbol < from_other.symbols(); ++symbol) {
      for (const Link& link : from_this.of(symbol))
        take(symbol, PairScore{link.symbol, from_this_scores[this_link++]});
      for (const Link& link : from_other.of(symbol))
        take(link.symbol, PairScore{symbol, from_other_scores[other_link++]});
    }
  };
  each([&](Symbol symbol, PairScore score) {
    begin_[symbol + 2] += score.nats < kLeastScore ? 0 : 1;
  });
  for (std::size_t s = 2; s < begin_.size(); ++s) begin_[s] += begin_[s - 1];
  scores_.resize(begin_.back());
  each([&](Symbol symbol, PairScore score) {
    if (score.nats >= kLeastScore) scores_[begin_[symbol + 1]++] = score;
  });
}

}  // namespace thalign
