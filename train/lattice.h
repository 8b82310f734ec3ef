#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"
#include "align/search/score_model.h"
#include "eval/evaluation.h"
#include "eval/gold.h"
#include "segment/break_model.h"

namespace thalign {

/// All candidate beads and null steps of a document aligned by hand, with the values of all terms:
/// what learning looks at again and again.
struct TrainingLattice {
  static constexpr std::size_t kBeadTerms = static_cast<std::size_t>(Term::break_thai);
  static constexpr std::size_t kNullTerms = kTerms - static_cast<std::size_t>(Term::null_thai_open);
  using BeadTerms = std::array<float, kBeadTerms>;
  using NullTerms = std::array<float, kNullTerms>;

  struct Bead {
    std::uint32_t source_begin, source_end, target_begin, target_end;
    std::uint32_t opening;  ///< number of its pair of begins
    bool allowed;           ///< by the gold
  };
  struct NullStep {
    NullTerms opened, joined;
  };
  /// Hashed features of a gap, and the log-odds by the text alone.
  struct Gap {
    std::vector<std::uint32_t> slots;
    float odds;
    bool of_thai;
  };

  std::string set, name;
  std::uint32_t kind = 0;
  std::uint32_t source_units = 0, target_units = 0;
  std::vector<std::uint32_t> first, last;              ///< rows of boundaries, by source boundary
  std::vector<Bead> beads;                             ///< ascending by source begin, target begin
  std::vector<BeadTerms> terms;                        ///< of each bead
  std::vector<std::uint32_t> bead_begin;               ///< by source unit, one more
  std::vector<std::array<std::uint32_t, 3>> openings;  ///< slots of each pair of begins
  std::vector<NullStep> source_null, target_null;
  std::vector<Gap> source_gaps, target_gaps;  ///< after each unit
  /// Of each null step whether the gold allows it: source unit, at target boundary.
  struct Segment {
    std::uint32_t s0, s1, t0, t1;
    enum Kind { match, null, free } kind;
  };
  std::vector<Segment> segments;
  std::vector<std::uint32_t> segment_of_source, segment_of_target;

  bool allows_source_null(std::uint32_t unit, std::uint32_t target) const;
  bool allows_target_null(std::uint32_t source, std::uint32_t unit) const;

  // For evaluation.
  int gold_matches = 0, gold_expressible = 0, gold_found = 0;
  GoldDocument gold;
  std::vector<std::uint32_t> thai_begin, thai_end, english_begin, english_end;  ///< code points
  std::vector<float> source_odds, target_odds;
};

TrainingLattice make_lattice(const std::string& set, const GoldDocument& document,
                             const Lexicon& lexicon, const BreakModel& breaks,
                             const ScoreModel& model);

}  // namespace thalign
