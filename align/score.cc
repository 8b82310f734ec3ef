#include "align/score.h"

#include <algorithm>
#include <cmath>

namespace thalign {
namespace {

/// Longest bead on either side. A single unit may always be longer.
constexpr std::uint32_t kMaxUnits = 32;
constexpr std::uint32_t kMaxCharacters = 900;
/// Most lopsided bead: one side at most this many times the other, plus some characters.
constexpr std::uint32_t kMaxRatio = 3;
constexpr std::uint32_t kRatioSlack = 30;

/// One past the last unit of the longest bead that begins with `begin`.
std::uint32_t longest_end(const Features& text, std::uint32_t begin) {
  std::uint32_t end = begin + 1;
  while (end < text.units() && end - begin < kMaxUnits &&
         text.characters_in({begin, end + 1}) <= kMaxCharacters) {
    ++end;
  }
  return end;
}

bool lopsided(std::uint32_t a, std::uint32_t b) {
  return a > kMaxRatio * b + kRatioSlack || b > kMaxRatio * a + kRatioSlack;
}

}  // namespace

LengthModel::LengthModel() {
  constexpr std::uint32_t kTabled = 2 * kMaxCharacters;
  terms_.reserve(kTabled);
  for (std::uint32_t characters = 0; characters < kTabled; ++characters) {
    terms_.push_back(term_of(std::max(characters, 1U)));
  }
}

LengthModel::Term LengthModel::term_of(std::uint32_t characters) {
  const double variance =
      std::min(kLeastVariance + kVarianceTimesCharacters / characters, kBackgroundVariance);
  return {0.5 * std::log(kBackgroundVariance / variance),
          0.5 * (1.0 / variance - 1.0 / kBackgroundVariance)};
}

BeadScorer::BeadScorer(const Features& source, const Features& target, const Links& forward,
                       const Links& backward, const Corridor& corridor, const ScoreWeights& weights)
    : source_(source),
      target_(target),
      forward_links_(forward),
      backward_links_(backward),
      corridor_(corridor),
      weights_(weights),
      forward_(source, target, forward) {
  fill_target_spans(backward);
}

void BeadScorer::fill_target_spans(const Links& backward) {
  TranslationScore score(target_, source_, backward);
  target_spans_.resize(target_.units());
  std::uint32_t first_source = 0;
  for (std::uint32_t begin = 0; begin < target_.units(); ++begin) {
    // Source boundaries that meet boundary `begin` or a later one start here; they ascend with it.
    while (corridor_.row(first_source).last < begin) ++first_source;
    score.start(begin);
    const std::uint32_t longest = longest_end(target_, begin);
    std::uint32_t last_source = first_source;
    for (std::uint32_t end = begin + 1; end <= longest; ++end) {
      score.extend();
      while (last_source < source_.units() && corridor_.row(last_source + 1).first <= end)
        ++last_source;
      TargetSpan& span = target_spans_[begin].emplace_back();
      span.characters = target_.characters_in({begin, end});
      span.log_characters = std::log(span.characters);
      span.first_source = first_source;
      span.sums.resize(last_source - first_source + std::size_t{1});
      score.sums({first_source, last_source}, span.sums.data());
    }
  }
}

std::span<const ScoredPair> BeadScorer::beads_from(std::uint32_t source_begin) {
  beads_.clear();
  const Corridor::Row begin_row = corridor_.row(source_begin);
  forward_.start(source_begin);
  const std::uint32_t longest = longest_end(source_, source_begin);
  for (std::uint32_t source_end = source_begin + 1; source_end <= longest; ++source_end) {
    const Corridor::Row end_row = corridor_.row(source_end);
    forward_.extend();
    forward_sums_.resize(end_row.last - begin_row.first + std::size_t{1});
    forward_.sums({begin_row.first, end_row.last}, forward_sums_.data());
    add_beads({source_begin, source_end}, begin_row, end_row);
  }
  return beads_;
}

void BeadScorer::add_beads(UnitRange source, Corridor::Row begin_row, Corridor::Row end_row) {
  const std::uint32_t characters = source_.characters_in(source);
  const double log_characters = std::log(characters);
  for (std::uint32_t begin = begin_row.first; begin <= begin_row.last && begin < end_row.last;
       ++begin) {
    const double start = weights_.bead + paragraph(source.begin, begin);
    const std::vector<TargetSpan>& spans = target_spans_[begin];
    const std::uint32_t last =
        std::min(end_row.last, begin + static_cast<std::uint32_t>(spans.size()));
    for (std::uint32_t end = std::max(begin + 1, end_row.first); end <= last; ++end) {
      const TargetSpan& span = spans[end - begin - 1];
      if (lopsided(characters, span.characters)) continue;
      const float translation =
          forward_sums_[end - begin_row.first] - forward_sums_[begin - begin_row.first] +
          span.sums[source.end - span.first_source] - span.sums[source.begin - span.first_source];
      const double length =
          length_.score(span.log_characters - log_characters, characters + span.characters);
      beads_.push_back({source,
                        {begin, end},
                        start + weights_.length * length +
                            weights_.translation * static_cast<double>(translation) +
                            segmentation(source.end, end)});
    }
  }
}

double BeadScorer::score(UnitRange source, UnitRange target) const {
  const auto translation = [](const Features& given, UnitRange given_units,
                              const Features& predicted, UnitRange predicted_units,
                              const Links& links) {
    TranslationScore score(given, predicted, links);
    score.start(given_units.begin);
    for (std::uint32_t unit = given_units.begin; unit < given_units.end; ++unit) score.extend();
    std::vector<float> sums(predicted_units.size() + std::size_t{1});
    score.sums(predicted_units, sums.data());
    return static_cast<double>(sums.back());
  };
  const double source_characters = source_.characters_in(source);
  const double target_characters = target_.characters_in(target);
  return weights_.bead + paragraph(source.begin, target.begin) +
         weights_.length *
             length_.score(std::log(target_characters / source_characters),
                           source_.characters_in(source) + target_.characters_in(target)) +
         weights_.translation * (translation(source_, source, target_, target, forward_links_) +
                                 translation(target_, target, source_, source, backward_links_)) +
         segmentation(source.end, target.end);
}

double BeadScorer::null_unit(const Features& text, std::uint32_t unit) const {
  return weights_.null_character * text.characters_in({unit, unit + 1}) +
         weights_.segmentation * text.break_after[unit];
}

double BeadScorer::null_joined(const Features& text, std::uint32_t unit) const {
  return std::max(0.0, -weights_.segmentation * text.break_after[unit]);
}

double BeadScorer::segmentation(std::uint32_t source_end, std::uint32_t target_end) const {
  return weights_.segmentation *
         (source_.break_after[source_end - 1] + target_.break_after[target_end - 1]);
}

double BeadScorer::paragraph(std::uint32_t source_begin, std::uint32_t target_begin) const {
  const bool source = source_.paragraph_start[source_begin];
  const bool target = target_.paragraph_start[target_begin];
  if (source != target) return weights_.paragraph_one;
  return source ? weights_.paragraph_both : 0.0;
}

}  // namespace thalign
