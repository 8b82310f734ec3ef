// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/evidence/links.h"
#include "align/evidence/texts_part.h"
#include "align/lexicon/features.h"
#include "align/score/score_model.h"

namespace thalign {

/// What a search reads: two texts as features, the links between them, and the model of the
/// score. Refers to what outlives the search.
struct SearchTexts {
  const Features& source;
  const Features& target;
  const Links& forward;   ///< from source to target symbols
  const Links& backward;  ///< the other way
  const ScoreModel& model;
};

/// A part of `texts`, to be searched by itself.
inline TextsPart part_of(const SearchTexts& texts, UnitRange source, UnitRange target) {
  return {texts.source, texts.target, texts.forward, texts.backward, source, target};
}
/// A part as what a search reads.
inline SearchTexts search_texts(const TextsPart& part, const ScoreModel& model) {
  return {part.source(), part.target(), part.forward(), part.backward(), model};
}

}  // namespace thalign
