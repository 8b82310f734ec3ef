#pragma once

#include "align/corridor.h"
#include "align/features.h"
#include "align/lexicon.h"
#include "align/links.h"
#include "align/score.h"
#include "align/search.h"
#include "text/segmented_text.h"

namespace thalign {

/// Two texts made ready for the search. Holds what refers to each other; neither copied nor moved.
class Problem {
 public:
  /// Requires: texts of different languages.
  Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
          const ScoreWeights& weights = {});
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  Solution solve() { return search(scorer_, corridor_, source_, target_); }

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Features& source() const { return source_; }
  const Features& target() const { return target_; }
  BeadScorer& scorer() { return scorer_; }

 private:
  Vocabulary vocabulary_;
  Features source_;
  Features target_;
  Links forward_;
  Links backward_;
  Corridor corridor_;
  BeadScorer scorer_;
};

}  // namespace thalign
