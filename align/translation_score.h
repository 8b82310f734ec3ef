#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "align/features.h"
#include "align/links.h"
#include "text/ranges.h"

namespace thalign {

/// How well a growing span of units of one text (given) predicts the tokens of the other
/// (predicted), by IBM Model 1 mixed with a background: for a predicted token e and given tokens g
/// in the span
///
///     log( (1 - w) + w * mean over g of p(e | g) / p(e) )          (nats; 0 for tokens nothing
///     links to)
///
/// Source: Brown et al. 1993, "The Mathematics of Statistical Machine Translation", section 4.2.
class TranslationScore {
 public:
  /// Requires: all arguments outlive the object.
  TranslationScore(const Features& given, const Features& predicted, const Links& links);

  /// Empties the span and puts it before unit `begin` of the given text.
  void start(std::uint32_t begin);
  /// Adds the next given unit to the span.
  void extend();

  /// Sums of the score over predicted tokens, from unit boundary `window.begin` to each boundary up
  /// to `window.end`: window.size() + 1 values, the first 0. A bead's term is a difference of two
  /// of them.
  void sums(UnitRange window, float* out);

 private:
  const Features& given_;
  const Features& predicted_;
  const Links& links_;

  std::uint32_t end_ = 0;  // one past the last unit of the span
  std::uint32_t given_tokens_ = 0;
  std::vector<Symbol> touched_;      // predicted symbols that the span links to
  std::vector<std::uint32_t> slot_;  // per symbol: its place in `touched_` plus one, 0 for none
  Eigen::ArrayXf mass_;              // per touched symbol: sum of p(e | g) / p(e) over the span
  Eigen::ArrayXf value_;             // per touched symbol: its score, as of the last `sums`
};

}  // namespace thalign
