#include "align/translation_score.h"

#include <algorithm>
#include <cmath>

namespace thalign {
namespace {

/// Weight of the translation model in the mixture; the rest is the background.
constexpr float kMixture = 0.7F;

}  // namespace

TranslationScore::TranslationScore(const Features& given, const Features& predicted,
                                   const Links& links)
    : given_(given), predicted_(predicted), links_(links), slot_(links.symbols()) {}

void TranslationScore::start(std::uint32_t begin) {
  for (const Symbol symbol : touched_) slot_[symbol] = 0;
  touched_.clear();
  end_ = begin;
  given_tokens_ = 0;
}

void TranslationScore::extend() {
  for (std::uint32_t t = given_.token_begin[end_]; t < given_.token_begin[end_ + 1]; ++t) {
    for (const Link& link : links_.of(given_.tokens[t])) {
      std::uint32_t& slot = slot_[link.symbol];
      if (slot == 0) {
        touched_.push_back(link.symbol);
        slot = static_cast<std::uint32_t>(touched_.size());
        if (mass_.size() < slot) {
          mass_.conservativeResize(2 * static_cast<Eigen::Index>(slot));
          value_.resize(mass_.size());
        }
        mass_[slot - 1] = 0.0F;
      }
      mass_[slot - 1] += link.probability / links_.background(link.symbol);
    }
    ++given_tokens_;
  }
  ++end_;
}

void TranslationScore::sums(UnitRange window, float* out) {
  const auto size = static_cast<Eigen::Index>(touched_.size());
  const float scale = kMixture / static_cast<float>(std::max(given_tokens_, 1U));
  value_.head(size) = ((1.0F - kMixture) + scale * mass_.head(size)).log();
  static const float untouched = std::log(1.0F - kMixture);
  float sum = 0.0F;
  *out++ = sum;
  for (std::uint32_t unit = window.begin; unit < window.end; ++unit) {
    for (std::uint32_t t = predicted_.token_begin[unit]; t < predicted_.token_begin[unit + 1];
         ++t) {
      const Symbol symbol = predicted_.tokens[t];
      if (const std::uint32_t slot = slot_[symbol]; slot != 0) {
        sum += value_[slot - 1];
      } else if (links_.background(symbol) > 0.0F) {
        sum += untouched;
      }
    }
    *out++ = sum;
  }
}

}  // namespace thalign
