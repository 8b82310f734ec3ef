// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/alignment.h"
#include "align/evidence/copied_lines.h"
#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"
#include "align/score/gap_scores.h"
#include "align/score/score_model.h"
#include "align/search/search_texts.h"
#include "align/search/stopwatch.h"
#include "text/segmented_text.h"

namespace thalign {

/// Two texts made ready for the search: their features and the links between them. Holds what
/// refers to each other; neither copied nor moved.
class Problem {
 public:
  /// `collection` as in `AlignOptions`. Requires: texts of different languages; `model` outlives
  /// the object.
  Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
          const ScoreModel& model = ScoreModel::shipped(), const SpaceCounts& collection = {});
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  /// Takes over that a text of the pair was cut again into other units. Requires: no copied lines.
  void cut_again(const SegmentedText& text);

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Features& source() const { return source_; }
  const Features& target() const { return target_; }
  /// Source to target, and target to source.
  const Links& forward() const { return links_.forward; }
  const Links& backward() const { return links_.backward; }
  const ScoreModel& model() const { return model_; }
  std::uint32_t kind() const { return document_kind(source_, target_, collection_); }

  /// What a search reads (`solve`). Refers to the problem.
  SearchTexts texts() const { return {source_, target_, links_.forward, links_.backward, model_}; }

  /// Lines that are left out of the features, since they copy the other text.
  const CopiedLines& copied() const& { return copied_; }

  /// Seconds that names, features and links took.
  const AlignStatistics& statistics() const { return statistics_; }

 private:
  std::vector<SpelledName> timed_names(const SegmentedText& source, const SegmentedText& target,
                                       const Lexicon& lexicon);
  Stopwatch watch_;
  AlignStatistics statistics_;
  const ScoreModel& model_;
  SpaceCounts collection_;
  /// The features of a text without the lines of `copied`; its names are those of the Thai one.
  Features features_of(const SegmentedText& text, std::span<const UnitRange> copied);

  std::vector<SpelledName> names_;
  CopiedLines copied_;
  Vocabulary vocabulary_;
  Features source_;
  Features target_;
  LinkPair links_;
};

}  // namespace thalign
