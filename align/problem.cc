#include "align/problem.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace thalign {

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreWeights& weights, const CorridorOptions& options)
    : source_(make_features(source, vocabulary_)),
      target_(make_features(target, vocabulary_)),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()),
      weights_(weights),
      rough_margin_(options.rough_margin),
      outer_(find_corridor(source_, target_, forward_, options)),
      corridor_(outer_) {
  search_roughly();
  scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
}

void Problem::search_roughly() {
  if (std::isinf(rough_margin_) || source_.units() == 0 || target_.units() == 0) {
    corridor_ = outer_;
    return;
  }
  rough_.emplace(outer_, source_, target_, forward_, backward_, weights_);
  corridor_ = rough_->within(rough_margin_);
}

Solution Problem::solve() {
  constexpr int kMostRounds = 12;
  Solution solution = search(*scorer_, corridor_, source_, target_);
  for (int round = 1; round < kMostRounds && widen_for(solution); ++round) {
    scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
    solution = search(*scorer_, corridor_, source_, target_);
  }
  return solution;
}

/// Widens the corridor if paths that matter lie where the rough search did not expect them, or come
/// near the edge of what it looked at. Returns whether it did.
bool Problem::widen_for(const Solution& solution) {
  constexpr std::size_t kAlwaysAllowed = 2'000'000;
  constexpr std::size_t kMostGrowth = 4;
  constexpr double kMatters = -9.0;
  constexpr double kTrusted = 0.5;  // share of the margin by which the rough search may err
  std::vector<BoundaryPair> pairs;
  bool misled = false;
  for (const LikelyPair& likely : solution.likely) {
    pairs.push_back(likely.pair);
    if (!rough_ || likely.log_posterior < kMatters) continue;
    const double error = rough_->loss(likely.pair) + likely.log_posterior / kPosteriorScale;
    misled = misled || error > kTrusted * static_cast<double>(rough_margin_);
  }
  if (const std::vector<std::uint32_t> edges = near_edge(outer_, pairs); !edges.empty()) {
    const std::size_t most_cells = std::max(kAlwaysAllowed, kMostGrowth * outer_.cells());
    Corridor wider = widen(outer_, edges);
    if (wider.cells() > most_cells) return false;
    outer_ = std::move(wider);
    search_roughly();
    return true;
  }
  if (!misled || corridor_.cells() == outer_.cells()) return false;
  rough_margin_ *= 2.0F;
  corridor_ = rough_->within(rough_margin_);
  return true;
}

}  // namespace thalign
