// SPDX-License-Identifier: Apache-2.0
#include "align/search/coarse_pass.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "align/search/one_to_many.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/candidates.h"
#include "align/search_space/target_spans.h"

namespace thalign {
namespace {

using Array = Eigen::ArrayXf;
using Index = Eigen::Index;

constexpr float kUnreached = -1e30F;
/// Share of its pair scores that a bead with e units of `one` loses, not one.
constexpr float kPartDilution = 0.25F;

/// The source boundaries of each target boundary.
std::vector<Corridor::Row> transposed(const Corridor& corridor) {
  std::vector<Corridor::Row> rows(corridor.target_units() + std::size_t{1});
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  for (std::uint32_t j = 0; j < rows.size(); ++j) {
    while (corridor.row(first).last < j) ++first;
    while (last < corridor.source_units() && corridor.row(last + 1).first <= j) ++last;
    rows[j] = {first, last};
  }
  return rows;
}

std::vector<Corridor::Row> rows_of(const Corridor& corridor) {
  std::vector<Corridor::Row> rows;
  for (std::uint32_t i = 0; i <= corridor.source_units(); ++i) rows.push_back(corridor.row(i));
  return rows;
}

/// The largest loss that is not pruned, by source boundary.
struct Margins {
  const std::vector<float>& by_source;
  bool source_is_many;

  float at(std::uint32_t many, std::uint32_t one) const {
    return by_source[source_is_many ? many : one];
  }
};

}  // namespace

/// The recurrence of coarse_pass.h in arrays over pairs of boundaries, row by row of `one`.
class CoarsePass::Recurrence {
 public:
  /// `windows` are the boundaries of `many` that are in the corridor with each boundary of `one`.
  Recurrence(const LinkedText& many, const LinkedText& one, std::vector<Corridor::Row> windows,
             const ScoreTerms& terms, bool many_is_source)
      : scores_(many, one, std::move(windows), terms, many_is_source),
        many_(many.text),
        one_(one.text) {
    offset_.push_back(0);
    for (std::uint32_t j = 0; j <= one_.units(); ++j)
      offset_.push_back(offset_.back() + window(j).last - window(j).first + 1);
    score_begins();
    pass_forward();
    // What only the passes need goes, since the search holds the rest.
    open_ = fresh_ = faced_ = Array();
    pass_backward();
    parts_ = {};
  }

  float loss(std::uint32_t i, std::uint32_t j) const {
    return best() - closed_[at(i, j)] - onward_[at(i, j)];
  }

  /// Calls `found` with the pairs (i, j) that are not pruned. Of each row only its ends are pruned.
  template <typename Found>
  void pairs(const Margins& margins, Found&& found) const {
    const std::vector<UnitRange> likely = likely_boundaries(margins);
    for (std::uint32_t j = 0; j < likely.size(); ++j) {
      for (std::uint32_t i = likely[j].begin; i < likely[j].end; ++i) found(i, j);
    }
  }

