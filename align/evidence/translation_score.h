// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "text/ranges.h"

namespace thalign {

/// What the score of a predicted token counts, by what leads to it.
struct TokenWeights {
  double word = 1.0;
  double anchor = 1.0;
};

/// Weight of the translation model in the mixture of `TranslationScore`, w below; the rest is the
/// unigram probability.
inline constexpr float kTranslationMixture = 0.7F;

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
  /// Requires: `given`, `predicted` and `links` outlive the object. Linear in texts and links.
  ///
  /// `reach`, if given, are the predicted units of all windows that spans with each given unit are
  /// started with: what a unit predicts there is found once, not for each span it is in.
  TranslationScore(const Features& given, const Features& predicted, const Links& links,
                   std::vector<UnitRange> reach = {});

  /// Empties the span and puts it before unit `begin` of the given text. Sums will be asked for
  /// inside `window` only.
  void start(std::uint32_t begin, UnitRange window);
  /// Adds the next given unit to the span.
  void extend();

  /// Sums of the score over predicted tokens, from unit boundary `window.begin` to each boundary up
  /// to `window.end`: window.size() + 1 values, the first 0. A bead's term is a difference of two
  /// of them.
  void sums(UnitRange window, double* words, double* anchors);
  /// Both together.
  void sums(UnitRange window, double* all);

 private:
  /// What a given unit predicts: the sum of p(e | g) / p(e) over its tokens, by linked token of
  /// some predicted units.
  struct Row {
    std::uint32_t unit;
    std::vector<float> mass;
  };
  /// What one given unit predicts of a symbol: `mass`, if `sum` is the number of the sum under way,
  /// else nothing. So no sum has to be cleared.
  struct SymbolMass {
    float mass = 0.0F;
    std::uint32_t sum = 0;
  };
  static constexpr std::size_t kRows = 64;  // more than the units of any bead

  void find_runs();
  void end_run(bool is_anchor);
  void add_runs(std::uint32_t unit, bool anchors);
  /// First linked token of a predicted unit.
  std::uint32_t first_token(std::uint32_t unit) const { return run_tokens_[run_begin_[unit]]; }
  void add_masses(std::uint32_t unit, UnitRange window, float* out);
  const Row& row(std::uint32_t unit);
  double product(std::uint32_t run, float scale) const;

  const Features& given_;
  const Features& predicted_;
  const Links& links_;
  std::vector<UnitRange> reach_;
  std::vector<Symbol> linked_tokens_;      // the predicted tokens that a link leads to, in order
  std::vector<std::uint32_t> run_tokens_;  // offsets into them: runs of tokens within a unit
  std::vector<std::uint32_t> run_begin_;   // per predicted unit: its first run; one more
  std::array<Row, kRows> rows_;            // by unit modulo their number

  std::vector<bool> run_is_anchor_;
  std::vector<double> anchors_;

  std::uint32_t end_ = 0;  // one past the last unit of the span
  std::uint32_t given_tokens_ = 0;
  UnitRange window_{0, 0};
  std::vector<float> mass_;            // of the span, by linked token of the window
  std::vector<SymbolMass> of_symbol_;  // per symbol
  std::uint32_t sum_ = 0;              // number of the sum under way
  Eigen::ArrayXd scores_;              // per run of the window
};

}  // namespace thalign
