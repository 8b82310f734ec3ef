#include "align/search/rough_search.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "align/search/candidates.h"
#include "align/search/column_scores.h"
#include "align/search/target_spans.h"

namespace thalign {
namespace {

using Array = Eigen::ArrayXf;
using Index = Eigen::Index;

constexpr float kUnreached = -1e30F;
/// What gains of links lose when a bead has e columns, not one.
constexpr float kColumnDilution = 0.25F;

/// The source boundaries of each target boundary.
std::vector<Corridor::Row> transposed(const Corridor& corridor) {
  std::vector<Corridor::Row> columns(corridor.target_units() + std::size_t{1});
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  for (std::uint32_t j = 0; j < columns.size(); ++j) {
    while (corridor.row(first).last < j) ++first;
    while (last < corridor.source_units() && corridor.row(last + 1).first <= j) ++last;
    columns[j] = {first, last};
  }
  return columns;
}

/// The beads by `key`, at most `most`; those with the same key stay in order.
template <typename Key>
std::vector<Candidate> sorted(const std::vector<Candidate>& beads, std::uint32_t most, Key&& key) {
  std::vector<std::uint32_t> next(most + std::size_t{2});
  for (const Candidate& bead : beads) ++next[key(bead) + 1];
  for (std::size_t k = 0; k <= most; ++k) next[k + 1] += next[k];
  std::vector<Candidate> result(beads.size());
  for (const Candidate& bead : beads) result[next[key(bead)]++] = bead;
  return result;
}

std::vector<Corridor::Row> rows_of(const Corridor& corridor) {
  std::vector<Corridor::Row> rows;
  for (std::uint32_t i = 0; i <= corridor.source_units(); ++i) rows.push_back(corridor.row(i));
  return rows;
}

/// How far below the best path a pair of boundaries may be.
struct Margins {
  const std::vector<float>& by_source;
  bool source_is_fine;

  float at(std::uint32_t fine, std::uint32_t coarse) const {
    return by_source[source_is_fine ? fine : coarse];
  }
};

}  // namespace

class RoughSearch::Columns {
 public:
  /// `windows` are the fine boundaries of each coarse boundary.
  Columns(const RoughSide& fine, const RoughSide& coarse, std::vector<Corridor::Row> windows,
          const ScoreWeights& weights)
      : parts_(fine, coarse, std::move(windows), weights), fine_(fine.text), coarse_(coarse.text) {
    offset_.push_back(0);
    for (std::uint32_t j = 0; j <= coarse_.units(); ++j)
      offset_.push_back(offset_.back() + window(j).last - window(j).first + 1);
    pass_forward();
    pass_backward();
  }

  /// How far the best path through a pair is below the best of all.
  float loss(std::uint32_t i, std::uint32_t j) const {
    return best() - ends_[at(i, j)] - begins_[at(i, j)];
  }

  /// Calls `found` with the ends of each coarse boundary's range of fine boundaries with a loss of
  /// at most their margins.
  template <typename Found>
  void pairs(const Margins& margins, Found&& found) const {
    const std::vector<UnitRange> likely = likely_boundaries(margins);
    for (std::uint32_t j = 0; j < likely.size(); ++j) {
      for (std::uint32_t i = likely[j].begin; i < likely[j].end; ++i) found(i, j);
    }
  }

