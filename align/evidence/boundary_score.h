// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "text/ranges.h"

namespace thalign {

/// Weights of the words after a boundary and before it, by the side they stand on.
struct BoundaryWeights {
  struct Weight {
    double usual;   ///< of what a word says, up to 2 nats
    double strong;  ///< of what it says beyond
  };
  Weight source_opening, target_opening, source_closing, target_closing;
};

/// How well two boundaries, one of each text, fit together, by the words around them: both
/// languages open a sentence with the like of what the other opens it with. For the first few words
/// after each boundary, the sum of
///
///     log( ((1 - w) + w * a) / ((1 - w) + w * b) )        (nats)
///
/// where a is the mean over the words after the other boundary of p(word | other) / p(word), as in
/// `TranslationScore`, and b the mean over those before it. 0 where nothing speaks for either side.
class BoundaryScore {
 public:
  /// Tokens before and after a boundary that its score depends on.
  static constexpr std::uint32_t kContext = 8;

  /// Requires: all references outlive the object. `forward` links source to target symbols,
  /// `backward` the other way.
  BoundaryScore(const Features& source, const Features& target, const Links& forward,
                const Links& backward, const BoundaryWeights& weights);

  /// Scores source boundary `source` with each target boundary from `window.begin` to `window.end`:
  /// window.size() + 1 values of each kind, 0 at the ends of a text.
  void score(std::uint32_t source, UnitRange window, std::vector<double>& openings,
             std::vector<double>& closings);

 private:
  /// A symbol that predicts another, and how much likelier it makes it (`Link::ratio`).
  struct Given {
    Symbol symbol;
    float ratio;
  };
  /// Tokens before and after a boundary, as offsets.
  struct Around {
    std::uint32_t first, middle, last;
  };
  static Around around(const Features& text, std::uint32_t boundary, std::uint32_t tokens);

  void add_target_words(std::uint32_t source, UnitRange window);
  void add_source_words(std::uint32_t source, UnitRange window);
  void add_word(Symbol word, UnitRange window, double sign, const BoundaryWeights::Weight& weight,
                std::vector<double>& scores);
  template <typename Weight>
  void sum_weights(UnitRange window, std::uint32_t first, std::uint32_t last, bool split,
                   Weight&& weight_of);

  const Features& source_;
  const Features& target_;
  const Links& forward_;
  std::vector<Given> inverse_;                // per source symbol: target symbols that predict it
  std::vector<std::uint32_t> inverse_begin_;  // per symbol, one more at the end
  std::vector<float> before_, after_;         // per target symbol; 0 between calls
  std::vector<float> weight_;                 // per target symbol; 0 between calls
  std::vector<Symbol> touched_;
  std::vector<double> sums_;    // over the tokens of a window
  std::vector<double> strong_;  // the same of what is strong
  std::vector<double> openings_, closings_;
  BoundaryWeights weights_;
};

}  // namespace thalign
