#include "align/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace thalign {
namespace {

/// How the path came to a pair of boundaries.
enum State : std::uint8_t { kMatch, kSourceNull, kTargetNull, kStates };

constexpr double kImpossible = -std::numeric_limits<double>::infinity();

using StateScores = std::array<double, kStates>;

/// A sum of exponentials that may be far apart, as its logarithm.
class LogSum {
 public:
  void add(double log_term) {
    constexpr double kNegligible = -30.0;
    if (log_term <= max_) {
      if (log_term - max_ > kNegligible) sum_ += std::exp(log_term - max_);
    } else if (log_term != kImpossible) {
      sum_ = sum_ * std::exp(max_ - log_term) + 1.0;
      max_ = log_term;
    }
  }
  double log() const { return max_ == kImpossible ? kImpossible : max_ + std::log(sum_); }

 private:
  double max_ = kImpossible;
  double sum_ = 0.0;
};

/// Where a match at a pair of boundaries came from.
struct Origin {
  std::uint32_t source;
  std::uint32_t target;
};

class Lattice {
 public:
  Lattice(BeadScorer& scorer, const Corridor& corridor, const Features& source,
          const Features& target)
      : scorer_(scorer),
        corridor_(corridor),
        source_(source),
        target_(target),
        best_(corridor.cells(), StateScores{kImpossible, kImpossible, kImpossible}),
        previous_(corridor.cells(), {kMatch, kMatch, kMatch}),
        origin_(corridor.cells()),
        matched_(corridor.cells()),
        forward_(corridor.cells(), StateScores{kImpossible, kImpossible, kImpossible}),
        backward_(corridor.cells(), StateScores{kImpossible, kImpossible, kImpossible}),
        null_source_(source.units()),
        null_target_(target.units()) {}

  Solution run() {
    forward();
    backward();
    Solution solution{trace(), std::vector<double>(source_.units()),
                      std::vector<double>(target_.units()), null_source_, null_target_};
    add_ends(solution);
    return solution;
  }

 private:
  /// Score of taking a null unit after `state`, `own` being the state of such runs; impossible
  /// where the order of null runs forbids it.
  double null_step(State state, State own, std::uint32_t unit) const {
    if (state == kTargetNull && own == kSourceNull) return kImpossible;
    const bool source = own == kSourceNull;
    const double score = source ? scorer_.null_source(unit) : scorer_.null_target(unit);
    if (state != own) return score + scorer_.null_open();
    return score +
           (source ? scorer_.null_source_joined(unit - 1) : scorer_.null_target_joined(unit - 1));
  }

  /// Brings `to`'s state `own` up to date with the null unit that leads there from `from`.
  void step_forward(std::size_t from, std::size_t to, State own, std::uint32_t unit) {
    LogSum sum;
    for (const State state : {kMatch, kSourceNull, kTargetNull}) {
      if (best_[from][state] == kImpossible) continue;
      const double step = null_step(state, own, unit);
      const double score = best_[from][state] + step;
      if (score > best_[to][own]) {
        best_[to][own] = score;
        previous_[to][own] = state;
      }
      sum.add(forward_[from][state] + kPosteriorScale * step);
    }
    forward_[to][own] = sum.log();
  }

  void forward() {
    matched_[0].add(0.0);
    best_[0][kMatch] = 0.0;
    for (std::uint32_t i = 0; i <= source_.units(); ++i) {
      const Corridor::Row row = corridor_.row(i);
      for (std::uint32_t j = row.first; j <= row.last; ++j) {
        const std::size_t cell = corridor_.cell(i, j);
        forward_[cell][kMatch] = matched_[cell].log();
        if (i > 0 && corridor_.contains(i - 1, j)) {
          step_forward(corridor_.cell(i - 1, j), cell, kSourceNull, i - 1);
        }
        if (j > row.first) step_forward(cell - 1, cell, kTargetNull, j - 1);
      }
      if (i < source_.units()) push_beads(i);
    }
  }

  void push_beads(std::uint32_t i) {
    for (const ScoredPair& bead : scorer_.beads_from(i)) {
      const std::size_t from = corridor_.cell(i, bead.target.begin);
      const std::size_t to = corridor_.cell(bead.source.end, bead.target.end);
      const double best = *std::max_element(best_[from].begin(), best_[from].end()) + bead.score;
      if (best > best_[to][kMatch]) {
        best_[to][kMatch] = best;
        origin_[to] = {i, bead.target.begin};
      }
      matched_[to].add(forward_total(from) + kPosteriorScale * bead.score);
    }
  }

  double forward_total(std::size_t cell) const {
    LogSum sum;
    for (const double score : forward_[cell]) sum.add(score);
    return sum.log();
  }

  void backward() {
    backward_.back() = {0.0, 0.0, 0.0};
    total_ = forward_total(corridor_.cells() - 1);
    std::vector<LogSum> beads;
    for (std::uint32_t i = source_.units() + 1; i-- > 0;) {
      const Corridor::Row row = corridor_.row(i);
      beads.assign(row.last - row.first + std::size_t{1}, {});
      if (i < source_.units()) {
        for (const ScoredPair& bead : scorer_.beads_from(i)) {
          const std::size_t to = corridor_.cell(bead.source.end, bead.target.end);
          beads[bead.target.begin - row.first].add(kPosteriorScale * bead.score +
                                                   backward_[to][kMatch]);
        }
      }
      for (std::uint32_t j = row.last + 1; j-- > row.first;) {
        if (i < source_.units() || j < target_.units())
          step_backward(i, j, beads[j - row.first].log());
      }
    }
  }