  /// Calls `found` with the units of `many` and of `one` and the loss of each bead that is not
  /// pruned, ascending by begin and end in `one`, begin and end in `many`; and `boundary_done`
  /// after those of each begin in `one`.
  template <typename Add, typename Done>
  void beads(const Margins& margins, Add&& found, Done&& boundary_done) const {
    const std::vector<UnitRange> likely = likely_boundaries(margins);
    Array pairs;   // prefix sums S of the units of `one` in the bead
    Array onward;  // best paths from the end of a bead on, with the terms of its end
    Array starts;  // best paths to the begin of a bead, with the terms of its begin
    Array scores(kMaxUnits);
    for (std::uint32_t j = 0; j < one_.units(); ++j) {
      if (likely[j].empty()) continue;
      const std::uint32_t first = likely[j].begin;
      const std::uint32_t reach = scores_.longest(std::min(likely[j].end, many_.units()) - 1);
      pairs.setZero(static_cast<Index>(reach - first) + 1);
      const std::uint32_t last = std::min(likely[j].end, many_.units());
      starts = closed_.segment(at(first, j), static_cast<Index>(last - first)) +
               begins_.segment(at(first, j), static_cast<Index>(last - first)) -
               scores_.many_inside().segment(first, static_cast<Index>(last - first));
      const std::uint32_t longest = longest_end(one_, j);
      float inside = 0.0F;
      for (std::uint32_t end = j + 1; end <= longest; ++end) {
        inside += scores_.of_one().inside[end - 1];
        scores_.add_pairs(end - 1, first, pairs);
        if (likely[end].empty()) continue;
        const std::uint32_t ends = likely[end].begin;
        if (ends > reach) break;
        const auto width = static_cast<Index>(likely[end].size());
        onward = onward_.segment(at(ends, end), width) +
                 scores_.many_inside().segment(ends, width) +
                 scores_.many_ends().segment(ends, width) + (scores_.of_one().ends[end] + inside);
        for (std::uint32_t b = ends; b < likely[end].end; ++b)
          onward[b - ends] += scores_.end_score(b, end);
        const LengthScore length = scores_.length_of({j, end});
        const float dilution =
            std::max(0.3F, 1.0F - kPartDilution * std::log(static_cast<float>(end - j)));
        SpanEnds span_ends = scores_.span_ends({j, end});
        for (std::uint32_t a = first; a < last; ++a) {
          auto [from, to] = span_ends.from(a);
          from = std::max(from, ends);
          to = std::min(to, likely[end].end);
          if (from >= to) continue;
          const float needed = best() - margins.at(a, j) - (starts[a - first] + length.constant);
          const float* const logs = scores_.logs(a, from);
          const float* const pairs_to = pairs.data() + (from - first);
          const float* const onward_from = onward.data() + (from - ends);
          const float pairs_before = pairs[a - first];
          bool any = false;
          in_packets(to - from, [&]<int kSize>(Index k, std::integral_constant<int, kSize>) {
            using Values = Eigen::Array<float, kSize, 1>;
            const Values deviation = Eigen::Map<const Values>(logs + k) - length.log;
            const Values score = Eigen::Map<const Values>(onward_from + k) +
                                 dilution *
                                     (Eigen::Map<const Values>(pairs_to + k) - pairs_before) *
                                     (1.0F - OneToManyScores::kDilution * deviation) -
                                 length.loss(deviation);
            Eigen::Map<Values>(scores.data() + k) = score;
            any = any || score.maxCoeff() >= needed;
          });
          if (!any) continue;
          for (std::uint32_t b = from; b < to; ++b) {
            if (scores[b - from] < needed) continue;
            found(UnitRange{a, b}, UnitRange{j, end},
                  margins.at(a, j) - (scores[b - from] - needed));
          }
        }
      }
      boundary_done();
    }
  }

 private:
  Corridor::Row window(std::uint32_t j) const { return scores_.window(j); }
  Index at(std::uint32_t i, std::uint32_t j) const {
    return static_cast<Index>(offset_[j] + i - window(j).first);
  }
  bool inside(std::uint32_t i, std::uint32_t j) const {
    return window(j).first <= i && i <= window(j).last;
  }
  /// The terms of a bead that ends at a pair.
  float end_score(std::uint32_t i, std::uint32_t j) const {
    return scores_.of_many().ends[i] + scores_.of_one().ends[j] + scores_.end_score(i, j);
  }
  float best() const { return closed_[static_cast<Index>(offset_.back()) - 1]; }

  /// By boundary of `one` those of `many` between the first and the last pair that is not pruned.
  std::vector<UnitRange> likely_boundaries(const Margins& margins) const {
    std::vector<UnitRange> likely;
    for (std::uint32_t j = 0; j <= one_.units(); ++j) {
      UnitRange range = {window(j).first, window(j).last + 1};
      while (!range.empty() && loss(range.begin, j) > margins.at(range.begin, j)) ++range.begin;
      while (!range.empty() && loss(range.end - 1, j) > margins.at(range.end - 1, j)) --range.end;
      likely.push_back(range);
    }
    return likely;
  }

  void score_begins() {
    begins_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    for (std::uint32_t j = 0; j < one_.units(); ++j) {
      for (std::uint32_t i = window(j).first; i <= std::min(window(j).last, many_.units() - 1); ++i)
        begins_[at(i, j)] = scores_.begin_score(i, j);
    }
  }

  void pass_forward() {
    parts_.resize(offset_.back());
    closed_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    open_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    fresh_ = open_;
    faced_.setZero(open_.size());
    closed_[0] = 0.0F;
    for (std::uint32_t j = 0;; ++j) {
      for (std::uint32_t i = window(j).first + 1; i <= window(j).last; ++i)
        closed_[at(i, j)] =
            std::max(closed_[at(i, j)], closed_[at(i - 1, j)] + scores_.of_many().null[i - 1]);
      if (j == one_.units()) break;
      extend(j);
    }
  }

