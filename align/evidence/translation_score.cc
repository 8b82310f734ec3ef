// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/translation_score.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace thalign {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Most tokens of a run: mixtures lie between 0.3 and about 10^7, so that a product of so many is
/// far from the ends of a double's range, and one of every eighth from those of a float's.
constexpr std::uint32_t kRunTokens = 32;

}  // namespace

TranslationScore::TranslationScore(const Features& given, const Features& predicted,
                                   const Links& links, std::vector<UnitRange> reach)
    : given_(given),
      predicted_(predicted),
      links_(links),
      reach_(std::move(reach)),
      of_symbol_(links.symbols()) {
  find_runs();
}

void TranslationScore::find_runs() {
  run_begin_.reserve(predicted_.units() + std::size_t{1});
  run_begin_.push_back(0);
  run_tokens_.push_back(0);
  for (std::uint32_t unit = 0; unit < predicted_.units(); ++unit) {
    for (const bool anchors : {false, true}) add_runs(unit, anchors);
    run_begin_.push_back(static_cast<std::uint32_t>(run_tokens_.size() - 1));
  }
  rows_.fill({kNone, {}});
}

/// Adds the runs of a unit's anchors, or of its other linked tokens.
void TranslationScore::add_runs(std::uint32_t unit, bool anchors) {
  for (std::uint32_t t = predicted_.token_begin[unit]; t < predicted_.token_begin[unit + 1]; ++t) {
    const Symbol symbol = predicted_.tokens[t];
    if (links_.background(symbol) == 0.0F || links_.is_anchor(symbol) != anchors) continue;
    linked_tokens_.push_back(symbol);
    if (linked_tokens_.size() - run_tokens_.back() == kRunTokens) end_run(anchors);
  }
  if (linked_tokens_.size() > run_tokens_.back()) end_run(anchors);
}

void TranslationScore::end_run(bool is_anchor) {
  run_is_anchor_.push_back(is_anchor);
  run_tokens_.push_back(static_cast<std::uint32_t>(linked_tokens_.size()));
}

void TranslationScore::start(std::uint32_t begin, UnitRange window) {
  end_ = begin;
  given_tokens_ = 0;
  window_ = window;
  mass_.assign(first_token(window.end) - first_token(window.begin), 0.0F);
}

void TranslationScore::extend() {
  const std::uint32_t unit = end_++;
  given_tokens_ += given_.tokens_in({unit, unit + 1});
  if (mass_.empty()) return;
  if (reach_.empty()) return add_masses(unit, window_, mass_.data());
  const std::uint32_t skipped = first_token(window_.begin) - first_token(reach_[unit].begin);
  const float* const masses = row(unit).mass.data() + skipped;
  for (std::size_t t = 0; t < mass_.size(); ++t) mass_[t] += masses[t];
}

/// Adds what a given unit predicts to `out`, by linked token of `window`.
void TranslationScore::add_masses(std::uint32_t unit, UnitRange window, float* out) {
  ++sum_;
  for (std::uint32_t t = given_.token_begin[unit]; t < given_.token_begin[unit + 1]; ++t) {
    for (const Link& link : links_.of(given_.tokens[t])) {
      SymbolMass& of_symbol = of_symbol_[link.symbol];
      of_symbol.mass = (of_symbol.sum == sum_ ? of_symbol.mass : 0.0F) + link.ratio;
      of_symbol.sum = sum_;
    }
  }
  for (std::uint32_t t = first_token(window.begin); t < first_token(window.end); ++t) {
    const SymbolMass& of_symbol = of_symbol_[linked_tokens_[t]];
    *out++ += of_symbol.sum == sum_ ? of_symbol.mass : 0.0F;
  }
}

const TranslationScore::Row& TranslationScore::row(std::uint32_t unit) {
  Row& row = rows_[unit % kRows];
  if (row.unit == unit) return row;
  const UnitRange reach = reach_[unit];
  row.unit = unit;
  row.mass.assign(first_token(reach.end) - first_token(reach.begin), 0.0F);
  add_masses(unit, reach, row.mass.data());
  return row;
}

void TranslationScore::sums(UnitRange window, double* all) {
  anchors_.resize(window.size() + std::size_t{1});
  sums(window, all, anchors_.data());
  for (std::size_t i = 0; i < anchors_.size(); ++i) all[i] += anchors_[i];
}

void TranslationScore::sums(UnitRange window, double* words, double* anchors) {
  const float scale = kTranslationMixture / static_cast<float>(std::max(given_tokens_, 1U));
  const std::uint32_t first = run_begin_[window.begin];
  const auto runs = static_cast<Eigen::Index>(run_begin_[window.end] - first);
  // Not `resize`, which leaves Eigen 3.4 with freed memory if it gets no other.
  if (scores_.size() < runs) scores_ = Eigen::ArrayXd(2 * runs);
  // One logarithm of a product is cheaper than those of its factors.
  for (Eigen::Index r = 0; r < runs; ++r)
    scores_[r] = product(first + static_cast<std::uint32_t>(r), scale);
  scores_.head(runs) = scores_.head(runs).log();
  double of_words = 0.0;
  double of_anchors = 0.0;
  *words++ = *anchors++ = 0.0;
  for (std::uint32_t unit = window.begin; unit < window.end; ++unit) {
    for (std::uint32_t r = run_begin_[unit]; r < run_begin_[unit + 1]; ++r)
      (run_is_anchor_[r] ? of_anchors : of_words) += scores_[r - first];
    *words++ = of_words;
    *anchors++ = of_anchors;
  }
}

/// The product of a run's mixtures.
double TranslationScore::product(std::uint32_t run, float scale) const {
  constexpr float kBackground = 1.0F - kTranslationMixture;
  const std::uint32_t size = run_tokens_[run + 1] - run_tokens_[run];
  const float* const mass = mass_.data() + (run_tokens_[run] - first_token(window_.begin));
  const auto mixtures = [&](std::uint32_t t) {
    return kBackground + scale * Eigen::Map<const Eigen::Array4f>(mass + t);
  };
  // Eight products, of five factors at most each.
  Eigen::Array4f even = Eigen::Array4f::Ones();
  Eigen::Array4f odd = Eigen::Array4f::Ones();
  std::uint32_t t = 0;
  for (; t + 8 <= size; t += 8) {
    even *= mixtures(t);
    odd *= mixtures(t + 4);
  }
  if (t + 4 <= size) {
    even *= mixtures(t);
    t += 4;
  }
  double product = (even.cast<double>() * odd.cast<double>()).prod();
  for (; t < size; ++t) product *= static_cast<double>(kBackground + scale * mass[t]);
  return product;
}

}  // namespace thalign
