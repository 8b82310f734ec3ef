// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/score/score_terms.h"
#include "align/search_space/corridor.h"
#include "align/search_space/target_spans.h"

namespace thalign {

/// A text with its links to the other.
struct LinkedText {
  const Features& text;
  const Links& links;  ///< from its symbols to those of the other text
};

/// Scores of one text's units and boundaries that don't depend on the other text.
struct UnitScores {
  std::vector<float> inside;  ///< of a unit in a bead, if no link supports it
  std::vector<float> null;    ///< of a null unit inside a run
  std::vector<float> ends;    ///< of a bead that ends at a boundary
};

/// The length terms of a bead, `LengthTerms::score` with the length of `one` held fixed:
/// constant - loss(log of the length of `many` - log).
struct LengthScore {
  float log;
  float constant;
  float scale;
  float inner;
  float many_longer, one_longer;

  /// `deviations`: the logs of the lengths of `many` less `log`.
  template <typename Deviations>
  auto loss(const Deviations& deviations) const {
    const auto scaled = deviations.abs() * scale;
    const auto within = scaled.min(inner);
    return within * (2.0F * scaled - within) - many_longer * deviations.max(0.0F) +
           one_longer * deviations.min(0.0F);
  }
};

/// Calls `apply` with places and sizes of arrays that cover `size` values: of four each, where
/// there are as many, so that the compiler knows the size; the last may overlap the one before.
template <typename Apply>
void in_packets(Eigen::Index size, Apply&& apply) {
  constexpr Eigen::Index kPacket = 4;
  if (size < kPacket) {
    for (Eigen::Index k = 0; k < size; ++k) apply(k, std::integral_constant<int, 1>());
    return;
  }
  for (Eigen::Index k = 0; k + kPacket <= size; k += kPacket)
    apply(k, std::integral_constant<int, kPacket>());
  if (size % kPacket != 0) apply(size - kPacket, std::integral_constant<int, kPacket>());
}

/// Ends b of the spans (a, b] of `many` that a bead may join with some units of `one`.
class SpanEnds {
 public:
  /// `last`: by a, the longest span there. `window`: boundaries where spans end. `characters`: of
  /// the units of `one`.
  SpanEnds(const Features& many, const std::vector<std::uint32_t>& last, Corridor::Row window,
           std::uint32_t characters)
      : many_(many), longest_(last), window_(window), characters_(characters) {}

  /// [first, second); empty if none. Requires: `a` ascends from call to call.
  std::pair<std::uint32_t, std::uint32_t> from(std::uint32_t a) {
    const std::uint32_t longest = std::min(longest_[a], window_.last);
    first_ = std::max({first_, a + 1, window_.first});
    last_ = std::max(last_, a);
    while (first_ <= longest &&
           characters_ > kMaxRatio * many_.characters_in({a, first_}) + kRatioSlack)
      ++first_;
    while (last_ < longest &&
           many_.characters_in({a, last_ + 1}) <= kMaxRatio * characters_ + kRatioSlack)
      ++last_;
    return {first_, std::max(first_, std::min(last_, longest) + 1)};
  }

 private:
  const Features& many_;
  const std::vector<std::uint32_t>& longest_;
  Corridor::Row window_;
  std::uint32_t characters_;
  std::uint32_t first_ = 0, last_ = 0;
};

/// Scores of the coarse pass for one unit j of one text (`one`) against spans of units (a, b] of
/// the other (`many`), in arrays over b. Terms of places and lengths are those of the exact score
/// (`ScoreTerms`). The translation score is a sum over pairs of units (`PairScores`), so that a
/// span is a difference of two prefix sums:
///
///     pairs(a, b, j) = (S_j[b] - S_j[a]) * (1 - kDilution * log(length of (a, b] / length of j))
///
/// The factor stands for the mean over the span in the exact score: a link weighs less in a long
/// span. Left out is what the exact score says of words around boundaries, of the first and the
/// last unit of a side, and of lines inside.
class OneToManyScores {
 public:
  using Array = Eigen::ArrayXf;
  using Index = Eigen::Index;