  /// Fills the backward scores of (i, j) from `beads`, the sum over beads that begin there, and
  /// from null steps; adds to the posterior of each null unit.
  void step_backward(std::uint32_t i, std::uint32_t j, double beads) {
    const std::size_t cell = corridor_.cell(i, j);
    const bool source_step = i < source_.units() && corridor_.contains(i + 1, j);
    const bool target_step = j < corridor_.row(i).last;
    for (const State state : {kMatch, kSourceNull, kTargetNull}) {
      if (forward_[cell][state] == kImpossible) continue;
      LogSum sum;
      sum.add(beads);
      const auto step = [&](State own, std::uint32_t unit, std::size_t to,
                            std::vector<double>& posterior) {
        const double score = kPosteriorScale * null_step(state, own, unit) + backward_[to][own];
        sum.add(score);
        posterior[unit] += std::exp(forward_[cell][state] + score - total_);
      };
      if (source_step) step(kSourceNull, i, corridor_.cell(i + 1, j), null_source_);
      if (target_step) step(kTargetNull, j, cell + 1, null_target_);
      backward_[cell][state] = sum.log();
    }
  }

  std::vector<Bead> trace() const {
    std::vector<Bead> beads;
    std::uint32_t i = source_.units();
    std::uint32_t j = target_.units();
    State state = best_state(i, j);
    while (i > 0 || j > 0) {
      const std::size_t cell = corridor_.cell(i, j);
      if (state == kMatch) {
        const Origin from = origin_[cell];
        beads.push_back(match({from.source, i}, {from.target, j}));
        i = from.source;
        j = from.target;
        state = best_state(i, j);
        continue;
      }
      const State before = previous_[cell][state];
      add_null_unit(beads, state, i, j, before == state);
      (state == kSourceNull ? i : j) -= 1;
      state = before;
    }
    std::reverse(beads.begin(), beads.end());
    return beads;
  }

  /// Sums the posteriors of paths that come to each pair of boundaries by a bead.
  void add_ends(Solution& solution) const {
    for (std::uint32_t i = 1; i <= source_.units(); ++i) {
      const Corridor::Row row = corridor_.row(i);
      for (std::uint32_t j = std::max(row.first, 1U); j <= row.last; ++j) {
        const std::size_t cell = corridor_.cell(i, j);
        const double posterior =
            std::exp(forward_[cell][kMatch] + backward_[cell][kMatch] - total_);
        solution.source_ends[i - 1] += posterior;
        solution.target_ends[j - 1] += posterior;
      }
    }
  }

  State best_state(std::uint32_t i, std::uint32_t j) const {
    const StateScores& scores = best_[corridor_.cell(i, j)];
    return static_cast<State>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  Bead match(UnitRange source, UnitRange target) const {
    const std::size_t from = corridor_.cell(source.begin, target.begin);
    const std::size_t to = corridor_.cell(source.end, target.end);
    const double before = *std::max_element(best_[from].begin(), best_[from].end());
    const double score = best_[to][kMatch] - before;
    const double posterior =
        forward_total(from) + kPosteriorScale * score + backward_[to][kMatch] - total_;
    return {source, target, score, std::min(1.0, std::exp(posterior))};
  }

  /// Puts the null unit that ends at (i, j) before the null bead last added (the trace runs
  /// backwards), or into a bead of its own if the run ends there or the text would end a sentence
  /// after it.
  void add_null_unit(std::vector<Bead>& beads, State state, std::uint32_t i, std::uint32_t j,
                     bool run_goes_on) const {
    const bool source = state == kSourceNull;
    const std::uint32_t unit = (source ? i : j) - 1;
    const State from = run_goes_on ? state : kMatch;
    const double score = null_step(from, state, unit);
    const double confidence = std::min(1.0, source ? null_source_[unit] : null_target_[unit]);
    const auto& breaks = source ? source_.break_after : target_.break_after;
    if (!beads.empty() && breaks[unit] <= 0.0F) {
      Bead& next = beads.back();
      UnitRange& range = source ? next.source : next.target;
      const bool same_run =
          (source ? next.target.empty() : next.source.empty()) && range.begin == unit + 1;
      if (same_run) {
        range.begin = unit;
        next.score += score;
        next.confidence = std::min(next.confidence, confidence);
        return;
      }
    }
    beads.push_back({source ? UnitRange{unit, unit + 1} : UnitRange{i, i},
                     source ? UnitRange{j, j} : UnitRange{unit, unit + 1}, score, confidence});
  }

  BeadScorer& scorer_;
  const Corridor& corridor_;
  const Features& source_;
  const Features& target_;

  std::vector<StateScores> best_;  // highest score of a path to each pair, by state
  std::vector<std::array<State, kStates>> previous_;  // state before a null step
  std::vector<Origin> origin_;         // begin of the best bead that ends at each pair
  std::vector<LogSum> matched_;        // forward sums of beads that end at each pair
  std::vector<StateScores> forward_;   // log sums over all paths to each pair
  std::vector<StateScores> backward_;  // log sums over all paths from each pair on
  std::vector<double> null_source_;    // posterior of each unit being null
  std::vector<double> null_target_;
  double total_ = 0.0;  // log sum over all paths
};

}  // namespace

Solution search(BeadScorer& scorer, const Corridor& corridor, const Features& source,
                const Features& target) {
  return Lattice(scorer, corridor, source, target).run();
}

}  // namespace thalign
