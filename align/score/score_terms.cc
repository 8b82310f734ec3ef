// SPDX-License-Identifier: Apache-2.0
#include "align/score/score_terms.h"

#include "text/hash.h"

namespace thalign {
namespace {

/// Sums of characters that the length model keeps a table for.
constexpr std::uint32_t kTabledCharacters = 1800;

}  // namespace

const std::vector<LengthModel::Term>& LengthModel::tabled() {
  static const std::vector<Term> table = [] {
    std::vector<Term> terms;
    for (std::uint32_t characters = 0; characters < kTabledCharacters; ++characters)
      terms.push_back(term_of(std::max(characters, 1U)));
    return terms;
  }();
  return table;
}

LengthModel::Term LengthModel::term_of(std::uint32_t characters) {
  const double variance =
      std::min(kLeastVariance + kVarianceTimesCharacters / characters, kBackgroundVariance);
  constexpr double kUsual = 240.0;
  return {0.5 * std::log(kBackgroundVariance / variance),
          std::sqrt(0.5 * (1.0 / variance - 1.0 / kBackgroundVariance)),
          std::log(characters / kUsual)};
}

LengthTerms::LengthTerms(const ScoreWeights& weights, bool source_is_thai)
    : weight_(weights[thalign::Term::length]),
      source_longer_(weights.of(thalign::Term::longer_thai, source_is_thai)),
      target_longer_(weights.of(thalign::Term::longer_thai, !source_is_thai)),
      small_(weights[thalign::Term::small]),
      large_(weights[thalign::Term::large]) {}

std::array<std::uint32_t, 3> opening_hashes(const Features& source, std::uint32_t source_unit,
                                            const Features& target, std::uint32_t target_unit) {
  const Opening& of_source = source.openings[source_unit];
  const Opening& of_target = target.openings[target_unit];
  const Opening& thai = source.is_thai ? of_source : of_target;
  const Opening& english = source.is_thai ? of_target : of_source;
  return {mix_hash(mix_hash(301, thai.first), english.first),
          mix_hash(mix_hash(302, thai.two), english.first),
          mix_hash(mix_hash(303, thai.first), english.two)};
}

ScoreTerms::ScoreTerms(const Features& source, const Features& target, const Links& forward,
                       const Links& backward, const ScoreModel& model)
    : source_(source),
      target_(target),
      forward_(forward),
      backward_(backward),
      weights_(model.weights(source.style)),
      hashed_(model.hashed()),
      layout_(model.layout()),
      length_(weights_, source.is_thai) {}

double ScoreTerms::begin(std::uint32_t source, std::uint32_t target) const {
  return weights_[Term::bead] +
         line_term(source_.paragraph_start[source], target_.paragraph_start[target],
                   Term::begin_line_both) +
         opening_pair(source, target) + begin_layout(source, target);
}

double ScoreTerms::end(std::uint32_t source, std::uint32_t target) const {
  return source_end(source) + target_end(target) + end_line(source, target);
}

TokenWeights ScoreTerms::token_weights(const Features& text) const {
  return {weights_.of(Term::words_of_thai, text.is_thai),
          weights_.of(Term::anchors_of_thai, text.is_thai)};
}

double ScoreTerms::null_open(const Features& text, std::uint32_t unit) const {
  double score = weights_.of(Term::null_thai_open, text.is_thai);
  // A unit of marks alone, such as a line of dashes, says nothing that could be translated.
  if (text.tokens_in({unit, unit + 1}) == 0)
    return score + weights_.of(Term::null_thai_marks, text.is_thai);
  if (!text.paragraph_start[unit]) score += weights_.of(Term::null_thai_begin, text.is_thai);
  if (!text.list_items.empty() && text.list_items[unit]) score += layout_.list_item;
  return score;
}

double ScoreTerms::null_end(const Features& text, std::uint32_t unit) const {
  return text.break_after[unit] +
         (text.paragraph_start[unit + 1] ? 0.0 : weights_.of(Term::null_thai_end, text.is_thai));
}

double null_inside(const Features& text, const Links& to_text, const ScoreWeights& weights,
                   std::uint32_t unit) {
  double words = 0.0;
  double anchors = 0.0;
  double strays = 0.0;
  for (std::uint32_t t = text.token_begin[unit]; t < text.token_begin[unit + 1]; ++t) {
    const Symbol symbol = text.tokens[t];
    const bool linked = to_text.background(symbol) > 0.0F;
    (to_text.is_anchor(symbol) ? anchors : linked ? words : strays) += 1.0;
  }
  return weights.of(Term::null_thai_character, text.is_thai) *
             text.characters_in({unit, unit + 1}) +
         weights.of(Term::null_thai_unit, text.is_thai) +
         weights.of(Term::null_thai_word, text.is_thai) * words +
         weights.of(Term::null_thai_stray, text.is_thai) * strays +
         weights.of(Term::null_thai_anchor, text.is_thai) * anchors;
}

double ScoreTerms::null_unit(const Features& text, const Links& to_text, std::uint32_t unit) const {
  return null_inside(text, to_text, weights_, unit) + null_end(text, unit);
}

double ScoreTerms::null_joined(const Features& text, std::uint32_t unit) const {
  return (text.paragraph_start[unit + 1] ? weights_.of(Term::null_thai_line, text.is_thai) : 0.0) -
         null_end(text, unit);
}

double ScoreTerms::opening_pair(std::uint32_t source, std::uint32_t target) const {
  if (source == source_.units() || target == target_.units()) return 0.0;
  double sum = 0.0;
  for (const std::uint32_t hash : opening_hashes(source_, source, target_, target))
    sum += static_cast<double>(hashed_.of(hash));
  return sum;
}

double ScoreTerms::kind_term(std::uint32_t source, std::uint32_t target) const {
  if (!source_.paragraph_start[source] || !target_.paragraph_start[target]) return 0.0;
  const BlockKind of_source = source_.kinds[source];
  if (of_source != target_.kinds[target]) return -1.0;
  return of_source == BlockKind::paragraph ? 0.0 : 1.0;
}

double ScoreTerms::time_term(std::uint32_t source, std::uint32_t target) {
  constexpr double kReachMilliseconds = 2000.0;
  const double distance = source < target ? target - source : source - target;
  return std::max(0.0, 1.0 - distance / kReachMilliseconds);
}

double ScoreTerms::begin_layout(std::uint32_t source, std::uint32_t target) const {
  if (source == source_.units() || target == target_.units()) return 0.0;
  double score = 0.0;
  if (!source_.kinds.empty() && !target_.kinds.empty())
    score += layout_.kind * kind_term(source, target);
  if (!source_.times.empty() && !target_.times.empty())
    score += layout_.times * time_term(source_.times[source].begin, target_.times[target].begin);
  return score;
}

double ScoreTerms::end_layout(std::uint32_t source, std::uint32_t target) const {
  if (source == 0 || target == 0 || source_.times.empty() || target_.times.empty()) return 0.0;
  return layout_.times * time_term(source_.times[source - 1].end, target_.times[target - 1].end);
}

double line_score(const ScoreWeights& weights, Term both, bool thai, bool english) {
  if (thai && english) return weights[both];
  if (!thai && !english) return 0.0;
  return weights.values[static_cast<std::size_t>(both) + (thai ? 1 : 2)];
}

double ScoreTerms::line_term(bool source, bool target, Term both) const {
  return line_score(weights_, both, source_.is_thai ? source : target,
                    source_.is_thai ? target : source);
}

double ScoreTerms::end_line(std::uint32_t source, std::uint32_t target) const {
  return line_term(source_.paragraph_start[source], target_.paragraph_start[target],
                   Term::end_line_both) +
         end_layout(source, target);
}

}  // namespace thalign
