#include "align/translation_score.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalign {
namespace {

/// Weight of the translation model in the mixture; the rest is the background.
constexpr float kMixture = 0.7F;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Score of a token that the span does not link to.
float untouched() {
  static const float score = std::log(1.0F - kMixture);
  return score;
}

}  // namespace

TranslationScore::TranslationScore(const Features& given, const Features& predicted,
                                   const Links& links)
    : given_(given), predicted_(predicted) {
  number_predicted(links);
  weigh_links(links);
}

void TranslationScore::number_predicted(const Links& links) {
  slot_of_.assign(links.symbols(), kNone);
  linked_begin_.reserve(predicted_.units() + std::size_t{1});
  linked_begin_.push_back(0);
  Slot slots = 0;
  for (std::uint32_t unit = 0; unit < predicted_.units(); ++unit) {
    for (std::uint32_t t = predicted_.token_begin[unit]; t < predicted_.token_begin[unit + 1];
         ++t) {
      const Symbol symbol = predicted_.tokens[t];
      if (links.background(symbol) == 0.0F) continue;
      if (slot_of_[symbol] == kNone) slot_of_[symbol] = slots++;
      linked_tokens_.push_back(slot_of_[symbol]);
    }
    linked_begin_.push_back(static_cast<std::uint32_t>(linked_tokens_.size()));
  }
  place_.resize(slots);
  value_.assign(slots, untouched());
  mass_.resize(slots);
  score_.resize(slots);
}

void TranslationScore::weigh_links(const Links& links) {
  links_begin_.reserve(links.symbols() + std::size_t{1});
  links_begin_.push_back(0);
  for (Symbol symbol = 0; symbol < links.symbols(); ++symbol) {
    for (const Link& link : links.of(symbol)) {
      links_.push_back({slot_of_[link.symbol], link.probability / links.background(link.symbol)});
    }
    links_begin_.push_back(static_cast<std::uint32_t>(links_.size()));
  }
}

void TranslationScore::start(std::uint32_t begin) {
  for (const Slot slot : touched_) {
    place_[slot] = 0;
    value_[slot] = untouched();
  }
  touched_.clear();
  end_ = begin;
  given_tokens_ = 0;
}

void TranslationScore::extend() {
  for (std::uint32_t t = given_.token_begin[end_]; t < given_.token_begin[end_ + 1]; ++t) {
    const Symbol symbol = given_.tokens[t];
    for (std::uint32_t l = links_begin_[symbol]; l < links_begin_[symbol + 1]; ++l) {
      const WeightedLink link = links_[l];
      std::uint32_t& place = place_[link.slot];
      if (place == 0) {
        mass_[static_cast<Eigen::Index>(touched_.size())] = 0.0F;
        touched_.push_back(link.slot);
        place = static_cast<std::uint32_t>(touched_.size());
      }
      mass_[place - 1] += link.weight;
    }
    ++given_tokens_;
  }
  ++end_;
}

void TranslationScore::sums(UnitRange window, double* out) {
  const auto size = static_cast<Eigen::Index>(touched_.size());
  const float scale = kMixture / static_cast<float>(std::max(given_tokens_, 1U));
  score_.head(size) = ((1.0F - kMixture) + scale * mass_.head(size)).log();
  for (std::size_t i = 0; i < touched_.size(); ++i)
    value_[touched_[i]] = score_[static_cast<Eigen::Index>(i)];
  double sum = 0.0;
  *out++ = sum;
  for (std::uint32_t unit = window.begin; unit < window.end; ++unit) {
    // Sums of their own, so that the additions of neighbouring units overlap in time.
    double even = 0.0;
    double odd = 0.0;
    std::uint32_t t = linked_begin_[unit];
    const std::uint32_t end = linked_begin_[unit + 1];
    for (; t + 1 < end; t += 2) {
      even += static_cast<double>(value_[linked_tokens_[t]]);
      odd += static_cast<double>(value_[linked_tokens_[t + 1]]);
    }
    if (t < end) even += static_cast<double>(value_[linked_tokens_[t]]);
    sum += even + odd;
    *out++ = sum;
  }
}

}  // namespace thalign
