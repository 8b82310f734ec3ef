#include "align/search/search_space.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "align/search/pieces.h"
#include "align/search/target_spans.h"

namespace thalign {
namespace {}  // namespace

SearchSpace::SearchSpace(const Features& source, const Features& target, const Links& forward,
                         const Links& backward, const ScoreWeights& weights,
                         const CorridorOptions& options)
    : source_(source),
      target_(target),
      forward_(forward),
      backward_(backward),
      weights_(weights),
      options_(options),
      outer_(in_pieces() ? find_rough_way(source, target, forward)
                         : find_corridor(source, target, forward, options)),
      corridor_(outer_) {
  if (!in_pieces()) search_roughly();
}

BeadScorer& SearchSpace::scorer() {
  if (!scorer_) scorer_.emplace(source_, target_, forward_, backward_, corridor_, weights_);
  return *scorer_;
}

bool SearchSpace::in_pieces() const {
  return std::min(source_.units(), target_.units()) / 2 > options_.piece;
}

/// Whether the exact search of everything that may be looked at costs no more than a rough one.
bool SearchSpace::is_narrow() const {
  double spans = 0.0;
  for (std::uint32_t unit = 0; unit < source_.units(); ++unit) {
    const Corridor::Row row = outer_.row(unit);
    spans += static_cast<double>(longest_end(source_, unit) - unit) * (row.last - row.first + 1);
  }
  return spans <= options_.narrow * source_.units();
}

void SearchSpace::search_roughly() {
  scorer_.reset();
  if (std::isinf(options_.rough_margin) || source_.units() == 0 || target_.units() == 0 ||
      is_narrow()) {
    rough_.reset();
    corridor_ = outer_;
    return;
  }
  rough_.emplace(outer_, source_, target_, forward_, backward_, weights_);
  margins_.assign(source_.units() + std::size_t{1}, options_.rough_margin);
  corridor_ = rough_->within(margins_);
}

Solution SearchSpace::solve() {
  constexpr int kMostRounds = 12;
  if (in_pieces())
    return solve_in_pieces(source_, target_, forward_, backward_, outer_, weights_, options_);
  Solution solution = search(scorer(), corridor_, source_, target_);
  for (int round = 1; round < kMostRounds && widen_for(solution); ++round)
    solution = search(scorer(), corridor_, source_, target_);
  return solution;
}

/// Widens the corridor if paths that matter lie where the rough search did not expect them, or come
/// near the edge of what it looked at. Returns whether it did.
bool SearchSpace::widen_for(const Solution& solution) {
  constexpr std::size_t kAlwaysAllowed = 2'000'000;
  constexpr std::size_t kMostGrowth = 4;
  std::vector<BoundaryPair> pairs;
  for (const LikelyPair& likely : solution.likely) pairs.push_back(likely.pair);
  if (const std::vector<std::uint32_t> edges = near_edge(outer_, pairs); !edges.empty()) {
    const std::size_t most_cells = std::max(kAlwaysAllowed, kMostGrowth * outer_.cells());
    if (widen(outer_, edges).cells() > most_cells) return false;
    widen_outer(edges);
    return true;
  }
  // Texts that hardly translate each other mislead it everywhere, and many beads are likely.
  constexpr int kMostDoubts = 2;
  constexpr std::size_t kMostBeads = 400;  // per source unit
  if (corridor_.beads() > kMostBeads * source_.units()) return false;
  return doubts_++ < kMostDoubts && widen_margins(misled_at(solution), 2.0F);
}

/// Source boundaries where a pair that matters is less likely by the rough search than by the exact
/// one, by much of the margin: then others that matter may be beyond it.
std::vector<std::uint32_t> SearchSpace::misled_at(const Solution& solution) const {
  constexpr double kMatters = -9.0;
  constexpr double kTrusted = 0.8;  // share of the margin by which the rough search may err
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
  scorer_.reset();
  for (std::size_t i = 0; i < near.size(); ++i) margins_[i] *= near[i] ? factor : 1.0F;
  if (*std::min_element(margins_.begin(), margins_.end()) <= kLargestMargin) {
    corridor_ = rough_->within(margins_);
  } else {
    rough_.reset();
    options_.rough_margin = std::numeric_limits<float>::infinity();
    corridor_ = outer_;
  }
  return true;
}

void SearchSpace::widen_outer(const std::vector<std::uint32_t>& boundaries) {
  outer_ = widen(outer_, boundaries);
  search_roughly();
}

}  // namespace thalign
