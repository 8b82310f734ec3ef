#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <utility>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/search/corridor.h"
#include "align/search/score.h"

namespace thalign {

/// One side of a rough search with all that belongs to it.
struct RoughSide {
  const Features& text;
  const Links& links;  ///< from its symbols to those of the other side
};

/// What the units of one side are worth by themselves.
struct UnitScores {
  std::vector<float> inside;  ///< in a bead, without a link
  std::vector<float> null;    ///< null, at least
  std::vector<float> ends;    ///< by boundary: a sentence ends there
};

/// Score of the lengths of a bead, as in `LengthModel`: constant - loss(log of fine characters -
/// log).
struct LengthScore {
  float log;
  float constant;
  float scale;
  float inner;

  template <typename Deviations>
  auto loss(const Deviations& deviations) const {
    const auto scaled = deviations.abs() * scale;
    const auto within = scaled.min(inner);
    return within * (2.0F * scaled - within);
  }
};

/// What spans of units of one side (fine) are worth in columns, each a unit of the other (coarse),
/// and what the units are worth beside that: the parts of the scores of a rough search.
class ColumnScores {
 public:
  using Array = Eigen::ArrayXf;
  using Index = Eigen::Index;

  /// `windows` are the fine boundaries of each coarse boundary.
  ColumnScores(const RoughSide& fine, const RoughSide& coarse, std::vector<Corridor::Row> windows,
               const ScoreWeights& weights);

  Corridor::Row window(std::uint32_t coarse) const { return windows_[coarse]; }
  const UnitScores& of_fine() const { return of_fine_; }
  const UnitScores& of_coarse() const { return of_coarse_; }
  /// Sums of what fine units are worth inside beads, by boundary; what sentence ends are.
  const Array& fine_inside() const { return fine_inside_; }
  const Array& fine_ends() const { return fine_ends_; }
  /// End of the longest span that begins with a fine unit.
  std::uint32_t longest(std::uint32_t fine) const { return longest_[fine]; }

  LengthScore length_of(UnitRange coarse) const;
  /// What a bead is worth for where it begins.
  float begin_score(std::uint32_t fine, std::uint32_t coarse) const;

  /// Ends of the spans that begin with fine unit `a` and may go with `coarse`: [first, second).
  std::pair<std::uint32_t, std::uint32_t> span_ends(std::uint32_t a, UnitRange coarse) const;

  /// Adds the sums of column `j` to `sums`, which begin with fine boundary `first`.
  void add_column(std::uint32_t j, std::uint32_t first, Array& sums) const;

  /// Logs of the characters of spans of fine units from `begin` to `first` on.
  Eigen::VectorBlock<const Array> logs(std::uint32_t begin, std::uint32_t first, Index size) const {
    return logs_.segment(static_cast<Index>(std::size_t{begin} * kMaxUnits + first - begin - 1),
                         size);
  }

  /// Scores of column `j` over the spans of fine units from `a` to `first` on, whose lengths differ
  /// from its length by `deviation`.
  template <typename Deviation>
  auto column(std::uint32_t a, std::uint32_t first, std::uint32_t j, const Deviation& deviation,
              const LengthScore& length) const {
    return (gains_.segment(in_column(first, j), deviation.size()) - gains_[in_column(a, j)]) *
               (1.0F - kDilution * deviation) -
           length.loss(deviation);
  }

  /// What it is worth that the fine unit before boundary `b` fills column `j`, too.
  float again(std::uint32_t b, std::uint32_t j) const;
  /// Whether the fine unit before boundary `b` may fill columns of so many characters.
  bool may_fill(std::uint32_t b, float characters) const;

  /// What gains of links lose when a span grows by a factor of e beyond the length of its column.
  static constexpr float kDilution = 0.5F;

 private:
  /// Place in `gains_` of fine boundary `i` of column `j`.
  Index in_column(std::uint32_t i, std::uint32_t j) const {
    return static_cast<Index>(column_offset_[j] + i - windows_[j].first);
  }
  void add_gains(const Links& from_fine, const Links& from_coarse);
  void sum_gains();
  void tabulate_lengths();

  const Features& fine_;
  const Features& coarse_;
  std::vector<Corridor::Row> windows_;
  const ScoreWeights& weights_;
  LengthModel length_;
  UnitScores of_fine_, of_coarse_;
  std::vector<std::size_t> column_offset_;  // of each coarse unit's sums
  Array gains_;                             // sums over fine units, by coarse unit
  std::vector<std::uint32_t> longest_;      // end of the longest span from each fine unit
  Array fine_inside_;
  Array fine_ends_;
  Array logs_;  // of the characters of all spans of fine units, by first unit
};

}  // namespace thalign
