#include "align/search_space.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace thalign {
namespace {

std::vector<std::uint32_t> every_boundary(const Corridor& corridor) {
  std::vector<std::uint32_t> boundaries(corridor.source_units() + std::size_t{1});
  std::iota(boundaries.begin(), boundaries.end(), 0U);
  return boundaries;
}

}  // namespace

SearchSpace::SearchSpace(const Features& source, const Features& target, const Links& forward,
                         const Links& backward, const ScoreWeights& weights,
                         const CorridorOptions& options)
    : source_(source),
      target_(target),
      forward_(forward),
      backward_(backward),
      weights_(weights),
      rough_margin_(options.rough_margin),
      outer_(find_corridor(source, target, forward, options)),
      corridor_(outer_) {
  search_roughly();
  scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
}

void SearchSpace::search_roughly() {
  if (std::isinf(rough_margin_) || source_.units() == 0 || target_.units() == 0) {
    corridor_ = outer_;
    return;
  }
  rough_.emplace(outer_, source_, target_, forward_, backward_, weights_);
  margins_.assign(source_.units() + std::size_t{1}, rough_margin_);
  corridor_ = rough_->within(margins_);
}

Solution SearchSpace::solve() {
  constexpr int kMostRounds = 12;
  Solution solution = search(*scorer_, corridor_, source_, target_);
  for (int round = 1; round < kMostRounds && widen_for(solution); ++round) {
    scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
    solution = search(*scorer_, corridor_, source_, target_);
  }
  return solution;
}

/// Widens the corridor if paths that matter lie where the rough search did not expect them, or come
/// near the edge of what it looked at, or if there is no path at all. Returns whether it did.
bool SearchSpace::widen_for(const Solution& solution) {
  constexpr std::size_t kAlwaysAllowed = 2'000'000;
  constexpr std::size_t kMostGrowth = 4;
  constexpr float kEverything = 1000.0F;
  if (solution.beads.empty() && corridor_.cells() > 1) {
    if (!widen_margins(every_boundary(outer_), kEverything)) widen_outer(every_boundary(outer_));
    return true;
  }
  std::vector<BoundaryPair> pairs;
  for (const LikelyPair& likely : solution.likely) pairs.push_back(likely.pair);
  if (const std::vector<std::uint32_t> edges = near_edge(outer_, pairs); !edges.empty()) {
    const std::size_t most_cells = std::max(kAlwaysAllowed, kMostGrowth * outer_.cells());
    if (widen(outer_, edges).cells() > most_cells) return false;
    widen_outer(edges);
    return true;
  }
  // Texts that hardly translate each other mislead it everywhere.
  constexpr int kMostDoubts = 2;
  return doubts_++ < kMostDoubts && widen_margins(misled_at(solution), 2.0F);
}

/// Source boundaries where a pair that matters is less likely by the rough search than by the exact
/// one, by much of the margin: then others that matter may be beyond it.
std::vector<std::uint32_t> SearchSpace::misled_at(const Solution& solution) const {
  constexpr double kMatters = -9.0;
  constexpr double kTrusted = 0.5;  // share of the margin by which the rough search may err
  std::vector<std::uint32_t> boundaries;
  if (!rough_) return boundaries;
  for (const auto& [pair, log_posterior] : solution.likely) {
    const double error = static_cast<double>(rough_->loss(pair)) + log_posterior / kPosteriorScale;
    if (log_posterior > kMatters && error > kTrusted * static_cast<double>(margins_[pair.source]))
      boundaries.push_back(pair.source);
  }
  return boundaries;
}

/// Looks at more of what the rough search found around `boundaries`; at all of it if the margins
/// are wide everywhere. Returns whether there was more.
bool SearchSpace::widen_margins(const std::vector<std::uint32_t>& boundaries, float factor) {
  constexpr float kLargestMargin = 500.0F;
  constexpr std::uint32_t kAround = 64;
  if (!rough_ || boundaries.empty()) return false;
  std::vector<bool> near(margins_.size());
  for (const std::uint32_t boundary : boundaries) {
    const std::size_t last = std::min<std::size_t>(boundary + kAround, margins_.size() - 1);
    for (std::size_t i = boundary - std::min(boundary, kAround); i <= last; ++i) near[i] = true;
  }
  for (std::size_t i = 0; i < near.size(); ++i) margins_[i] *= near[i] ? factor : 1.0F;
  if (*std::min_element(margins_.begin(), margins_.end()) <= kLargestMargin) {
    corridor_ = rough_->within(margins_);
  } else {
    rough_.reset();
    rough_margin_ = std::numeric_limits<float>::infinity();
    corridor_ = outer_;
  }
  return true;
}

void SearchSpace::widen_outer(const std::vector<std::uint32_t>& boundaries) {
  outer_ = widen(outer_, boundaries);
  search_roughly();
}

}  // namespace thalign
