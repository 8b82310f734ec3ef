// SPDX-License-Identifier: Apache-2.0
#include "train/crf/chart.h"

#include "align/score/gap_scores.h"

namespace thalign {
Chart::Chart(const TrainingLattice& lattice, const WeightVector& weights)
    : lattice_(lattice), weights_(weights), terms_(weights.begin(), weights.begin() + kTerms) {
  const std::size_t style = first_of_style(style_of(lattice.kind));
  for (std::size_t term = 0; term < kTerms; ++term) terms_[term] += weights[style + term];
  row_begin_.push_back(0);
  for (std::uint32_t i = 0; i <= lattice.source_units; ++i)
    row_begin_.push_back(row_begin_.back() + lattice.last[i] - lattice.first[i] + 1);
  const std::vector<double> source_gaps = gap_scores(lattice.source_gaps);
  const std::vector<double> target_gaps = gap_scores(lattice.target_gaps);
  score_beads(source_gaps, target_gaps);
  source_null_ = null_scores(lattice.source_null, source_gaps);
  target_null_ = null_scores(lattice.target_null, target_gaps);
}

std::vector<double> Chart::gap_scores(const std::vector<TrainingLattice::Gap>& gaps) const {
  std::vector<double> scores;
  scores.reserve(gaps.size());
  for (const TrainingLattice::Gap& gap : gaps) {
    double score =
        terms_[TrainingLattice::kBreakThai + (gap.of_thai ? 0 : 1)] * static_cast<double>(gap.odds);
    for (const std::uint32_t slot : gap.slots) score += weights_[kFirstHashed + slot];
    scores.push_back(score);
  }
  return scores;
}

void Chart::score_beads(const std::vector<double>& source_gaps,
                        const std::vector<double>& target_gaps) {
  std::vector<double> openings;
  openings.reserve(lattice_.openings.size());
  for (const auto& slots : lattice_.openings) {
    double score = 0.0;
    for (const std::uint32_t slot : slots) score += weights_[kFirstHashed + slot];
    openings.push_back(score);
  }
  TrainingLattice::BeadTerms weights;
  for (std::size_t term = 0; term < weights.size(); ++term)
    weights[term] = static_cast<float>(terms_[term]);
  beads_.reserve(lattice_.beads.size());
  for (std::size_t b = 0; b < lattice_.beads.size(); ++b) {
    const TrainingLattice::Bead& bead = lattice_.beads[b];
    const TrainingLattice::BeadTerms& values = lattice_.terms[b];
    float score = 0.0F;
    for (std::size_t term = 0; term < weights.size(); ++term) score += weights[term] * values[term];
    beads_.push_back(static_cast<double>(score) + source_gaps[bead.source.end - 1] +
                     target_gaps[bead.target.end - 1] + openings[bead.opening]);
  }
}

/// A null unit pays for its gap; where the run goes on, the gap of the unit before is paid back.
Chart::NullScores Chart::null_scores(const std::vector<TrainingLattice::NullStep>& steps,
                                     const std::vector<double>& gaps) const {
  NullScores scores;
  scores.reserve(steps.size());
  for (std::size_t unit = 0; unit < steps.size(); ++unit) {
    double opened = gaps[unit];
    double joined = unit == 0 ? kNever : gaps[unit] - gaps[unit - 1];
    for (std::size_t term = 0; term < TrainingLattice::kNullTerms; ++term) {
      const double weight = terms_[TrainingLattice::kFirstNullTerm + term];
      opened += weight * static_cast<double>(steps[unit].opened[term]);
      joined += weight * static_cast<double>(steps[unit].joined[term]);
    }
    scores.push_back({opened, joined});
  }
  return scores;
}

}  // namespace thalign
