#include "align/search/search_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "align/search/pieces.h"
#include "align/search/target_spans.h"
#include "text/error.h"

namespace thalign {

SearchSpace::SearchSpace(const Features& source, const Features& target, const Links& forward,
                         const Links& backward, const ScoreModel& model,
                         const CorridorOptions& options)
    : source_(source),
      target_(target),
      forward_(forward),
      backward_(backward),
      model_(model),
      options_(options),
      outer_(in_pieces() ? find_rough_way(source, target, forward)
                         : find_corridor(source, target, forward, options)),
      corridor_(outer_) {
  if (!in_pieces()) search_roughly();
  // Where units are short, pieces of fewer are as good.
  if (fits_ || in_pieces() || options_.piece == CorridorOptions::kNoPieces) return;
  while (options_.piece > kLeastPiece && !in_pieces()) options_.piece /= 2;
  if (!in_pieces()) return;
  fits_ = true;
  rough_.reset();
  outer_ = corridor_ = find_rough_way(source, target, forward);
}

BeadScorer& SearchSpace::scorer() {
  if (!scorer_) scorer_.emplace(source_, target_, forward_, backward_, corridor_, model_);
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
  rough_.reset();
  if (std::isinf(options_.rough_margin) || source_.units() == 0 || target_.units() == 0 ||
      (is_narrow() && fits(outer_))) {
    corridor_ = outer_;
    fits_ = fits(corridor_);
    return;
  }
  fits_ = may_search_roughly(outer_);
  if (!fits_) return;
  rough_.emplace(outer_, source_, target_, forward_, backward_, model_.weights(source_.style));
  margins_.assign(source_.units() + std::size_t{1}, options_.rough_margin);
  choose_candidates();
}

/// Makes the corridor of what the rough search found within the margins. Where more pairs or beads
/// matter than memory allows, the margins are lowered and fewer candidates kept.
void SearchSpace::choose_candidates() {
  constexpr int kMostHalvings = 12;
  const std::size_t left = options_.bytes - RoughSearch::bytes(outer_);
  const auto bytes_of_pairs = [&] {
    return Corridor(rough_->rows(margins_)).cells() * search_bytes_of_pair();
  };
  for (int n = 0; n < kMostHalvings && bytes_of_pairs() > left / 2; ++n) {
    for (float& margin : margins_) margin /= 2;
  }
  // Where nothing speaks for any pair, all are as likely, and no margin is narrow enough.
  fits_ = bytes_of_pairs() <= left - left / 10;
  if (!fits_) return;
  std::size_t most = std::min(left / 3 / search_bytes_of_candidate(), RoughSearch::kMostCandidates);
  corridor_ = rough_->within(margins_, most);
  for (int n = 0; n < kMostHalvings && !fits(corridor_) && most > 1; ++n) {
    most /= 2;
    corridor_ = rough_->within(margins_, most);
  }
  fits_ = fits(corridor_);
}

bool SearchSpace::fits(const Corridor& corridor) const {
  const std::size_t taken = rough_ ? RoughSearch::bytes(outer_) : 0;
  return taken + search_bytes(corridor, source_, target_) <= options_.bytes;
}

/// Whether a third of the memory is enough for a rough search.
bool SearchSpace::may_search_roughly(const Corridor& outer) const {
  return RoughSearch::bytes(outer) <= options_.bytes / 3;
}

Solution SearchSpace::solve() {
  constexpr int kMostRounds = 12;
  if (in_pieces())
    return solve_in_pieces(source_, target_, forward_, backward_, outer_, model_, options_);
  if (!fits_) {
    throw Error(ErrorCode::limit, "",
                fmt::format("{} units against {} have too little in common to be aligned in one "
                            "piece; split the documents at a chapter or page",
                            source_.units(), target_.units()));
  }
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
    const Corridor wider = widen(outer_, edges);
    if (wider.cells() > most_cells || !may_search_roughly(wider)) return false;
    widen_outer(edges);
    return fits_;
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
    const double error =
        static_cast<double>(rough_->loss(pair)) + log_posterior / model_.posterior_scale();
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
    choose_candidates();
    return fits_;
  }
  if (!fits(outer_)) return false;
  rough_.reset();
  options_.rough_margin = std::numeric_limits<float>::infinity();
  corridor_ = outer_;
  return true;
}

void SearchSpace::widen_outer(const std::vector<std::uint32_t>& boundaries) {
  outer_ = widen(outer_, boundaries);
  search_roughly();
}

}  // namespace thalign
