#include "align/search/bead_list.h"

#include <algorithm>
#include <tuple>

namespace thalign {
BeadList::BeadList(std::vector<Candidate> candidates, std::uint32_t source_units)
    : begin_(source_units + std::size_t{1}) {
  // A counting sort by first unit, then sorts of the few beads of each.
  for (const Candidate& bead : candidates) ++begin_[bead.source.begin + 1];
  for (std::size_t i = 0; i < source_units; ++i) begin_[i + 1] += begin_[i];
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  beads_.resize(candidates.size());
  for (const Candidate& bead : candidates)
    beads_[next[bead.source.begin]++] = {bead.source.end, bead.target.begin, bead.target.end};
  candidates = {};
  const auto less = [](const BeadPlace& a, const BeadPlace& b) {
    return std::tie(a.source_end, a.target_begin, a.target_end) <
           std::tie(b.source_end, b.target_begin, b.target_end);
  };
  for (std::uint32_t i = 0; i < source_units; ++i) {
    const auto first = beads_.begin() + begin_[i];
    const auto last = beads_.begin() + begin_[i + 1];
    if (!std::is_sorted(first, last, less)) std::sort(first, last, less);
  }
}

}  // namespace thalign
