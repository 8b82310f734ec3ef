#include "align/problem.h"

#include <algorithm>
#include <utility>

namespace thalign {

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreWeights& weights, const CorridorOptions& options)
    : source_(make_features(source, vocabulary_)),
      target_(make_features(target, vocabulary_)),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()),
      weights_(weights),
      corridor_(find_corridor(source_, target_, forward_, options)) {
  scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
}

Solution Problem::solve() {
  constexpr int kMostRounds = 12;
  constexpr std::size_t kAlwaysAllowed = 2'000'000;
  constexpr std::size_t kMostGrowth = 4;
  const std::size_t most_cells = std::max(kAlwaysAllowed, kMostGrowth * corridor_.cells());
  Solution solution = search(*scorer_, corridor_, source_, target_);
  for (int round = 1; round < kMostRounds && !solution.near_edge.empty(); ++round) {
    Corridor wider = widen(corridor_, solution.near_edge);
    if (wider.cells() > most_cells) break;
    corridor_ = std::move(wider);
    scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
    solution = search(*scorer_, corridor_, source_, target_);
  }
  return solution;
}

}  // namespace thalign