  /// Calls `found` with the fine and the coarse units and the loss of each bead that has a loss of
  /// at most its margin, ascending by coarse begin, coarse end, fine begin, fine end, and
  /// `boundary_done` after those of each coarse begin.
  template <typename Add, typename Done>
  void beads(const Margins& margins, Add&& found, Done&& boundary_done) const {
    const std::vector<UnitRange> likely = likely_boundaries(margins);
    Array gains;
    Array ways_on;
    Array scores(kMaxUnits);
    for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
      if (likely[j].empty()) continue;
      const std::uint32_t first = likely[j].begin;
      const std::uint32_t reach = parts_.longest(std::min(likely[j].end, fine_.units()) - 1);
      gains.setZero(static_cast<Index>(reach - first) + 1);
      const std::uint32_t longest = longest_end(coarse_, j);
      float inside = 0.0F;
      for (std::uint32_t end = j + 1; end <= longest; ++end) {
        inside += parts_.of_coarse().inside[end - 1];
        parts_.add_column(end - 1, first, gains);
        if (likely[end].empty()) continue;
        const std::uint32_t ends = likely[end].begin;
        if (ends > reach) break;
        const auto width = static_cast<Index>(likely[end].size());
        ways_on = begins_.segment(at(ends, end), width) +
                  parts_.fine_inside().segment(ends, width) +
                  parts_.fine_ends().segment(ends, width) + (parts_.of_coarse().ends[end] + inside);
        const LengthScore length = parts_.length_of({j, end});
        const float dilution =
            std::max(0.3F, 1.0F - kColumnDilution * std::log(static_cast<float>(end - j)));
        for (std::uint32_t a = first; a < std::min(likely[j].end, fine_.units()); ++a) {
          const float start = ends_[at(a, j)] + parts_.begin_score(a, j);
          auto [from, to] = parts_.span_ends(a, {j, end});
          from = std::max(from, ends);
          to = std::min(to, likely[end].end);
          if (from >= to) continue;
          const auto size = static_cast<Index>(to - from);
          const auto deviation = parts_.logs(a, from, size) - length.log;
          scores.head(size) = ways_on.segment(from - ends, size) +
                              dilution * (gains.segment(from - first, size) - gains[a - first]) *
                                  (1.0F - ColumnScores::kDilution * deviation) -
                              length.loss(deviation);
          const float needed =
              best() - margins.at(a, j) - (start - parts_.fine_inside()[a] + length.constant);
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
  Corridor::Row window(std::uint32_t j) const { return parts_.window(j); }
  Index at(std::uint32_t i, std::uint32_t j) const {
    return static_cast<Index>(offset_[j] + i - window(j).first);
  }
  bool inside(std::uint32_t i, std::uint32_t j) const {
    return window(j).first <= i && i <= window(j).last;
  }
  float best() const { return ends_[static_cast<Index>(offset_.back()) - 1]; }

  /// By coarse boundary the range of fine boundaries with a loss of at most their
  /// margins.
  std::vector<UnitRange> likely_boundaries(const Margins& margins) const {
    std::vector<UnitRange> likely;
    for (std::uint32_t j = 0; j <= coarse_.units(); ++j) {
      UnitRange range = {window(j).first, window(j).last + 1};
      while (!range.empty() && loss(range.begin, j) > margins.at(range.begin, j)) ++range.begin;
      while (!range.empty() && loss(range.end - 1, j) > margins.at(range.end - 1, j)) --range.end;
      likely.push_back(range);
    }
    return likely;
  }

  void pass_forward() {
    ends_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    soft_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    spanned_ = soft_;
    filled_.setZero(soft_.size());
    ends_[0] = 0.0F;
    for (std::uint32_t j = 0;; ++j) {
      for (std::uint32_t i = window(j).first + 1; i <= window(j).last; ++i)
        ends_[at(i, j)] =
            std::max(ends_[at(i, j)], ends_[at(i - 1, j)] + parts_.of_fine().null[i - 1]);
      if (j == coarse_.units()) break;
      extend(j);
    }
  }

  void extend(std::uint32_t j) {
    const LengthScore length = parts_.length_of({j, j + 1});
    for (std::uint32_t a = window(j).first; a <= std::min(window(j).last, fine_.units() - 1); ++a) {
      const float begin = std::max(ends_[at(a, j)] + parts_.begin_score(a, j), soft_[at(a, j)]) -
                          parts_.fine_inside()[a] + length.constant;
      const auto [first, last] = parts_.span_ends(a, {j, j + 1});
      if (first >= last || begin <= kUnreached) continue;
      const auto size = static_cast<Index>(last - first);
      auto out = soft_.segment(at(first, j + 1), size);
      out = out.max(begin +
                    parts_.column(a, first, j, parts_.logs(a, first, size) - length.log, length));
    }
    for (std::uint32_t b = window(j + 1).first; b <= window(j + 1).last; ++b) {
      const Index to = at(b, j + 1);
      soft_[to] += parts_.fine_inside()[b] + parts_.of_coarse().inside[j];
      spanned_[to] = soft_[to];
      filled_[to] = column_characters(j);
      if (b > 0 && inside(b, j)) fill_again(b, j);
      float& end = ends_[to];
      end = soft_[to] + parts_.of_fine().ends[b] + parts_.of_coarse().ends[j + 1];
      if (inside(b, j)) end = std::max(end, ends_[at(b, j)] + parts_.of_coarse().null[j]);
    }
  }

  /// Lets the fine unit before boundary `b` fill column `j`, too, where that is better.
  void fill_again(std::uint32_t b, std::uint32_t j) {
    const Index from = at(b, j);
    const Index to = at(b, j + 1);
    float before = soft_[from];
    float filled = filled_[from] + column_characters(j);
    if (!parts_.may_fill(b, filled)) {
      if (j == 0) return;
      before = spanned_[from];
      filled = column_characters(j - 1) + column_characters(j);
      if (!parts_.may_fill(b, filled)) return;
    }
    const float score = before + parts_.again(b, j);
    if (score <= soft_[to]) return;
    soft_[to] = score;
    filled_[to] = filled;
  }

  /// Best ways on from the end of a column, by fine boundary.
  struct WaysOn {
    Array best;
    Array spanned;  ///< those that the fine unit before fills no further column on
    Array filled;   ///< characters of the columns that it fills on the best way

    void reset(Index size) {
      best.setConstant(size, kUnreached);
      spanned.setConstant(size, kUnreached);
      filled.setZero(size);
    }
  };

  void pass_backward() {
    begins_.setConstant(static_cast<Index>(offset_.back()), kUnreached);
    const std::uint32_t m = coarse_.units();
    begins_[static_cast<Index>(offset_.back()) - 1] = 0.0F;
    WaysOn next;
    WaysOn here;
    next.reset(window(m).last - window(m).first + Index{1});
    for (std::uint32_t j = m;; --j) {
      here.reset(window(j).last - window(j).first + Index{1});
      for (std::uint32_t a = window(j).last + 1; a-- > window(j).first;) {
        const Index k = a - window(j).first;
        float on = kUnreached;
        float& begin = begins_[at(a, j)];
        if (j < m) {
          if (a < fine_.units()) on = column_from(a, j, next.best);
          begin = std::max(begin, on + parts_.begin_score(a, j));
          if (inside(a, j + 1)) {
            begin = std::max(begin, begins_[at(a, j + 1)] + parts_.of_coarse().null[j]);
            if (a > 0) fill_again(a, j, next, here);
          }
        }
        if (a < window(j).last)
          begin = std::max(begin, begins_[at(a + 1, j)] + parts_.of_fine().null[a]);
        here.spanned[k] =
            std::max(on, begin + parts_.of_fine().ends[a] + parts_.of_coarse().ends[j]);
        if (here.spanned[k] >= here.best[k]) {
          here.best[k] = here.spanned[k];
          here.filled[k] = 0.0F;
        }
      }
      if (j == 0) break;
      std::swap(here, next);
    }
  }

  /// Ways on from fine boundary `a` on which the fine unit before it fills column `j`, too.
  void fill_again(std::uint32_t a, std::uint32_t j, const WaysOn& next, WaysOn& here) const {
    const Index from = a - window(j + 1).first;
    const Index to = a - window(j).first;
    const float characters = column_characters(j);
    const bool goes_on = parts_.may_fill(a, next.filled[from] + characters);
    if (!goes_on && !parts_.may_fill(a, characters)) return;
    here.best[to] = parts_.again(a, j) + (goes_on ? next.best[from] : next.spanned[from]);
    here.filled[to] = characters + (goes_on ? next.filled[from] : 0.0F);
  }

  /// Best way on over column `j` from fine boundary `a`; `next` holds the ways on from its ends.
  float column_from(std::uint32_t a, std::uint32_t j, const Array& next) const {
    const auto [first, last] = parts_.span_ends(a, {j, j + 1});
    if (first >= last) return kUnreached;
    const LengthScore length = parts_.length_of({j, j + 1});
    const auto size = static_cast<Index>(last - first);
    const float best =
        (next.segment(first - window(j + 1).first, size) +
         parts_.fine_inside().segment(first, size) +
         parts_.column(a, first, j, parts_.logs(a, first, size) - length.log, length))
            .maxCoeff();
    return best + length.constant - parts_.fine_inside()[a] + parts_.of_coarse().inside[j];
  }

  float column_characters(std::uint32_t j) const {
    return static_cast<float>(coarse_.characters_in({j, j + 1}));
  }

  const ColumnScores parts_;
  const Features& fine_;
  const Features& coarse_;
  std::vector<std::size_t> offset_;  // of each coarse boundary's pairs
  Array soft_;                       // best path to a pair, a column ending there
  Array spanned_;                    // ... that a new fine unit fills
  Array filled_;  // characters of the columns that the last fine unit of `soft_` fills
  Array ends_;    // ... a bead or null unit ending there
  Array begins_;  // best path from a pair on
};

RoughSearch::RoughSearch(const Corridor& corridor, const Features& source, const Features& target,
                         const Links& forward, const Links& backward, const ScoreWeights& weights)
    : source_units_(source.units()),
      target_units_(target.units()),
      source_is_fine_(source.units() >= target.units()) {
  const RoughSide source_side = {source, forward};
  const RoughSide target_side = {target, backward};
  columns_ =
      source_is_fine_
          ? std::make_unique<Columns>(source_side, target_side, transposed(corridor), weights)
          : std::make_unique<Columns>(target_side, source_side, rows_of(corridor), weights);
}

RoughSearch::~RoughSearch() = default;

std::size_t RoughSearch::bytes(const Corridor& corridor) {
  // Best scores to, through and from each pair, and the sums of its column; the logs of all spans.
  constexpr std::size_t kOfPair = 7 * sizeof(float);
  constexpr std::size_t kOfUnit = (kMaxUnits + 8) * sizeof(float);
  const std::size_t units = std::max(corridor.source_units(), corridor.target_units());
  return kOfPair * corridor.cells() + kOfUnit * units;
}

float RoughSearch::loss(BoundaryPair pair) const {
  return source_is_fine_ ? columns_->loss(pair.source, pair.target)
                         : columns_->loss(pair.target, pair.source);
}

std::vector<Corridor::Row> RoughSearch::rows(const std::vector<float>& by_source) const {
  std::vector<Corridor::Row> rows(source_units_ + std::size_t{1}, {target_units_, 0});
  columns_->pairs({by_source, source_is_fine_}, [&](std::uint32_t i, std::uint32_t j) {
    if (!source_is_fine_) std::swap(i, j);
    rows[i].first = std::min(rows[i].first, j);
    rows[i].last = std::max(rows[i].last, j);
  });
  return joined_rows(std::move(rows), target_units_);
}

Corridor RoughSearch::within(const std::vector<float>& by_source, std::size_t most) const {
  const Margins margins = {by_source, source_is_fine_};
  Candidates candidates(most, kMostOfBoundary);
  const auto add = [&](UnitRange fine, UnitRange coarse, float loss) {
    if (source_is_fine_) {
      candidates.add({fine, coarse, loss});
    } else {
      candidates.add({coarse, fine, loss});
    }
  };
  columns_->beads(margins, add, [&] { candidates.end_boundary(); });
  std::vector<Candidate> found = std::move(candidates).take();
  if (source_is_fine_) {
    found = sorted(found, source_units_, [](const Candidate& bead) { return bead.source.end; });
    found = sorted(found, source_units_, [](const Candidate& bead) { return bead.source.begin; });
  }
  std::vector<BeadPlace> beads;
  beads.reserve(found.size());
  std::vector<std::uint32_t> begin(source_units_ + std::size_t{1});
  for (const Candidate& bead : found) {
    ++begin[bead.source.begin + 1];
    beads.push_back({bead.source.end, bead.target.begin, bead.target.end});
  }
  for (std::size_t i = 0; i < source_units_; ++i) begin[i + 1] += begin[i];
  return {rows(by_source), std::move(beads), std::move(begin)};
}

}  // namespace thalign
