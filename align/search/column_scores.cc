#include "align/search/column_scores.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "align/evidence/link_gains.h"
#include "align/search/target_spans.h"

namespace thalign {
namespace {

/// The logarithm of the translation score's mixture for a token without a link.
constexpr float kUnlinked = -1.2039728F;
/// Score of what can't be.
constexpr float kNever = -1e30F;
/// A fine unit fills another column beside its own.
constexpr float kAgain = -8.0F;

bool is_null_only(const Features& text, std::uint32_t unit) {
  return !text.null_only.empty() && text.null_only[unit];
}

UnitScores unit_scores(const Features& text, const Links& links, const ScoreWeights& weights) {
  UnitScores scores;
  const auto words = static_cast<float>(weights.of(Term::words_of_thai, text.is_thai));
  scores.ends.push_back(0.0F);
  for (std::uint32_t u = 0; u < text.units(); ++u) {
    float linked = 0.0F;
    for (std::uint32_t t = text.token_begin[u]; t < text.token_begin[u + 1]; ++t)
      linked += links.background(text.tokens[t]) > 0.0F ? 1.0F : 0.0F;
    scores.inside.push_back(words * kUnlinked * linked);
    scores.null.push_back(static_cast<float>(null_inside(text, links, weights, u)));
    scores.ends.push_back(text.break_after[u]);
  }
  return scores;
}

}  // namespace

ColumnScores::ColumnScores(const RoughSide& fine, const RoughSide& coarse,
                           std::vector<Corridor::Row> windows, const ScoreWeights& weights)
    : fine_(fine.text),
      coarse_(coarse.text),
      windows_(std::move(windows)),
      weights_(weights),
      of_fine_(unit_scores(fine.text, coarse.links, weights)),
      of_coarse_(unit_scores(coarse.text, fine.links, weights)) {
  column_offset_.push_back(0);
  for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
    column_offset_.push_back(column_offset_.back() + windows_[j + 1].last - windows_[j].first + 1);
  }
  add_gains(fine.links, coarse.links);
  tabulate_lengths();
}

/// Sums over fine units of what they are worth in each column.
void ColumnScores::add_gains(const Links& from_fine, const Links& from_coarse) {
  gains_.setZero(static_cast<Index>(column_offset_.back()));
  const LinkGains gains(
      from_fine, from_coarse,
      static_cast<float>((weights_[Term::words_of_thai] + weights_[Term::words_of_english]) / 2));
  std::vector<float> worth(from_fine.symbols());  // of each fine symbol in the column
  for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
    const auto tokens =
        std::span(coarse_.tokens).subspan(coarse_.token_begin[j], coarse_.tokens_in({j, j + 1}));
    for (const Symbol token : tokens) {
      for (const auto [fine, nats] : gains.of(token)) worth[fine] += nats;
    }
    for (std::uint32_t i = windows_[j].first; i < windows_[j + 1].last; ++i) {
      float& gain = gains_[in_column(i + 1, j)];
      for (std::uint32_t t = fine_.token_begin[i]; t < fine_.token_begin[i + 1]; ++t)
        gain += worth[fine_.tokens[t]];
    }
    for (const Symbol token : tokens) {
      for (const auto [fine, nats] : gains.of(token)) worth[fine] = 0.0F;
    }
  }
  sum_gains();
}

/// Makes sums of the gains over fine units, as columns of the coarse units' lengths have them.
void ColumnScores::sum_gains() {
  for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
    const auto tokens = static_cast<float>(std::max(coarse_.tokens_in({j, j + 1}), 1U));
    const float scale =
        std::clamp(1.0F - kDilution * std::log(tokens / LinkGains::kTypicalTokens), 0.3F, 1.7F);
    const std::uint32_t begin = windows_[j].first;
    float sum = 0.0F;
    for (std::uint32_t i = begin + 1; i <= windows_[j + 1].last; ++i) {
      sum += scale * gains_[in_column(i, j)];
      gains_[in_column(i, j)] = sum;
    }
  }
}

