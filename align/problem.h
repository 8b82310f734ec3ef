#pragma once

#include <optional>
#include <vector>

#include "align/corridor.h"
#include "align/features.h"
#include "align/lexicon.h"
#include "align/links.h"
#include "align/rough_search.h"
#include "align/score.h"
#include "align/search.h"
#include "text/segmented_text.h"

namespace thalign {

/// Two texts made ready for the search, inside a corridor along their links. Holds what refers to
/// each other; neither copied nor moved.
class Problem {
 public:
  /// Requires: texts of different languages.
  Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
          const ScoreWeights& weights = {}, const CorridorOptions& options = {});
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  /// Searches, and again in a wider corridor where paths that matter come near its edge.
  /// Source: Moore 2002, "Fast and Accurate Sentence Alignment of Bilingual Corpora".
  Solution solve();

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Features& source() const { return source_; }
  const Features& target() const { return target_; }
  const Corridor& corridor() const { return corridor_; }
  BeadScorer& scorer() { return *scorer_; }

 private:
  void search_roughly();
  bool widen_for(const Solution& solution);
  std::vector<std::uint32_t> misled_at(const Solution& solution) const;
  bool widen_margins(const std::vector<std::uint32_t>& boundaries, float factor);
  void widen_outer(const std::vector<std::uint32_t>& boundaries);

  Vocabulary vocabulary_;
  Features source_;
  Features target_;
  Links forward_;
  Links backward_;
  ScoreWeights weights_;
  float rough_margin_;
  std::vector<float> margins_;        // by source boundary, where it was widened
  Corridor outer_;                    // all that may be looked at
  std::optional<RoughSearch> rough_;  // how likely it is
  Corridor corridor_;                 // what is looked at
  std::optional<BeadScorer> scorer_;
};

}  // namespace thalign
