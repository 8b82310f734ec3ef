// SPDX-License-Identifier: Apache-2.0
#include "align/score/score.h"

#include <algorithm>
#include <cmath>

namespace thalign {
BeadScorer::BeadScorer(const Features& source, const Features& target, const Links& forward,
                       const Links& backward, const Corridor& corridor, const ScoreModel& model,
                       const BeadList* candidates)
    : source_(source),
      target_(target),
      forward_links_(forward),
      backward_links_(backward),
      corridor_(corridor),
      candidates_(candidates),
      terms_(source, target, forward, backward, model),
      weights_(terms_.weights()),
      posterior_scale_(model.posterior_scale()),
      boundaries_(source, target, forward, backward, boundary_weights()),
      pair_scores_(kMaxUnits + 1),
      uses_(source_uses(source, corridor, candidates)),
      forward_(source, target, forward, reach_of(uses_)),
      target_spans_(source, target, backward, corridor, candidates),
      of_source_(terms_.token_weights(source)),
      of_target_(terms_.token_weights(target)),
      source_first_(edge_weights(false, true)),
      source_last_(edge_weights(true, true)),
      target_first_(edge_weights(false, false)),
      target_last_(edge_weights(true, false)) {
  for (std::uint32_t thai = 0; thai < 3; ++thai) {
    for (std::uint32_t english = 0; english < 3; ++english) {
      const std::uint32_t at = 3 * thai + english;
      const double weight =
          at == 0 ? 0.0 : weights_.values[static_cast<std::size_t>(Term::lines_0_1) + at - 1];
      (source.is_thai ? inner_lines_[thai][english] : inner_lines_[english][thai]) = weight;
    }
  }
}

BeadScorer::EdgeWeights BeadScorer::edge_weights(bool last, bool of_source) const {
  const bool thai = of_source == source_.is_thai;
  return {weights_.of(last ? Term::missing_thai_last : Term::missing_thai_first, thai),
          weights_.of(last ? Term::found_thai_last : Term::found_thai_first, thai)};
}

BoundaryWeights BeadScorer::boundary_weights() const {
  const bool thai = source_.is_thai;
  const auto weight = [&](Term usual, Term strong, bool is_thai) {
    return BoundaryWeights::Weight{weights_.of(usual, is_thai), weights_.of(strong, is_thai)};
  };
  return {.source_opening = weight(Term::opening_of_thai, Term::strong_opening_of_thai, thai),
          .target_opening = weight(Term::opening_of_thai, Term::strong_opening_of_thai, !thai),
          .source_closing = weight(Term::closing_of_thai, Term::strong_closing_of_thai, thai),
          .target_closing = weight(Term::closing_of_thai, Term::strong_closing_of_thai, !thai)};
}

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
  if (candidates_ != nullptr) return candidate_runs_from(source_begin);
  const Corridor::Row begin_row = corridor_.row(source_begin);
  target_spans_.move_to(source_begin,
                        {begin_row.first, std::min(begin_row.last + 1, target_.units())});
  shortest_.assign(begin_row.last - begin_row.first + std::size_t{1}, 0);
  too_long_ = shortest_;
  begins_ = &pairs_of(source_begin);
  forward_.start(source_begin, uses_[source_begin].other);
  const std::uint32_t longest = uses_[source_begin].end;
  runs_.groups.push_back({0, 0});
  for (std::uint32_t source_end = source_begin + 1; source_end <= longest; ++source_end) {
    const Corridor::Row end_row = corridor_.row(source_end);
    forward_.extend();
    sum_targets({begin_row.first, end_row.last});
    add_ends(begin_row.first, source_end);
    log_source_ = std::log(source_.characters_in({source_begin, source_end}));
    add_runs({source_begin, source_end}, begin_row, end_row);
    runs_.groups.push_back({static_cast<std::uint32_t>(runs_.runs.size()),
                            static_cast<std::uint32_t>(runs_.scores.size())});
  }
  return runs_;
}

