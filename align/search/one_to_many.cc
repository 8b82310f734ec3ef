// SPDX-License-Identifier: Apache-2.0
#include "align/search/one_to_many.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "align/evidence/pair_scores.h"
#include "align/evidence/translation_score.h"
#include "align/search_space/target_spans.h"

namespace thalign {
namespace {

/// Score of what can't be.
constexpr float kNever = -1e30F;
/// A unit faces several of the other text, beside what their links say.
constexpr float kShared = -8.0F;

bool is_null_only(const Features& text, std::uint32_t unit) {
  return !text.null_only.empty() && text.null_only[unit];
}

/// `links` lead to symbols of `text`.
UnitScores unit_scores(const Features& text, const Links& links, const ScoreTerms& terms,
                       bool is_source) {
  const TokenWeights weights = terms.token_weights(text);
  const double unlinked = std::log(1.0 - kTranslationMixture);
  UnitScores scores;
  for (std::uint32_t u = 0; u < text.units(); ++u) {
    double sum = 0.0;
    for (std::uint32_t t = text.token_begin[u]; t < text.token_begin[u + 1]; ++t) {
      const Symbol symbol = text.tokens[t];
      if (links.background(symbol) > 0.0F)
        sum += unlinked * (links.is_anchor(symbol) ? weights.anchor : weights.word);
    }
    scores.inside.push_back(static_cast<float>(sum));
    scores.null.push_back(
        static_cast<float>(is_source ? terms.null_source(u) + terms.null_source_joined(u)
                                     : terms.null_target(u) + terms.null_target_joined(u)));
  }
  for (std::uint32_t boundary = 0; boundary <= text.units(); ++boundary) {
    scores.ends.push_back(
        static_cast<float>(is_source ? terms.source_end(boundary) : terms.target_end(boundary)));
  }
  return scores;
}

}  // namespace

OneToManyScores::OneToManyScores(const LinkedText& many, const LinkedText& one,
                                 std::vector<Corridor::Row> windows, const ScoreTerms& terms,
                                 bool many_is_source)
    : many_(many.text),
      one_(one.text),
      windows_(std::move(windows)),
      terms_(terms),
      many_is_source_(many_is_source),
      of_many_(unit_scores(many.text, one.links, terms, many_is_source)),
      of_one_(unit_scores(one.text, many.links, terms, !many_is_source)) {
  offset_.push_back(0);
  for (std::uint32_t j = 0; j < one_.units(); ++j) {
    offset_.push_back(offset_.back() + windows_[j + 1].last - windows_[j].first + 1);
  }
  add_links(many.links, one.links);
  sum_pairs();
  tabulate_spans();
}

/// Puts the sum of the pair scores of each two units into `pairs_`, at the unit's end.
void OneToManyScores::add_links(const Links& from_many, const Links& from_one) {
  pairs_.setZero(static_cast<Index>(offset_.back()));
  const PairScores scores(from_many, from_one, terms_.token_weights(many_),
                          terms_.token_weights(one_));
  std::vector<float> of_symbol(from_many.symbols());  // with unit j
  for (std::uint32_t j = 0; j < one_.units(); ++j) {
    const auto tokens =
        std::span(one_.tokens).subspan(one_.token_begin[j], one_.tokens_in({j, j + 1}));
    for (const Symbol token : tokens) {
      for (const auto [symbol, nats] : scores.of(token)) of_symbol[symbol] += nats;
    }
    for (std::uint32_t i = windows_[j].first; i < windows_[j + 1].last; ++i) {
      float& pair = pairs_[at(i + 1, j)];
      for (std::uint32_t t = many_.token_begin[i]; t < many_.token_begin[i + 1]; ++t)
        pair += of_symbol[many_.tokens[t]];
    }
    for (const Symbol token : tokens) {
      for (const auto [symbol, nats] : scores.of(token)) of_symbol[symbol] = 0.0F;
    }
  }
}

/// Makes prefix sums of the pair scores. A unit of more tokens than a typical bead weighs each link
/// less, as in the exact score.
void OneToManyScores::sum_pairs() {
  for (std::uint32_t j = 0; j < one_.units(); ++j) {
    const auto tokens = static_cast<float>(std::max(one_.tokens_in({j, j + 1}), 1U));
    const float scale =
        std::clamp(1.0F - kDilution * std::log(tokens / PairScores::kTypicalTokens), 0.3F, 1.7F);
    const std::uint32_t begin = windows_[j].first;
    float sum = 0.0F;
    for (std::uint32_t i = begin + 1; i <= windows_[j + 1].last; ++i) {
      sum += scale * pairs_[at(i, j)];
      pairs_[at(i, j)] = sum;
    }
  }
}

void OneToManyScores::tabulate_spans() {
  // Not `resize`, which leaves Eigen 3.4 with freed memory if it gets no other.
  many_inside_ = Array(static_cast<Index>(many_.units()) + 1);
  many_inside_[0] = 0.0F;
  for (std::uint32_t i = 0; i < many_.units(); ++i)
    many_inside_[i + 1] = many_inside_[i] + of_many_.inside[i];
  many_ends_ =
      Eigen::Map<const Array>(of_many_.ends.data(), static_cast<Index>(of_many_.ends.size()));
  longest_.resize(many_.units());
  logs_ = Array(static_cast<Index>(many_.units()) * kMaxUnits);
  std::uint32_t* const longest = longest_.data();
  for (std::uint32_t a = 0; a < many_.units(); ++a) {
    longest[a] = longest_end(many_, a);
    float* const logs = logs_.data() + std::size_t{a} * kMaxUnits;
    for (std::uint32_t b = a + 1; b <= longest[a]; ++b)
      logs[b - a - 1] = static_cast<float>(many_.characters_in({a, b}));
  }
  logs_ = logs_.max(1.0F).log();
}

LengthScore OneToManyScores::length_of(UnitRange one) const {
  const std::uint32_t characters = one_.characters_in(one);
  const LengthTerms& length = terms_.length();
  const LengthTerms::Term term = length.term(std::max(2 * characters, 1U));
  const double weight = std::sqrt(std::max(length.weight(), 0.0));
  return {.log = std::log(static_cast<float>(std::max(characters, 1U))),
          .constant = static_cast<float>(term.constant),
          .scale = static_cast<float>(weight * term.scale),
          .inner = static_cast<float>(weight * LengthModel::kInner),
          .many_longer =
              static_cast<float>(many_is_source_ ? length.source_longer() : length.target_longer()),
          .one_longer = static_cast<float>(many_is_source_ ? length.target_longer()
                                                           : length.source_longer())};
}

float OneToManyScores::begin_score(std::uint32_t many, std::uint32_t one) const {
  return static_cast<float>(many_is_source_ ? terms_.begin(many, one) : terms_.begin(one, many));
}

float OneToManyScores::end_score(std::uint32_t many, std::uint32_t one) const {
  return static_cast<float>(many_is_source_ ? terms_.end_line(many, one)
                                            : terms_.end_line(one, many));
}

SpanEnds OneToManyScores::span_ends(UnitRange one) const {
  const Corridor::Row none = {1, 0};
  return {many_, longest_, is_null_only(one_, one.begin) ? none : windows_[one.end],
          one_.characters_in(one)};
}

void OneToManyScores::add_pairs(std::uint32_t j, std::uint32_t first, Array& sums) const {
  const std::uint32_t begin = std::max(windows_[j].first, first);
  const auto end = std::min(windows_[j + 1].last + std::size_t{1},
                            first + static_cast<std::size_t>(sums.size()));
  if (begin >= end) return;
  const auto size = static_cast<Index>(end - begin);
  sums.segment(begin - first, size) += pairs_.segment(at(begin, j), size);
  const Index after = begin - first + size;
  sums.tail(sums.size() - after) += pairs_[at(static_cast<std::uint32_t>(end - 1), j)];
}

float OneToManyScores::shared(std::uint32_t b, std::uint32_t j) const {
  if (is_null_only(one_, j)) return kNever;
  const float pair = b <= windows_[j].first ? 0.0F : pairs_[at(b, j)] - pairs_[at(b - 1, j)];
  return kShared + of_one_.inside[j] + pair;
}

bool OneToManyScores::may_face(std::uint32_t b, float characters) const {
  const auto own = static_cast<float>(many_.characters_in({b - 1, b}));
  return characters <= float{kMaxRatio} * own + float{kRatioSlack};
}

}  // namespace thalign