  /// `windows` are the boundaries of `many` to score with each boundary of `one`.
  OneToManyScores(const LinkedText& many, const LinkedText& one, std::vector<Corridor::Row> windows,
                  const ScoreTerms& terms, bool many_is_source);

  Corridor::Row window(std::uint32_t one) const { return windows_[one]; }
  const UnitScores& of_many() const { return of_many_; }
  const UnitScores& of_one() const { return of_one_; }
  /// Prefix sums of `of_many().inside`, by boundary.
  const Array& many_inside() const { return many_inside_; }
  /// `of_many().ends`.
  const Array& many_ends() const { return many_ends_; }
  /// End of the longest span of a bead that begins with a unit of `many`.
  std::uint32_t longest(std::uint32_t many) const { return longest_[many]; }

  LengthScore length_of(UnitRange one) const;
  /// Score of a bead for where it begins.
  float begin_score(std::uint32_t many, std::uint32_t one) const;
  /// What it adds to `UnitScores::ends` of both texts where a bead ends there.
  float end_score(std::uint32_t many, std::uint32_t one) const;

  /// Ends of the spans that a bead may join with `one`.
  SpanEnds span_ends(UnitRange one) const;

  /// Adds the prefix sums S_j to `sums`, which begin with boundary `first` of `many`.
  void add_pairs(std::uint32_t j, std::uint32_t first, Array& sums) const;

  /// Logs of the characters of the span from `begin` to `first`, and of those that end behind it.
  const float* logs(std::uint32_t begin, std::uint32_t first) const {
    return logs_.data() + (std::size_t{begin} * kMaxUnits + first - begin - 1);
  }

  /// What the spans from one boundary of `many` to others add to the scores of beads with unit j.
  struct Spans {
    const float* pairs;  ///< prefix sums of pairs, by end
    const float* logs;   ///< of the characters, by end
    float pairs_before;
    const LengthScore& length;

    /// Pairs and lengths of `kSize` of the spans, from number `k` on.
    template <int kSize>
    Eigen::Array<float, kSize, 1> scores(Index k) const {
      using Values = Eigen::Array<float, kSize, 1>;
      const Values deviation = Eigen::Map<const Values>(logs + k) - length.log;
      return (Eigen::Map<const Values>(pairs + k) - pairs_before) * (1.0F - kDilution * deviation) -
             length.loss(deviation);
    }
  };
  /// Those from `a` to `first` and the boundaries after it.
  Spans spans(std::uint32_t a, std::uint32_t first, std::uint32_t j,
              const LengthScore& length) const {
    return {pairs_.data() + at(first, j), logs(a, first), pairs_[at(a, j)], length};
  }

  /// Score of unit j if the unit of `many` before boundary `b` faces it and unit j - 1.
  float shared(std::uint32_t b, std::uint32_t j) const;
  /// Whether the unit of `many` before boundary `b` may face this many characters of `one`.
  bool may_face(std::uint32_t b, float characters) const;

  /// Share of the pair scores that a span loses when it grows by a factor of e.
  static constexpr float kDilution = 0.5F;

 private:
  /// Place in `pairs_` of boundary `i` of `many` for unit `j`.
  Index at(std::uint32_t i, std::uint32_t j) const {
    return static_cast<Index>(offset_[j] + i - windows_[j].first);
  }
  void add_links(const Links& from_many, const Links& from_one);
  void sum_pairs();
  void tabulate_spans();

  const Features& many_;
  const Features& one_;
  std::vector<Corridor::Row> windows_;
  const ScoreTerms& terms_;
  bool many_is_source_;
  UnitScores of_many_, of_one_;
  std::vector<std::size_t> offset_;     // of each unit of `one` in `pairs_`
  Array pairs_;                         // the prefix sums S_j, one after the other
  std::vector<std::uint32_t> longest_;  // by first unit of `many`
  Array many_inside_;
  Array many_ends_;
  Array logs_;  // of the characters of all spans of `many`, by first unit
};

}  // namespace thalign
