// SPDX-License-Identifier: Apache-2.0
#include "align/search/region_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "align/search/stopwatch.h"
#include "align/search_space/target_spans.h"
#include "text/error.h"

namespace thalign {

RegionSearch::RegionSearch(const SearchTexts& texts, const SearchOptions& options)
    : texts_(texts),
      options_(options),
      corridor_(Corridor::full(texts.source.units(), texts.target.units())),
      searched_(corridor_) {}

bool RegionSearch::prepare() {
  Stopwatch watch;
  corridor_ = find_corridor(texts_.source, texts_.target, texts_.forward, options_);
  statistics_.corridor += watch.lap();
  return fits_ = prune();
}

/// Whether the exact search of the whole corridor costs no more than a coarse pass.
bool RegionSearch::is_narrow() const {
  double spans = 0.0;
  for (std::uint32_t unit = 0; unit < texts_.source.units(); ++unit) {
    const Corridor::Row row = corridor_.row(unit);
    spans +=
        static_cast<double>(longest_end(texts_.source, unit) - unit) * (row.last - row.first + 1);
  }
  return spans <= options_.narrow * texts_.source.units();
}

/// Chooses what of the corridor is searched. Returns whether that fits into memory.
bool RegionSearch::prune() {
  coarse_.reset();
  if (std::isinf(options_.loss_margin) || texts_.source.units() == 0 ||
      texts_.target.units() == 0) {
    return search_all();
  }
  if (is_narrow() && search_all()) return true;
  if (!may_run_coarse_pass(corridor_)) return false;
  Stopwatch watch;
  coarse_.emplace(corridor_, texts_.source, texts_.target, texts_.forward, texts_.backward,
                  texts_.model);
  statistics_.coarse += watch.lap();
  margins_.assign(texts_.source.units() + std::size_t{1}, options_.loss_margin);
  return prune_within_margins();
}

bool RegionSearch::search_all() {
  candidates_.reset();
  scored_.clear();
  searched_ = corridor_;
  return fits(searched_, nullptr);
}

/// Leaves what the coarse pass found within the margins. Where that is more than memory allows, the
/// margins are narrowed and fewer candidates left.
bool RegionSearch::prune_within_margins() {
  constexpr int kMostHalvings = 12;
  Stopwatch watch;
  const std::size_t left = options_.bytes - CoarsePass::bytes(corridor_);
  const auto bytes_of_pairs = [&] { return searched_.cells() * search_bytes_of_pair(); };
  const std::optional<BeadList> before = std::exchange(candidates_, std::nullopt);
  searched_ = coarse_->corridor(margins_);
  for (int n = 0; n < kMostHalvings && bytes_of_pairs() > left / 2; ++n) {
    for (float& margin : margins_) margin /= 2;
    searched_ = coarse_->corridor(margins_);
  }
  // Where nothing speaks for any pair, all are as likely, and no margin is narrow enough.
  if (bytes_of_pairs() > left - left / 10) return false;
  std::size_t most = std::min(left / 3 / search_bytes_of_candidate(), CoarsePass::kMostCandidates);
  candidates_ = coarse_->candidates(margins_, most);
  for (int n = 0; n < kMostHalvings && most > 1 && !fits(searched_, &*candidates_); ++n) {
    most /= 2;
    candidates_.reset();
    candidates_ = coarse_->candidates(margins_, most);
  }
  forget_changed(before);
  statistics_.coarse += watch.lap();
  return fits(searched_, &*candidates_);
}

/// Keeps the scores of beads only where the candidates are the same as `before`.
void RegionSearch::forget_changed(const std::optional<BeadList>& before) {
  for (std::uint32_t unit = 0; unit < scored_.size(); ++unit) {
    if (!before || !std::ranges::equal(before->from(unit), candidates_->from(unit)))
      scored_[unit] = {};
  }
}

bool RegionSearch::fits(const Corridor& corridor, const BeadList* candidates) const {
  const std::size_t taken = coarse_ ? CoarsePass::bytes(corridor_) : 0;
  return taken + search_bytes(corridor, candidates, texts_.source, texts_.target) <= options_.bytes;
}

/// Whether a third of the memory is enough for a coarse pass.
bool RegionSearch::may_run_coarse_pass(const Corridor& corridor) const {
  return CoarsePass::bytes(corridor) <= options_.bytes / 3;
}

Solution RegionSearch::solve() {
  constexpr int kMostSearches = 12;
  if (!fits_) {
    throw Error(ErrorCode::limit, "",
                fmt::format("{} units against {} have too little in common to be aligned as a "
                            "whole; split the documents at a chapter or page",
                            texts_.source.units(), texts_.target.units()));
  }
  Solution solution = search_once();
  for (int n = 1; n < kMostSearches && widen_for(solution); ++n) solution = search_once();
  statistics_.corridor_pairs = corridor_.cells();
  statistics_.pairs = searched_.cells();
  statistics_.candidates = candidates_ ? candidates_->size() : 0;
  statistics_.blocks = 1;
  solution.statistics = statistics_;
  return solution;
}

Solution RegionSearch::search_once() {
  BeadScorer scorer(texts_.source, texts_.target, texts_.forward, texts_.backward, searched_,
                    texts_.model, candidates());
  scored_.resize(texts_.source.units());
  Solution solution = search(scorer, searched_, texts_.source, texts_.target, scored_);
  statistics_.exact += solution.statistics.exact;
  statistics_.posterior += solution.statistics.posterior;
  ++statistics_.searches;
  return solution;
}

/// Looks at more of the texts if paths that matter come near the edge of the corridor, or lie where
/// the coarse pass did not expect them. Returns whether it does.
bool RegionSearch::widen_for(const Solution& solution) {
  constexpr std::size_t kAlwaysAllowed = 2'000'000;
  constexpr std::size_t kMostGrowth = 4;
  std::vector<BoundaryPair> pairs;
  for (const LikelyPair& likely : solution.likely) pairs.push_back(likely.pair);
  if (const std::vector<std::uint32_t> edges = near_edge(corridor_, pairs); !edges.empty()) {
    // Where the best path was pruned, others matter that stray to the edge.
    if (retries_ == 0 && widen_margins(edges, 2.0F)) {
      ++retries_;
      return true;
    }
    const std::size_t most_cells = std::max(kAlwaysAllowed, kMostGrowth * corridor_.cells());
    Corridor wider = widen(corridor_, edges);
    if (wider.cells() > most_cells || !may_run_coarse_pass(wider)) return false;
    corridor_ = std::move(wider);
    return prune();
  }
  // Texts that hardly translate each other make it disagree everywhere, and many beads are likely.
  constexpr int kMostRetries = 2;
  constexpr std::size_t kMostBeads = 400;  // per source unit
  if (candidates_ && candidates_->size() > kMostBeads * texts_.source.units()) return false;
  return retries_++ < kMostRetries && widen_margins(disagreements(solution), 2.0F);
}

/// Source boundaries where a pair that matters is less likely by the coarse pass than by the exact
/// one, by much of the margin: then others that matter may have been pruned.
std::vector<std::uint32_t> RegionSearch::disagreements(const Solution& solution) const {
  constexpr double kMatters = -9.0;
  constexpr double kTrusted = 0.8;  // share of the margin by which the coarse pass may err
  std::vector<std::uint32_t> boundaries;
  if (!coarse_) return boundaries;
  for (const auto& [pair, log_posterior] : solution.likely) {
    const double error =
        static_cast<double>(coarse_->loss(pair)) + log_posterior / texts_.model.posterior_scale();
    if (log_posterior > kMatters && error > kTrusted * static_cast<double>(margins_[pair.source]))
      boundaries.push_back(pair.source);
  }
  return boundaries;
}

/// Prunes less around `boundaries`; nothing if the margins are wide everywhere. Returns whether
/// there is more to search, and memory for it.
bool RegionSearch::widen_margins(const std::vector<std::uint32_t>& boundaries, float factor) {
  constexpr float kLargestMargin = 500.0F;
  constexpr std::uint32_t kAround = 64;
  if (!coarse_ || boundaries.empty()) return false;
  std::vector<bool> near(margins_.size());
  for (const std::uint32_t boundary : boundaries) {
    const std::size_t last = std::min<std::size_t>(boundary + kAround, margins_.size() - 1);
    for (std::size_t i = boundary - std::min(boundary, kAround); i <= last; ++i) near[i] = true;
  }
  for (std::size_t i = 0; i < near.size(); ++i) margins_[i] *= near[i] ? factor : 1.0F;
  if (*std::min_element(margins_.begin(), margins_.end()) <= kLargestMargin)
    return prune_within_margins();
  if (!fits(corridor_, nullptr)) return false;
  coarse_.reset();
  candidates_.reset();
  options_.loss_margin = std::numeric_limits<float>::infinity();
  return search_all();
}

}  // namespace thalign
