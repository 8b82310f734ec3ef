#include "align/search/score.h"

#include <algorithm>
#include <cmath>

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
  return {0.5 * std::log(kBackgroundVariance / variance),
          std::sqrt(0.5 * (1.0 / variance - 1.0 / kBackgroundVariance))};
}

BeadScorer::BeadScorer(const Features& source, const Features& target, const Links& forward,
                       const Links& backward, const Corridor& corridor, const ScoreWeights& weights)
    : source_(source),
      target_(target),
      forward_links_(forward),
      backward_links_(backward),
      corridor_(corridor),
      weights_(weights),
      boundaries_(source, target, forward, backward),
      uses_(source_uses(source, corridor)),
      forward_(source, target, forward, reach_of(uses_)),
      target_spans_(source, target, backward, corridor, weights.translation) {}

std::span<const ScoredPair> BeadScorer::beads_from(std::uint32_t source_begin) {
  beads_.clear();
  const BeadRuns& all = runs_from(source_begin);
  const double* score = all.scores.data();
  for (std::uint32_t e = 0; e < all.source_ends(); ++e) {
    for (std::uint32_t r = all.groups[e].run; r < all.groups[e + 1].run; ++r) {
      const BeadRun& run = all.runs[r];
      for (std::uint32_t end = run.first_end; end < run.first_end + run.size; ++end) {
        beads_.push_back({{source_begin, source_begin + e + 1}, {run.target_begin, end}, *score++});
      }
    }
  }
  return beads_;
}

const BeadRuns& BeadScorer::runs_from(std::uint32_t source_begin) {
  runs_.groups.clear();
  runs_.runs.clear();
  runs_.scores.clear();
  if (corridor_.has_beads()) return chosen_runs_from(source_begin);
  const Corridor::Row begin_row = corridor_.row(source_begin);
  target_spans_.move_to(source_begin, {begin_row.first, std::min(begin_row.last + 1, target_.units())});
  shortest_.assign(begin_row.last - begin_row.first + std::size_t{1}, 0);
  too_long_ = shortest_;
  score_begins(source_begin, {begin_row.first, begin_row.last});
  forward_.start(source_begin, uses_[source_begin].other);
  const std::uint32_t longest = uses_[source_begin].end;
  runs_.groups.push_back({0, 0});
  for (std::uint32_t source_end = source_begin + 1; source_end <= longest; ++source_end) {
    const Corridor::Row end_row = corridor_.row(source_end);
    forward_.extend();
    target_sums_.resize(end_row.last - begin_row.first + std::size_t{1});
    forward_.sums({begin_row.first, end_row.last}, target_sums_.data());
    add_ends(begin_row.first, source_end);
    log_source_ = std::log(source_.characters_in({source_begin, source_end}));
    add_runs({source_begin, source_end}, begin_row, end_row);
    runs_.groups.push_back({static_cast<std::uint32_t>(runs_.runs.size()),
                            static_cast<std::uint32_t>(runs_.scores.size())});
  }
  return runs_;
}

const BeadRuns& BeadScorer::chosen_runs_from(std::uint32_t source_begin) {
  const std::span<const BeadPlace> beads = corridor_.beads_from(source_begin);
  const Corridor::Row begin_row = corridor_.row(source_begin);
  target_spans_.move_to(source_begin, {begin_row.first, std::min(begin_row.last + 1, target_.units())});
  UnitRange begins = {begin_row.last, begin_row.first};
  for (const BeadPlace& bead : beads) {
    begins.begin = std::min(begins.begin, bead.target_begin);
    begins.end = std::max(begins.end, bead.target_begin);
  }
  if (!beads.empty()) score_begins(source_begin, begins);
  forward_.start(source_begin, uses_[source_begin].other);
  runs_.groups.push_back({0, 0});
  std::uint32_t reached = source_begin;
  for (std::size_t k = 0; k < beads.size();) {
    const std::uint32_t source_end = beads[k].source_end;
    while (reached < source_end) {
      forward_.extend();
      if (++reached < source_end) runs_.groups.push_back(runs_.groups.back());
    }
    const std::size_t first = k;
    UnitRange window = {beads[k].target_begin, beads[k].target_end};
    for (; k < beads.size() && beads[k].source_end == source_end; ++k)
      window.end = std::max(window.end, beads[k].target_end);
    target_sums_.resize(window.size() + std::size_t{1});
    forward_.sums(window, target_sums_.data());
    add_ends(window.begin, source_end);
    log_source_ = std::log(source_.characters_in({source_begin, source_end}));
    for (std::size_t b = first; b < k;) {
      BeadRun run = {beads[b].target_begin, beads[b].target_end, 0};
      for (; b < k && beads[b].target_begin == run.target_begin &&
             beads[b].target_end == run.first_end + run.size;
           ++b)
        ++run.size;
      runs_.runs.push_back(run);
      runs_.scores.resize(runs_.scores.size() + run.size);
      add_scores({source_begin, source_end}, run, window.begin,
                 runs_.scores.data() + runs_.scores.size() - run.size);
    }
    runs_.groups.push_back({static_cast<std::uint32_t>(runs_.runs.size()),
                            static_cast<std::uint32_t>(runs_.scores.size())});
  }
  return runs_;
}

