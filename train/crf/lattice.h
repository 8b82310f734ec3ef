// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/score/score_model.h"
#include "segment/break_model.h"
#include "text/ranges.h"
#include "train/gold_corpus.h"

namespace thalign {

/// A document aligned by hand as learning looks at it again and again: all candidate beads and null
/// steps with the values of their terms, and which of them the gold allows. Thai is the source.
///
/// Terms are read off the score itself: the value of a term is the score with that weight 1 and all
/// others 0. So there is no second definition of any of them.
struct TrainingLattice {
  /// Terms of beads come first in `Term`, then those of gaps, then those of null runs.
  static constexpr std::size_t kBeadTerms = static_cast<std::size_t>(Term::break_thai);
  static constexpr std::size_t kBreakThai = static_cast<std::size_t>(Term::break_thai);
  static constexpr std::size_t kFirstNullTerm = static_cast<std::size_t>(Term::null_thai_open);
  static constexpr std::size_t kNullTerms = kTerms - kFirstNullTerm;
  using BeadTerms = std::array<float, kBeadTerms>;
  using NullTerms = std::array<float, kNullTerms>;

  struct Bead {
    UnitRange source, target;
    std::uint32_t opening;  ///< number of its pair of first units
    bool allowed;           ///< by the gold
  };
  /// Terms of a null unit, as the first of a run and after another one.
  struct NullStep {
    NullTerms opened, joined;
  };
  struct Gap {
    std::vector<std::uint32_t> slots;  ///< of hashed weights
    float odds;                        ///< log-odds of a sentence end by the text alone
    bool of_thai;
  };
  /// What the gold says of a part of both texts between two boundaries that it shares with the
  /// candidates: one bead, one run of null units on each side, or anything, where the gold is
  /// optional or has boundaries that the candidates lack.
  struct Part {
    enum class Kind : std::uint8_t { bead, null, free };
    UnitRange source, target;
    Kind kind;
  };

  std::uint32_t source_units = 0, target_units = 0;
  std::uint32_t kind = 0;                  ///< of document (`align/score/gap_scores.h`)
  std::vector<std::uint32_t> first, last;  ///< target boundaries of each source boundary
  std::vector<Bead> beads;                 ///< by first source unit
  std::vector<std::uint32_t> bead_begin;   ///< of each source unit, one more at the end
  std::vector<BeadTerms> terms;            ///< of each bead
  std::vector<std::array<std::uint32_t, 3>> openings;  ///< slots, by pair of first units
  std::vector<NullStep> source_null, target_null;
  std::vector<Gap> source_gaps, target_gaps;  ///< after each unit
  std::vector<Part> parts;
  std::vector<std::uint32_t> part_of_source, part_of_target;  ///< of each unit
  /// Code points of each unit in its text.
  std::vector<CodePointRange> source_places, target_places;

  /// Whether the gold allows a unit to be null at a boundary of the other text.
  bool allows_source_null(std::uint32_t unit, std::uint32_t target) const;
  bool allows_target_null(std::uint32_t source, std::uint32_t unit) const;
};

/// Cuts the document by `breaks` and finds the candidates with `lexicon` and `model`. The beads of
/// the gold that the candidates can express are among them.
TrainingLattice make_lattice(const GoldDocument& document, const Lexicon& lexicon,
                             const BreakModel& breaks, const ScoreModel& model);

}  // namespace thalign
