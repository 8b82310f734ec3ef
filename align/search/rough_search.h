#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/search/corridor.h"
#include "align/search/score.h"

namespace thalign {

/// A cheap search over all of a corridor that tells which part of it is worth the exact one.
///
/// It puts spans of units of the side with more units (fine) against single units of the other
/// (coarse): a column. A bead is one column or several with soft boundaries between them. Links
/// count as the sum over pairs of units, less where the span is long; lengths by column; breaks,
/// paragraphs and null units as in the exact score. Time: pairs of boundaries times units of the
/// longest bead, a nanosecond each; memory linear in the pairs.
class RoughSearch {
 public:
  /// Requires: neither text is empty.
  RoughSearch(const Corridor& corridor, const Features& source, const Features& target,
              const Links& forward, const Links& backward, const ScoreWeights& weights);

  RoughSearch(const RoughSearch&) = delete;
  RoughSearch& operator=(const RoughSearch&) = delete;
  ~RoughSearch();

  /// How far (nats) the best path through a pair is below the best of all. Requires: it is in the
  /// corridor.
  float loss(BoundaryPair pair) const;
  /// The pairs with a loss of at most the margin of their source boundary, and what it takes to be
  /// a corridor. Requires: a margin for each source boundary.
  std::vector<Corridor::Row> rows(const std::vector<float>& margins) const;
  /// The same with the candidate beads that have such a loss: at most `most` in all, the likeliest
  /// of each boundary of the coarse side (`Candidates`).
  Corridor within(const std::vector<float>& margins, std::size_t most = kMostCandidates) const;

  /// Bytes that a search of `corridor` takes. Linear in the boundaries.
  static std::size_t bytes(const Corridor& corridor);

  /// Candidate beads of a search, and those of one boundary. Texts that translate each other have
  /// some 200 for each unit, and rarely 10,000 for one.
  static constexpr std::size_t kMostCandidates = 4'000'000;
  static constexpr std::size_t kMostOfBoundary = 16'384;

 private:
  class Columns;

  std::uint32_t source_units_;
  std::uint32_t target_units_;
  bool source_is_fine_;
  std::unique_ptr<const Columns> columns_;
};

}  // namespace thalign
