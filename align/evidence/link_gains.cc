#include "align/evidence/link_gains.h"

#include <Eigen/Core>

namespace thalign {
namespace {

/// Mixture of the translation score.
constexpr float kMixtureRatio = 0.7F / 0.3F;
/// Gains count for less than they would alone, since several may speak for one token. Those below
/// the least do not count.
constexpr float kGain = 0.7F;
constexpr float kLeastGain = 0.03F;

/// What each link is worth where it joins two units, in the order of the links.
Eigen::ArrayXf worth(const Links& links, float weight) {
  std::vector<float> ratios;
  for (Symbol symbol = 0; symbol < links.symbols(); ++symbol) {
    for (const Link& link : links.of(symbol))
      ratios.push_back(link.probability / links.background(link.symbol));
  }
  const Eigen::Map<const Eigen::ArrayXf> all(ratios.data(),
                                             static_cast<Eigen::Index>(ratios.size()));
  return kGain * weight * (1.0F + kMixtureRatio / LinkGains::kTypicalTokens * all).log();
}

}  // namespace

LinkGains::LinkGains(const Links& from_fine, const Links& from_coarse, float weight)
    : begin_(from_fine.symbols() + std::size_t{2}) {
  const Eigen::ArrayXf of_fine = worth(from_fine, weight);
  const Eigen::ArrayXf of_coarse = worth(from_coarse, weight);
  const auto each = [&](auto&& take) {
    Eigen::Index fine_link = 0;
    Eigen::Index coarse_link = 0;
    for (Symbol symbol = 0; symbol < from_fine.symbols(); ++symbol) {
      for (const Link& link : from_coarse.of(symbol))
        take(symbol, Gain{link.symbol, of_coarse[coarse_link++]});
      for (const Link& link : from_fine.of(symbol))
        take(link.symbol, Gain{symbol, of_fine[fine_link++]});
    }
  };
  each([&](Symbol coarse, Gain gain) { begin_[coarse + 2] += gain.nats < kLeastGain ? 0 : 1; });
  for (std::size_t s = 2; s < begin_.size(); ++s) begin_[s] += begin_[s - 1];
  gains_.resize(begin_.back());
  each([&](Symbol coarse, Gain gain) {
    if (gain.nats >= kLeastGain) gains_[begin_[coarse + 1]++] = gain;
  });
}

}  // namespace thalign
