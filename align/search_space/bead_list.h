// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "align/search_space/candidates.h"

namespace thalign {

/// Where a bead with text on both sides stands; its first source unit is known from the list.
struct BeadPlace {
  std::uint32_t source_end;
  std::uint32_t target_begin;
  std::uint32_t target_end;

  bool operator==(const BeadPlace&) const = default;
};

/// The beads that the exact search looks at, by first source unit; ascending by source end, target
/// begin, target end.
class BeadList {
 public:
  /// Requires: no candidate ends behind source unit `source_units`; no two are the same.
  BeadList(std::vector<Candidate> candidates, std::uint32_t source_units);

  std::size_t size() const { return beads_.size(); }
  std::span<const BeadPlace> from(std::uint32_t source) const {
    return std::span(beads_).subspan(begin_[source], begin_[source + 1] - begin_[source]);
  }

 private:
  std::vector<BeadPlace> beads_;
  std::vector<std::uint32_t> begin_;  // of each source unit, one more at the end
};

}  // namespace thalign
