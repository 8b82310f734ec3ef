#include "align/score.h"

#include <algorithm>
#include <cmath>

namespace thalign {
namespace {

/// Longest bead on either side. A single unit may always be longer.
constexpr std::uint32_t kMaxUnits = 40;
constexpr std::uint32_t kMaxCharacters = 1200;
/// Most lopsided bead: one side at most this many times the other, plus some characters.
constexpr std::uint32_t kMaxRatio = 4;
constexpr std::uint32_t kRatioSlack = 40;

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

double LengthModel::score(std::uint32_t source_characters, std::uint32_t target_characters) const {
  const double source = source_characters;
  const double target = target_characters;
  const double deviation = std::log(target / source) - mean;
  const double variance = least_variance + variance_per_character / (0.5 * (source + target));
  const double capped = std::min(variance, background_variance);
  return 0.5 * (deviation * deviation * (1.0 / background_variance - 1.0 / capped) +
                std::log(background_variance / capped));
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
  fill_backward_sums(backward);
}

void BeadScorer::fill_backward_sums(const Links& backward) {
  TranslationScore score(target_, source_, backward);
  backward_.resize(target_.units());
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
      BackwardSums& entry = backward_[begin].emplace_back();
      entry.first_source = first_source;
      entry.sums.resize(last_source - first_source + std::size_t{1});
      score.sums({first_source, last_source}, entry.sums.data());
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
    const UnitRange source{source_begin, source_end};
    const std::uint32_t source_characters = source_.characters_in(source);
    forward_.extend();
    forward_sums_.resize(end_row.last - begin_row.first + std::size_t{1});
    forward_.sums({begin_row.first, end_row.last}, forward_sums_.data());
    for (std::uint32_t target_begin = begin_row.first;
         target_begin <= begin_row.last && target_begin < end_row.last; ++target_begin) {
      const double start = weights_.bead + paragraph(source_begin, target_begin);
      const std::vector<BackwardSums>& backward = backward_[target_begin];
      const std::uint32_t last =
          std::min(end_row.last, target_begin + static_cast<std::uint32_t>(backward.size()));
      for (std::uint32_t target_end = std::max(target_begin + 1, end_row.first); target_end <= last;
           ++target_end) {
        const UnitRange target{target_begin, target_end};
        const std::uint32_t target_characters = target_.characters_in(target);
        if (lopsided(source_characters, target_characters)) continue;
        const BackwardSums& sums = backward[target_end - target_begin - 1];
        const double translation = forward_sums_[target_end - begin_row.first] -
                                   forward_sums_[target_begin - begin_row.first] +
                                   sums.sums[source_end - sums.first_source] -
                                   sums.sums[source_begin - sums.first_source];
        const double score =
            start + weights_.length * length_.score(source_characters, target_characters) +
            weights_.translation * translation + segmentation(source_end, target_end);
        beads_.push_back({source, target, score});
      }
    }
  }
  return beads_;
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
  return weights_.bead + paragraph(source.begin, target.begin) +
         weights_.length *
             length_.score(source_.characters_in(source), target_.characters_in(target)) +
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
