#pragma once

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"
#include "align/search/corridor.h"
#include "align/search/gap_scores.h"
#include "align/search/score.h"
#include "align/search/search.h"
#include "align/search/search_space.h"
#include "text/segmented_text.h"

namespace thalign {

/// Two texts made ready for the search, inside a corridor along their links. Holds what refers to
/// each other; neither copied nor moved.
class Problem {
 public:
  /// Requires: texts of different languages.
  Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
          const ScoreModel& model = ScoreModel::shipped(), const CorridorOptions& options = {});
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  /// As `SearchSpace::solve`.
  Solution solve() { return space_.solve(); }

  const ScoreModel& model() const { return model_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Features& source() const { return source_; }
  const Features& target() const { return target_; }
  /// Source to target, and target to source.
  const Links& forward() const { return forward_; }
  const Links& backward() const { return backward_; }
  const Corridor& corridor() const { return space_.corridor(); }
  BeadScorer& scorer() { return space_.scorer(); }
  std::uint32_t kind() const { return document_kind(source_, target_); }
  bool in_pieces() const { return space_.in_pieces(); }

 private:
  const ScoreModel& model_;
  /// The names in a text: of the Thai one.
  std::span<const SpelledName> names_in(const SegmentedText& text) const;

  std::vector<SpelledName> names_;
  Vocabulary vocabulary_;
  Features source_;
  Features target_;
  Links forward_;
  Links backward_;
  bool gaps_scored_;
  SearchSpace space_;
};

}  // namespace thalign