/// What beads that begin with source unit `source_begin` and a boundary of `targets` have in
/// common.
void BeadScorer::score_begins(std::uint32_t source_begin, UnitRange targets) {
  const std::span<const double> scores = boundaries_.scores(source_begin, targets);
  first_begin_ = targets.begin;
  begin_scores_.resize(scores.size());
  for (std::size_t at = 0; at < scores.size(); ++at) {
    const std::uint32_t target_begin = targets.begin + static_cast<std::uint32_t>(at);
    begin_scores_[at] =
        weights_.bead + paragraph(source_begin, target_begin) + weights_.boundary * scores[at];
  }
}

/// Makes of the sums up to each target boundary what beads that end there share.
void BeadScorer::add_ends(std::uint32_t first, std::uint32_t source_end) {
  const double source_break = weights_.segmentation * source_.break_after[source_end - 1];
  end_scores_.resize(target_sums_.size());
  for (std::size_t at = 0; at < target_sums_.size(); ++at) {
    target_sums_[at] *= weights_.translation;
    const std::size_t end = first + at;
    const double target_break =
        end == 0 ? 0.0 : weights_.segmentation * target_.break_after[end - 1];
    end_scores_[at] = target_sums_[at] + source_break + target_break;
  }
}

void BeadScorer::add_runs(UnitRange source, Corridor::Row begin_row, Corridor::Row end_row) {
  const std::uint32_t characters = source_.characters_in(source);
  const std::uint32_t last_begin = std::min(begin_row.last + 1, end_row.last);
  for (std::uint32_t begin = begin_row.first; begin < last_begin; ++begin) {
    const SpansFrom& spans = target_spans_.from(begin);
    std::uint32_t& shortest = shortest_[begin - begin_row.first];
    std::uint32_t& too_long = too_long_[begin - begin_row.first];
    while (shortest < spans.size() &&
           characters > kMaxRatio * spans.characters[shortest] + kRatioSlack) {
      ++shortest;
    }
    while (too_long < spans.size() &&
           spans.characters[too_long] <= kMaxRatio * characters + kRatioSlack) {
      ++too_long;
    }
    const std::uint32_t first = std::max(begin + shortest + 1, end_row.first);
    const std::uint32_t last = std::min(begin + too_long, end_row.last);
    if (first > last) continue;
    const BeadRun run = {begin, first, last - first + 1};
    runs_.runs.push_back(run);
    runs_.scores.resize(runs_.scores.size() + run.size);
    add_scores(source, run, begin_row.first, runs_.scores.data() + runs_.scores.size() - run.size);
  }
}

/// `first` is the boundary where the sums over target units begin.
void BeadScorer::add_scores(UnitRange source, const BeadRun& run, std::uint32_t first,
                            double* out) const {
  const SpansFrom& spans = target_spans_.from(run.target_begin);
  const std::uint32_t skipped = run.first_end - run.target_begin - 1;
  const double* const sums_begin = spans.sums_to(source.begin) + skipped;
  const double* const sums_end = spans.sums_to(source.end) + skipped;
  const double* const log_characters = spans.log_characters.data() + skipped;
  const std::uint32_t* const characters = spans.characters.data() + skipped;
  const double* const end_scores = end_scores_.data() + (run.first_end - first);
  const std::uint32_t source_characters = source_.characters_in(source);
  const double begin_score =
      begin_scores_[run.target_begin - first_begin_] - target_sums_[run.target_begin - first];
  for (std::uint32_t k = 0; k < run.size; ++k) {
    const double length =
        length_.score(log_characters[k] - log_source_, source_characters + characters[k]);
    out[k] = begin_score + end_scores[k] + (sums_end[k] - sums_begin[k]) + weights_.length * length;
  }
}

double BeadScorer::score(UnitRange source, UnitRange target) const {
  const auto translation = [](const Features& given, UnitRange given_units,
                              const Features& predicted, UnitRange predicted_units,
                              const Links& links) {
    TranslationScore score(given, predicted, links);
    score.start(given_units.begin, predicted_units);
    for (std::uint32_t unit = given_units.begin; unit < given_units.end; ++unit) score.extend();
    std::vector<double> sums(predicted_units.size() + std::size_t{1});
    score.sums(predicted_units, sums.data());
    return sums.back();
  };
  BoundaryScore boundaries(source_, target_, forward_links_, backward_links_);
  const double source_characters = source_.characters_in(source);
  const double target_characters = target_.characters_in(target);
  return weights_.bead + paragraph(source.begin, target.begin) +
         weights_.boundary * boundaries.scores(source.begin, {target.begin, target.begin}).front() +
         weights_.length *
             length_.score(std::log(target_characters / source_characters),
                           source_.characters_in(source) + target_.characters_in(target)) +
         weights_.translation * (translation(source_, source, target_, target, forward_links_) +
                                 translation(target_, target, source_, source, backward_links_)) +
         segmentation(source.end, target.end);
}

double BeadScorer::null_open(const Features& text, std::uint32_t unit) const {
  // A unit of marks alone, such as a line of dashes, says nothing that could be translated.
  if (text.tokens_in({unit, unit + 1}) == 0) return 0.0;
  return weights_.null_open + (text.paragraph_start[unit] ? 0.0 : weights_.null_fragment);
}

double BeadScorer::null_unit(const Features& text, std::uint32_t unit) const {
  return weights_.null_character * text.characters_in({unit, unit + 1}) +
         weights_.segmentation * text.break_after[unit] +
         (text.paragraph_start[unit + 1] ? 0.0 : weights_.null_fragment);
}

double BeadScorer::null_joined(const Features& text, std::uint32_t unit) const {
  return std::max(0.0, -weights_.segmentation * text.break_after[unit]) -
         (text.paragraph_start[unit + 1] ? 0.0 : weights_.null_fragment);
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
