// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/lexicon/features.h"
#include "eval/gold.h"
#include "train/crf/lattice.h"

namespace thalign {

/// Divides a document at the boundaries that its gold and the units of both texts share. Fills
/// `parts`, `part_of_source` and `part_of_target` of `lattice`.
void add_gold_parts(const GoldDocument& document, const Features& source, const Features& target,
                    TrainingLattice& lattice);

/// Whether the parts allow a bead.
bool allows_bead(const TrainingLattice& lattice, UnitRange source, UnitRange target);

}  // namespace thalign
