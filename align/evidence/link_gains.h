#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/evidence/links.h"

namespace thalign {

/// What a symbol of a fine unit is worth in a column of the rough search (nats).
struct Gain {
  Symbol fine;
  float nats;
};

/// The gains of all links between two texts, in both directions, by coarse symbol.
class LinkGains {
 public:
  /// `weight` is that of the translation score. Linear in the links.
  LinkGains(const Links& from_fine, const Links& from_coarse, float weight);

  std::span<const Gain> of(Symbol coarse) const {
    return std::span(gains_).subspan(begin_[coarse], begin_[coarse + 1] - begin_[coarse]);
  }

  /// Tokens of a typical bead.
  static constexpr float kTypicalTokens = 30.0F;

 private:
  std::vector<std::uint32_t> begin_;  // of each coarse symbol, one more at the end
  std::vector<Gain> gains_;
};

}  // namespace thalign