const BeadRuns& BeadScorer::candidate_runs_from(std::uint32_t source_begin) {
  const std::span<const BeadPlace> beads = candidates_->from(source_begin);
  const Corridor::Row begin_row = corridor_.row(source_begin);
  target_spans_.move_to(source_begin,
                        {begin_row.first, std::min(begin_row.last + 1, target_.units())});
  if (!beads.empty()) begins_ = &pairs_of(source_begin);
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
    sum_targets(window);
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

/// The scores of a source boundary with all target boundaries inside the corridor.
const BoundaryPairs& BeadScorer::pairs_of(std::uint32_t source) {
  BoundaryPairs& pairs = pair_scores_[source % pair_scores_.size()];
  if (pairs.source == source) return pairs;
  const Corridor::Row row = corridor_.row(source);
  pairs.source = source;
  pairs.first = row.first;
  boundaries_.score(source, {row.first, row.last}, pairs.begin, pairs.end);
  for (std::uint32_t target = row.first; target <= row.last; ++target) {
    pairs.begin[target - row.first] += terms_.begin(source, target);
    pairs.end[target - row.first] += terms_.end(source, target);
  }
  return pairs;
}

/// Sums the forward translation score over target units.
void BeadScorer::sum_targets(UnitRange window) {
  target_words_.resize(window.size() + std::size_t{1});
  target_anchors_.resize(target_words_.size());
  forward_.sums(window, target_words_.data(), target_anchors_.data());
}

/// What beads that end at each target boundary share.
void BeadScorer::add_ends(std::uint32_t first, std::uint32_t source_end) {
  const BoundaryPairs& pairs = pairs_of(source_end);
  end_scores_.resize(target_words_.size());
  for (std::size_t at = 0; at < target_words_.size(); ++at) {
    const std::size_t end = first + at;
    const bool inside = end >= pairs.first && end - pairs.first < pairs.end.size();
    end_scores_[at] = of_target_.word * target_words_[at] +
                      of_target_.anchor * target_anchors_[at] +
                      (inside ? pairs.end[end - pairs.first] : 0.0);
    if (at > 0) {
      end_scores_[at] += target_last_(target_words_[at] - target_words_[at - 1] +
                                      target_anchors_[at] - target_anchors_[at - 1]);
    }
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
  struct Sums {
    const double* words;
    const double* anchors;
    double all(std::uint32_t k) const { return words[k] + anchors[k]; }
  };
  const auto sums_to = [&](std::uint32_t boundary) {
    const std::size_t row = spans.row(boundary) + skipped;
    return Sums{spans.words.data() + row, spans.anchors.data() + row};
  };
  const Sums begin = sums_to(source.begin);
  const Sums after_first = sums_to(source.begin + 1);
  const Sums before_last = sums_to(source.end - 1);
  const Sums end = sums_to(source.end);
  const double* const log_characters = spans.log_characters.data() + skipped;
  const std::uint32_t* const characters = spans.characters.data() + skipped;
  const double* const end_scores = end_scores_.data() + (run.first_end - first);
  const std::uint32_t source_characters = source_.characters_in(source);
  const std::size_t at = run.target_begin - first;
  const double begin_score = begins_->begin[run.target_begin - begins_->first] -
                             of_target_.word * target_words_[at] -
                             of_target_.anchor * target_anchors_[at] +
                             target_first_(target_words_[at + 1] - target_words_[at] +
                                           target_anchors_[at + 1] - target_anchors_[at]);
  const std::array<double, 3>& lines = inner_lines_[std::min(source_.lines_in(source), 2U)];
  for (std::uint32_t k = 0; k < run.size; ++k) {
    const double length =
        terms_.length().score(log_characters[k] - log_source_, source_characters + characters[k]);
    out[k] = begin_score + end_scores[k] + of_source_.word * (end.words[k] - begin.words[k]) +
             of_source_.anchor * (end.anchors[k] - begin.anchors[k]) +
             source_first_(after_first.all(k) - begin.all(k)) +
             source_last_(end.all(k) - before_last.all(k)) + length +
             lines[std::min(target_.lines_in({run.target_begin, run.first_end + k}), 2U)];
  }
}

double BeadScorer::score(UnitRange source, UnitRange target) const {
  const auto translation = [](const Features& given, UnitRange given_units,
                              const Features& predicted, UnitRange predicted_units,
                              const Links& links, TokenWeights weights, const EdgeWeights& of_first,
                              const EdgeWeights& of_last) {
    TranslationScore score(given, predicted, links);
    score.start(given_units.begin, predicted_units);
    for (std::uint32_t unit = given_units.begin; unit < given_units.end; ++unit) score.extend();
    std::vector<double> words(predicted_units.size() + std::size_t{1});
    std::vector<double> anchors(words.size());
    score.sums(predicted_units, words.data(), anchors.data());
    const std::size_t n = predicted_units.size();
    return weights.word * words[n] + weights.anchor * anchors[n] + of_first(words[1] + anchors[1]) +
           of_last(words[n] - words[n - 1] + anchors[n] - anchors[n - 1]);
  };
  BoundaryScore boundaries(source_, target_, forward_links_, backward_links_, boundary_weights());
  std::vector<double> openings, closings, unused;
  boundaries.score(source.begin, {target.begin, target.begin}, openings, unused);
  boundaries.score(source.end, {target.end, target.end}, unused, closings);
  const double source_characters = source_.characters_in(source);
  const double target_characters = target_.characters_in(target);
  return terms_.begin(source.begin, target.begin) + openings.front() +
         terms_.length().score(std::log(target_characters / source_characters),
                               source_.characters_in(source) + target_.characters_in(target)) +
         inner_lines_[std::min(source_.lines_in(source), 2U)]
                     [std::min(target_.lines_in(target), 2U)] +
         translation(source_, source, target_, target, forward_links_, of_target_, target_first_,
                     target_last_) +
         translation(target_, target, source_, source, backward_links_, of_source_, source_first_,
                     source_last_) +
         terms_.end(source.end, target.end) + closings.front();
}

}  // namespace thalign