/// Sums of what fine units are worth inside beads, logs of the characters of all spans of fine
/// units, by first unit.
void ColumnScores::tabulate_lengths() {
  // Not `resize`, which leaves Eigen 3.4 with freed memory if it gets no other.
  fine_inside_ = Array(static_cast<Index>(fine_.units()) + 1);
  fine_inside_[0] = 0.0F;
  for (std::uint32_t i = 0; i < fine_.units(); ++i)
    fine_inside_[i + 1] = fine_inside_[i] + of_fine_.inside[i];
  fine_ends_ =
      Eigen::Map<const Array>(of_fine_.ends.data(), static_cast<Index>(of_fine_.ends.size()));
  longest_.resize(fine_.units());
  logs_ = Array(static_cast<Index>(fine_.units()) * kMaxUnits);
  std::uint32_t* const longest = longest_.data();
  for (std::uint32_t a = 0; a < fine_.units(); ++a) {
    longest[a] = longest_end(fine_, a);
    float* const logs = logs_.data() + std::size_t{a} * kMaxUnits;
    for (std::uint32_t b = a + 1; b <= longest[a]; ++b)
      logs[b - a - 1] = static_cast<float>(fine_.characters_in({a, b}));
  }
  logs_ = logs_.max(1.0F).log();
}

LengthScore ColumnScores::length_of(UnitRange coarse) const {
  const std::uint32_t characters = coarse_.characters_in(coarse);
  const LengthModel::Term term = length_.term(2 * characters);
  const double weight = std::sqrt(weights_[Term::length]);
  return {std::log(static_cast<float>(std::max(characters, 1U))),
          static_cast<float>(weights_[Term::length] * term.constant),
          static_cast<float>(weight * term.scale),
          static_cast<float>(weight * LengthModel::kInner)};
}

float ColumnScores::begin_score(std::uint32_t i, std::uint32_t j) const {
  const bool fine = fine_.paragraph_start[i];
  const bool coarse = coarse_.paragraph_start[j];
  const double paragraph = line_score(weights_, Term::begin_line_both,
                                      fine_.is_thai ? fine : coarse, fine_.is_thai ? coarse : fine);
  return static_cast<float>(weights_[Term::bead] + paragraph);
}

std::pair<std::uint32_t, std::uint32_t> ColumnScores::span_ends(std::uint32_t a,
                                                                UnitRange coarse) const {
  if (is_null_only(coarse_, coarse.begin)) return {0, 0};
  const std::uint32_t characters = coarse_.characters_in(coarse);
  std::uint32_t first = std::max(a + 1, windows_[coarse.end].first);
  std::uint32_t last = std::min(longest_[a], windows_[coarse.end].last);
  while (first <= last && characters > kMaxRatio * fine_.characters_in({a, first}) + kRatioSlack)
    ++first;
  while (first <= last && fine_.characters_in({a, last}) > kMaxRatio * characters + kRatioSlack)
    --last;
  return {first, last + 1};
}

void ColumnScores::add_column(std::uint32_t j, std::uint32_t first, Array& sums) const {
  const std::uint32_t begin = std::max(windows_[j].first, first);
  const auto end = std::min(windows_[j + 1].last + std::size_t{1},
                            first + static_cast<std::size_t>(sums.size()));
  if (begin >= end) return;
  const auto size = static_cast<Index>(end - begin);
  sums.segment(begin - first, size) += gains_.segment(in_column(begin, j), size);
  const Index after = begin - first + size;
  sums.tail(sums.size() - after) += gains_[in_column(static_cast<std::uint32_t>(end - 1), j)];
}

float ColumnScores::again(std::uint32_t b, std::uint32_t j) const {
  if (is_null_only(coarse_, j)) return kNever;
  const float gain =
      b <= windows_[j].first ? 0.0F : gains_[in_column(b, j)] - gains_[in_column(b - 1, j)];
  return kAgain + of_coarse_.inside[j] + gain;
}

bool ColumnScores::may_fill(std::uint32_t b, float characters) const {
  const auto own = static_cast<float>(fine_.characters_in({b - 1, b}));
  return characters <= float{kMaxRatio} * own + float{kRatioSlack};
}

}  // namespace thalign