  /// Adds unit j of `one` to the beads that end at boundary j or go on there.
  void extend(std::uint32_t j) {
    const LengthScore length = scores_.length_of({j, j + 1});
    SpanEnds span_ends = scores_.span_ends({j, j + 1});
    for (std::uint32_t a = window(j).first; a <= std::min(window(j).last, many_.units() - 1); ++a) {
      const float begin = std::max(closed_[at(a, j)] + begins_[at(a, j)], open_[at(a, j)]) -
                          scores_.many_inside()[a] + length.constant;
      const auto [first, last] = span_ends.from(a);
      parts_[static_cast<std::size_t>(at(a, j))] = {static_cast<std::uint8_t>(first - a),
                                                    static_cast<std::uint8_t>(last - a)};
      if (first >= last || begin <= kUnreached) continue;
      const OneToManyScores::Spans spans = scores_.spans(a, first, j, length);
      float* const out = open_.data() + at(first, j + 1);
      in_packets(last - first, [&]<int kSize>(Index k, std::integral_constant<int, kSize>) {
        Eigen::Map<Eigen::Array<float, kSize, 1>> open(out + k);
        open = open.max(begin + spans.scores<kSize>(k));
      });
    }
    for (std::uint32_t b = window(j + 1).first; b <= window(j + 1).last; ++b) {
      const Index to = at(b, j + 1);
      open_[to] += scores_.many_inside()[b] + scores_.of_one().inside[j];
      fresh_[to] = open_[to];
      faced_[to] = one_characters(j);
      if (b > 0 && inside(b, j)) share_unit(b, j);
      float& end = closed_[to];
      end = open_[to] + end_score(b, j + 1);
      if (inside(b, j)) end = std::max(end, closed_[at(b, j)] + scores_.of_one().null[j]);
    }
  }

  /// Lets the unit of `many` before boundary `b` face unit `j`, too, where that is better.
  void share_unit(std::uint32_t b, std::uint32_t j) {
    const Index from = at(b, j);
    const Index to = at(b, j + 1);
    float before = open_[from];
    float faced = faced_[from] + one_characters(j);
    if (!scores_.may_face(b, faced)) {
      if (j == 0) return;
      before = fresh_[from];
      faced = one_characters(j - 1) + one_characters(j);
      if (!scores_.may_face(b, faced)) return;
    }
    const float score = before + scores_.shared(b, j);
    if (score <= open_[to]) return;
    open_[to] = score;
    faced_[to] = faced;
  }

  /// Best paths on from the end of a part, by boundary of `many`.
  struct Onward {
    Array best;
    Array fresh;  ///< those on which the unit of `many` before faces no further unit
    Array faced;  ///< characters that it faces further on the best path

    void reset(Index size) {
      best.setConstant(size, kUnreached);
      fresh.setConstant(size, kUnreached);
      faced.setZero(size);
    }
  };

  void pass_backward() {
    onward_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    const std::uint32_t m = one_.units();
    onward_[static_cast<Index>(offset_.back()) - 1] = 0.0F;
    Onward next;
    Onward here;
    next.reset(window(m).last - window(m).first + Index{1});
    for (std::uint32_t j = m;; --j) {
      here.reset(window(j).last - window(j).first + Index{1});
      const LengthScore length = j < m ? scores_.length_of({j, j + 1}) : LengthScore();
      for (std::uint32_t a = window(j).last + 1; a-- > window(j).first;) {
        const Index k = a - window(j).first;
        float on = kUnreached;
        float& begin = onward_[at(a, j)];
        if (j < m) {
          if (a < many_.units()) on = part_from(a, j, length, next.best);
          begin = std::max(begin, on + begins_[at(a, j)]);
          if (inside(a, j + 1)) {
            begin = std::max(begin, onward_[at(a, j + 1)] + scores_.of_one().null[j]);
            if (a > 0) share_unit(a, j, next, here);
          }
        }
        if (a < window(j).last)
          begin = std::max(begin, onward_[at(a + 1, j)] + scores_.of_many().null[a]);
        here.fresh[k] = std::max(on, begin + end_score(a, j));
        if (here.fresh[k] >= here.best[k]) {
          here.best[k] = here.fresh[k];
          here.faced[k] = 0.0F;
        }
      }
      if (j == 0) break;
      std::swap(here, next);
    }
  }

  /// Paths on from boundary `a` of `many` on which the unit before it faces unit `j`, too.
  void share_unit(std::uint32_t a, std::uint32_t j, const Onward& next, Onward& here) const {
    const Index from = a - window(j + 1).first;
    const Index to = a - window(j).first;
    const float characters = one_characters(j);
    const bool goes_on = scores_.may_face(a, next.faced[from] + characters);
    if (!goes_on && !scores_.may_face(a, characters)) return;
    here.best[to] = scores_.shared(a, j) + (goes_on ? next.best[from] : next.fresh[from]);
    here.faced[to] = characters + (goes_on ? next.faced[from] : 0.0F);
  }

