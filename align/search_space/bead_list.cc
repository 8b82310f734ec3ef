// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/bead_list.h"

#include <algorithm>
#include <tuple>

namespace thalign {
namespace {

/// Candidates by `key`, below `keys`; those with the same key stay in order (counting sort).
template <typename Key>
std::vector<Candidate> sorted(const std::vector<Candidate>& candidates, std::uint32_t keys,
                              Key&& key) {
  std::vector<std::uint32_t> next(keys + std::size_t{1});
  for (const Candidate& bead : candidates) ++next[key(bead) + 1];
  for (std::size_t k = 0; k < keys; ++k) next[k + 1] += next[k];
  std::vector<Candidate> result(candidates.size());
  for (const Candidate& bead : candidates) result[next[key(bead)]++] = bead;
  return result;
}

auto place(const Candidate& bead) {
  return std::tuple(bead.source.begin, bead.source.end, bead.target.begin, bead.target.end);
}

}  // namespace

BeadList::BeadList(std::vector<Candidate> candidates, std::uint32_t source_units)
    : begin_(source_units + std::size_t{1}) {
  // The coarse pass finds them in this order, or in that of the target.
  if (!std::ranges::is_sorted(candidates, {}, place)) {
    const auto end = [](const Candidate& bead) { return bead.source.end; };
    const auto begin = [](const Candidate& bead) { return bead.source.begin; };
    candidates = sorted(candidates, source_units + 1, end);
    candidates = sorted(candidates, source_units + 1, begin);
    if (!std::ranges::is_sorted(candidates, {}, place)) std::ranges::sort(candidates, {}, place);
  }
  beads_.reserve(candidates.size());
  for (const Candidate& bead : candidates) {
    ++begin_[bead.source.begin + std::size_t{1}];
    beads_.push_back({bead.source.end, bead.target.begin, bead.target.end});
  }
  for (std::size_t i = 0; i < source_units; ++i) begin_[i + 1] += begin_[i];
}

}  // namespace thalign
