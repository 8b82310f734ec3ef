// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/candidates.h"

#include <algorithm>
#include <utility>

namespace thalign {
namespace {

/// The largest number with which boundaries of these counts keep at most `most` candidates; at
/// least 1.
std::size_t largest_each(std::vector<std::size_t> counts, std::size_t most) {
  std::sort(counts.begin(), counts.end());
  std::size_t left = most;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    const std::size_t each = left / (counts.size() - k);
    if (counts[k] > each) return std::max<std::size_t>(each, 1);
    left -= counts[k];
  }
  return counts.empty() ? 1 : counts.back();
}

using CandidateIterator = std::vector<Candidate>::iterator;

/// Moves the `most` candidates with the least loss from [first, last) to `out`, in their order.
/// Returns their end and the greatest loss of them. Requires: there are more.
std::pair<CandidateIterator, float> move_best(CandidateIterator first, CandidateIterator last,
                                              std::size_t most, CandidateIterator out) {
  std::vector<float> losses;
  losses.reserve(static_cast<std::size_t>(last - first));
  for (CandidateIterator at = first; at != last; ++at) losses.push_back(at->loss);
  const auto worst = losses.begin() + static_cast<std::ptrdiff_t>(most) - 1;
  std::nth_element(losses.begin(), worst, losses.end());
  std::size_t ties = most - static_cast<std::size_t>(std::count_if(
                                losses.begin(), worst, [&](float loss) { return loss < *worst; }));
  for (CandidateIterator at = first; at != last; ++at) {
    const bool is_tie = at->loss == *worst;
    if (at->loss > *worst || (is_tie && ties == 0)) continue;
    if (is_tie) --ties;
    *out++ = *at;
  }
  return {out, *worst};
}

}  // namespace

/// Leaves N of the present boundary. Returns the greatest loss of them.
float Candidates::drop_worst() {
  const CandidateIterator first = kept_.begin() + static_cast<std::ptrdiff_t>(begin_);
  const auto [end, worst] = move_best(first, kept_.end(), each_, first);
  kept_.erase(end, kept_.end());
  return worst;
}

void Candidates::end_boundary() {
  if (kept_.size() - begin_ > each_) drop_worst();
  counts_.push_back(std::min(added_, each_));
  ends_.push_back(kept_.size());
  if (kept_.size() > most_ + most_ / 2) lower_each();
  begin_ = kept_.size();
  added_ = 0;
  limit_ = std::numeric_limits<float>::infinity();
}

/// Lowers N so that the boundaries up to here keep at most `most` candidates. Later ones can only
/// lower it further, so that nothing is dropped which would be kept in the end.
void Candidates::lower_each() {
  each_ = largest_each(counts_, most_);
  CandidateIterator out = kept_.begin();
  std::size_t begin = 0;
  for (std::size_t b = 0; b < ends_.size(); ++b) {
    const CandidateIterator first = kept_.begin() + static_cast<std::ptrdiff_t>(begin);
    const CandidateIterator last = kept_.begin() + static_cast<std::ptrdiff_t>(ends_[b]);
    begin = ends_[b];
    const bool fits = static_cast<std::size_t>(last - first) <= each_;
    out = fits ? std::move(first, last, out) : move_best(first, last, each_, out).first;
    ends_[b] = static_cast<std::size_t>(out - kept_.begin());
    counts_[b] = std::min(counts_[b], each_);
  }
  kept_.erase(out, kept_.end());
}

std::vector<Candidate> Candidates::take() && {
  if (kept_.size() > most_) lower_each();
  return std::move(kept_);
}

}  // namespace thalign