  /// Best path on from boundary `a` of `many` whose next part is of unit `j`; `next` holds the
  /// paths on from the ends of that part.
  float part_from(std::uint32_t a, std::uint32_t j, const LengthScore& length,
                  const Array& next) const {
    const Part part = parts_[static_cast<std::size_t>(at(a, j))];
    if (part.first >= part.last) return kUnreached;
    const std::uint32_t first = a + part.first;
    const OneToManyScores::Spans spans = scores_.spans(a, first, j, length);
    const float* const onward = next.data() + (first - window(j + 1).first);
    const float* const inside = scores_.many_inside().data() + first;
    float best = kUnreached;
    in_packets(part.last - part.first, [&]<int kSize>(Index k, std::integral_constant<int, kSize>) {
      using Values = Eigen::Array<float, kSize, 1>;
      const Values score = Eigen::Map<const Values>(onward + k) +
                           Eigen::Map<const Values>(inside + k) + spans.scores<kSize>(k);
      best = std::max(best, score.maxCoeff());
    });
    return best + length.constant - scores_.many_inside()[a] + scores_.of_one().inside[j];
  }

  float one_characters(std::uint32_t j) const {
    return static_cast<float>(one_.characters_in({j, j + 1}));
  }

  const OneToManyScores scores_;
  const Features& many_;
  const Features& one_;
  std::vector<std::size_t> offset_;  // of the pairs of each boundary of `one`
  /// Ends of the parts of a bead with one unit of `one`, less where they begin: [first, last).
  struct Part {
    std::uint8_t first, last;
  };
  std::vector<Part> parts_;
  Array begins_;  // begin(i, j)
  Array open_;    // open(i, j)
  Array fresh_;   // ... of those whose last part has a span, not a shared unit
  Array faced_;   // characters of `one` that the last unit of `many` faces on the path of `open_`
  Array closed_;  // closed(i, j)
  Array onward_;  // onward(i, j)
};

CoarsePass::CoarsePass(const Corridor& corridor, const Features& source, const Features& target,
                       const Links& forward, const Links& backward, const ScoreModel& model)
    : source_units_(source.units()),
      target_units_(target.units()),
      source_is_many_(source.units() >= target.units()),
      terms_(source, target, forward, backward, model) {
  const LinkedText source_side = {source, forward};
  const LinkedText target_side = {target, backward};
  recurrence_ = source_is_many_ ? std::make_unique<Recurrence>(source_side, target_side,
                                                               transposed(corridor), terms_, true)
                                : std::make_unique<Recurrence>(target_side, source_side,
                                                               rows_of(corridor), terms_, false);
}

CoarsePass::~CoarsePass() = default;

std::size_t CoarsePass::bytes(const Corridor& corridor) {
  // Best scores to, through and from each pair, and its pair sums; the logs of all spans.
  constexpr std::size_t kOfPair = 8 * sizeof(float);
  constexpr std::size_t kOfUnit = (kMaxUnits + 8) * sizeof(float);
  const std::size_t units = std::max(corridor.source_units(), corridor.target_units());
  return kOfPair * corridor.cells() + kOfUnit * units;
}

float CoarsePass::loss(BoundaryPair pair) const {
  return source_is_many_ ? recurrence_->loss(pair.source, pair.target)
                         : recurrence_->loss(pair.target, pair.source);
}

Corridor CoarsePass::corridor(const std::vector<float>& margins) const {
  std::vector<Corridor::Row> rows(source_units_ + std::size_t{1}, {target_units_, 0});
  recurrence_->pairs({margins, source_is_many_}, [&](std::uint32_t i, std::uint32_t j) {
    if (!source_is_many_) std::swap(i, j);
    rows[i].first = std::min(rows[i].first, j);
    rows[i].last = std::max(rows[i].last, j);
  });
  return Corridor(joined_rows(std::move(rows), target_units_));
}

BeadList CoarsePass::candidates(const std::vector<float>& margins, std::size_t most) const {
  Candidates candidates(most, kMostOfBoundary);
  const auto add = [&](UnitRange many, UnitRange one, float loss) {
    if (source_is_many_) {
      candidates.add({many, one, loss});
    } else {
      candidates.add({one, many, loss});
    }
  };
  recurrence_->beads({margins, source_is_many_}, add, [&] { candidates.end_boundary(); });
  return {std::move(candidates).take(), source_units_};
}

}  // namespace thalign
