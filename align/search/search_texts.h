// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/evidence/links.h"
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

}  // namespace thalign
