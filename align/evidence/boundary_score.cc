// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/boundary_score.h"

#include <algorithm>
#include <cmath>

#include "align/evidence/translation_score.h"

namespace thalign {
namespace {

/// Words after a boundary that are looked at; those of `kContext` around it may explain them.
constexpr std::uint32_t kOpening = 4;
/// Most that one word says for or against a boundary.
constexpr float kMost = 6.0F;
constexpr float kUsual = 2.0F;

float log_ratio(float after, float before) {
  const float ratio = (1.0F - kTranslationMixture + kTranslationMixture * after) /
                      (1.0F - kTranslationMixture + kTranslationMixture * before);
  return std::clamp(std::log(ratio), -kMost, kMost);
}

}  // namespace

BoundaryScore::BoundaryScore(const Features& source, const Features& target, const Links& forward,
                             const Links& backward, const BoundaryWeights& weights)
    : source_(source),
      target_(target),
      forward_(forward),
      inverse_begin_(forward.symbols() + std::size_t{1}),
      before_(forward.symbols()),
      after_(forward.symbols()),
      weight_(forward.symbols()),
      weights_(weights) {
  for (Symbol given = 0; given < backward.symbols(); ++given) {
    for (const Link& link : backward.of(given)) ++inverse_begin_[link.symbol + 1];
  }
  for (std::size_t s = 1; s < inverse_begin_.size(); ++s)
    inverse_begin_[s] += inverse_begin_[s - 1];
  inverse_.resize(inverse_begin_.back());
  std::vector<std::uint32_t> next(inverse_begin_.begin(), inverse_begin_.end() - 1);
  for (Symbol given = 0; given < backward.symbols(); ++given) {
    for (const Link& link : backward.of(given)) {
      inverse_[next[link.symbol]++] = {given, link.ratio};
    }
  }
}

BoundaryScore::Around BoundaryScore::around(const Features& text, std::uint32_t boundary,
                                            std::uint32_t tokens) {
  const std::uint32_t at = text.token_begin[boundary];
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  return {at - std::min(at, tokens), at, std::min(size, at + tokens)};
}

void BoundaryScore::score(std::uint32_t source, UnitRange window, std::vector<double>& openings,
                          std::vector<double>& closings) {
  openings_.assign(window.size() + std::size_t{1}, 0.0);
  closings_.assign(window.size() + std::size_t{1}, 0.0);
  if (source != 0 && source != source_.units()) {
    add_target_words(source, window);
    add_source_words(source, window);
    if (window.begin == 0) openings_.front() = closings_.front() = 0.0;
    if (window.end == target_.units()) openings_.back() = closings_.back() = 0.0;
  }
  openings.assign(openings_.begin(), openings_.end());
  closings.assign(closings_.begin(), closings_.end());
}

/// Sums the weights of the target's tokens from `first` to `last`, which lie around the boundaries
/// of `window`. Leaves out the middle of long units, which no boundary sees, so that time is linear
/// in the boundaries.
template <typename Weight>
void BoundaryScore::sum_weights(UnitRange window, std::uint32_t first, std::uint32_t last,
                                bool split, Weight&& weight_of) {
  constexpr std::uint32_t kLongUnit = 256;  // tokens
  sums_.resize(last - first + std::size_t{1});
  strong_.resize(sums_.size());
  double sum = 0.0;
  double strong = 0.0;
  sums_[0] = strong_[0] = sum;
  std::uint32_t t = first;
  const auto sum_to = [&](std::uint32_t end) {
    for (; t < end; ++t) {
      const float weight = weight_of(target_.tokens[t]);
      const float usual = split ? std::clamp(weight, -kUsual, kUsual) : weight;
      sums_[t - first + 1] = sum += static_cast<double>(usual);
      strong_[t - first + 1] = strong += static_cast<double>(weight - usual);
    }
  };
  for (std::uint32_t unit = window.begin; unit < window.end; ++unit) {
    if (target_.tokens_in({unit, unit + 1}) <= kLongUnit) continue;
    sum_to(target_.token_begin[unit] + kContext);
    t = target_.token_begin[unit + 1] - kContext;
    sums_[t - first] = sum;
    strong_[t - first] = strong;
  }
  sum_to(last);
}

/// The words around the target boundaries, as those around the source boundary explain them.
void BoundaryScore::add_target_words(std::uint32_t source, UnitRange window) {
  const Around context = around(source_, source, kContext);
  const auto spread = [&](std::uint32_t begin, std::uint32_t end, std::vector<float>& mass) {
    for (std::uint32_t t = begin; t < end; ++t) {
      for (const Link& link : forward_.of(source_.tokens[t])) {
        touched_.push_back(link.symbol);
        mass[link.symbol] += link.ratio / static_cast<float>(end - begin);
      }
    }
  };
  spread(context.first, context.middle, before_);
  spread(context.middle, context.last, after_);
  const std::uint32_t first = around(target_, window.begin, kOpening).first;
  const std::uint32_t last = around(target_, window.end, kOpening).last;
  sum_weights(window, first, last, true, [&](Symbol symbol) {
    float& weight = weight_[symbol];
    if (weight == 0.0F && after_[symbol] != before_[symbol])
      weight = log_ratio(after_[symbol], before_[symbol]);
    return weight;
  });
  for (std::uint32_t boundary = window.begin; boundary <= window.end; ++boundary) {
    const Around opening = around(target_, boundary, kOpening);
    const auto sum = [&](const BoundaryWeights::Weight& weight, std::uint32_t begin,
                         std::uint32_t end) {
      return weight.usual * (sums_[end - first] - sums_[begin - first]) +
             weight.strong * (strong_[end - first] - strong_[begin - first]);
    };
    openings_[boundary - window.begin] +=
        sum(weights_.target_opening, opening.middle, opening.last);
    closings_[boundary - window.begin] -=
        sum(weights_.target_closing, opening.first, opening.middle);
  }
  for (const Symbol symbol : touched_) before_[symbol] = after_[symbol] = weight_[symbol] = 0.0F;
  touched_.clear();
}

/// The words around the source boundary, as those around the target boundaries explain them.
void BoundaryScore::add_source_words(std::uint32_t source, UnitRange window) {
  const Around words = around(source_, source, kOpening);
  for (std::uint32_t t = words.middle; t < words.last; ++t)
    add_word(source_.tokens[t], window, 1.0, weights_.source_opening, openings_);
  for (std::uint32_t t = words.first; t < words.middle; ++t)
    add_word(source_.tokens[t], window, -1.0, weights_.source_closing, closings_);
}

void BoundaryScore::add_word(Symbol word, UnitRange window, double sign,
                             const BoundaryWeights::Weight& weight, std::vector<double>& scores) {
  const std::span<const Given> translations = std::span(inverse_).subspan(
      inverse_begin_[word], inverse_begin_[word + 1] - inverse_begin_[word]);
  if (translations.empty()) return;
  for (const Given& translation : translations) weight_[translation.symbol] = translation.ratio;
  const std::uint32_t first = around(target_, window.begin, kContext).first;
  const std::uint32_t last = around(target_, window.end, kContext).last;
  sum_weights(window, first, last, false, [&](Symbol symbol) { return weight_[symbol]; });
  for (const Given& translation : translations) weight_[translation.symbol] = 0.0F;
  if (sums_.back() == 0.0) return;
  const auto mean = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return 0.0F;
    return static_cast<float>((sums_[end - first] - sums_[begin - first]) / (end - begin));
  };
  for (std::uint32_t boundary = window.begin; boundary <= window.end; ++boundary) {
    const Around context = around(target_, boundary, kContext);
    const float after = mean(context.middle, context.last);
    const float before = mean(context.first, context.middle);
    if (after == before) continue;
    const float ratio = log_ratio(after, before);
    const float usual = std::clamp(ratio, -kUsual, kUsual);
    scores[boundary - window.begin] += sign * (weight.usual * static_cast<double>(usual) +
                                               weight.strong * static_cast<double>(ratio - usual));
  }
}

}  // namespace thalign
