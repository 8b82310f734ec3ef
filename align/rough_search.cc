#include "align/rough_search.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "align/target_spans.h"

namespace thalign {
namespace {

using Array = Eigen::ArrayXf;
using Index = Eigen::Index;

constexpr float kNever = -1e30F;
/// Mixture of the translation score, and its logarithm for a token without a link.
constexpr float kMixtureRatio = 0.7F / 0.3F;
constexpr float kUnlinked = -1.2039728F;
/// Tokens of a typical bead; what gains of links lose when it grows by a factor of e; the same for
/// a bead of e columns.
constexpr float kTypicalTokens = 30.0F;
constexpr float kDilution = 0.5F;
constexpr float kColumnDilution = 0.25F;
/// Gains count for less than they would alone, since several may speak for one token. Those below
/// the least do not count.
constexpr float kGain = 0.7F;
constexpr float kLeastGain = 0.03F;
/// A fine unit fills another column beside its own.
constexpr float kAgain = -8.0F;

/// What the units of one side are worth by themselves.
struct UnitScores {
  std::vector<float> inside;  ///< in a bead, without a link
  std::vector<float> null;    ///< null, at least
  std::vector<float> ends;    ///< by boundary: a sentence ends there
};

UnitScores unit_scores(const Features& text, const Links& links, const ScoreWeights& weights) {
  UnitScores scores;
  const auto segmentation = static_cast<float>(weights.segmentation);
  scores.ends.push_back(0.0F);
  for (std::uint32_t u = 0; u < text.units(); ++u) {
    float linked = 0.0F;
    for (std::uint32_t t = text.token_begin[u]; t < text.token_begin[u + 1]; ++t)
      linked += links.background(text.tokens[t]) > 0.0F ? 1.0F : 0.0F;
    scores.inside.push_back(static_cast<float>(weights.translation) * kUnlinked * linked);
    const auto characters = static_cast<float>(text.characters_in({u, u + 1}));
    scores.null.push_back(static_cast<float>(weights.null_character) * characters +
                          segmentation * std::max(0.0F, text.break_after[u]));
    scores.ends.push_back(segmentation * text.break_after[u]);
  }
  return scores;
}

/// What a symbol of a fine unit is worth in a column (nats).
struct Gain {
  Symbol fine;
  float nats;
};

/// The gains of all links between the texts, in both directions, by coarse symbol.
class LinkGains {
 public:
  LinkGains(const Links& from_fine, const Links& from_coarse, float weight)
      : begin_(from_fine.symbols() + std::size_t{2}) {
    const Array of_fine = worth(from_fine, weight);
    const Array of_coarse = worth(from_coarse, weight);
    const auto each = [&](auto&& take) {
      Index fine_link = 0;
      Index coarse_link = 0;
      for (Symbol symbol = 0; symbol < from_fine.symbols(); ++symbol) {
        for (const Link& link : from_coarse.of(symbol))
          take(symbol, Gain{link.symbol, of_coarse[coarse_link++]});
        for (const Link& link : from_fine.of(symbol))
          take(link.symbol, Gain{symbol, of_fine[fine_link++]});
      }
    };
    each([&](Symbol coarse, Gain gain) { begin_[coarse + 2] += gain.nats < kLeastGain ? 0 : 1; });
    for (std::size_t s = 2; s < begin_.size(); ++s) begin_[s] += begin_[s - 1];
    gains_.resize(begin_.back());
    each([&](Symbol coarse, Gain gain) {
      if (gain.nats >= kLeastGain) gains_[begin_[coarse + 1]++] = gain;
    });
  }

  std::span<const Gain> of(Symbol coarse) const {
    return std::span(gains_).subspan(begin_[coarse], begin_[coarse + 1] - begin_[coarse]);
  }

 private:
  /// What each link is worth where it joins two units, in the order of the links.
  static Array worth(const Links& links, float weight) {
    std::vector<float> ratios;
    for (Symbol symbol = 0; symbol < links.symbols(); ++symbol) {
      for (const Link& link : links.of(symbol))
        ratios.push_back(link.probability / links.background(link.symbol));
    }
    const Eigen::Map<const Array> all(ratios.data(), static_cast<Index>(ratios.size()));
    return kGain * weight * (1.0F + kMixtureRatio / kTypicalTokens * all).log();
  }

  std::vector<std::uint32_t> begin_;  // of each coarse symbol, one more at the end
  std::vector<Gain> gains_;
};

/// One side of the search with all that belongs to it.
struct Side {
  const Features& text;
  const Links& links;  ///< from its symbols to those of the other side
};

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

/// A bead that was found likely.
struct Found {
  UnitRange source;
  UnitRange target;
};

/// The beads by `key`, at most `most`; those with the same key stay in order.
template <typename Key>
std::vector<Found> sorted(const std::vector<Found>& beads, std::uint32_t most, Key&& key) {
  std::vector<std::uint32_t> next(most + std::size_t{2});
  for (const Found& bead : beads) ++next[key(bead) + 1];
  for (std::size_t k = 0; k <= most; ++k) next[k + 1] += next[k];
  std::vector<Found> result(beads.size());
  for (const Found& bead : beads) result[next[key(bead)]++] = bead;
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

}  // namespace

class RoughSearch::Columns {
 public:
  /// `windows` are the fine boundaries of each coarse boundary.
  Columns(const Side& fine, const Side& coarse, std::vector<Corridor::Row> windows,
          const ScoreWeights& weights)
      : fine_(fine.text),
        coarse_(coarse.text),
        windows_(std::move(windows)),
        weights_(weights),
        of_fine_(unit_scores(fine.text, coarse.links, weights)),
        of_coarse_(unit_scores(coarse.text, fine.links, weights)) {
    offset_.push_back(0);
    column_offset_.push_back(0);
    for (std::uint32_t j = 0; j <= coarse_.units(); ++j) {
      offset_.push_back(offset_.back() + windows_[j].last - windows_[j].first + 1);
      if (j < coarse_.units())
        column_offset_.push_back(column_offset_.back() + windows_[j + 1].last - windows_[j].first +
                                 1);
    }
    add_gains(fine.links, coarse.links);
    tabulate_lengths();
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

  /// Calls `found` with the fine and the coarse units of each bead that has a loss of at most its
  /// margin, ascending by coarse begin, coarse end, fine begin, fine end.
  template <typename Found>
  void beads(const Margins& margins, Found&& found) const {
    const std::vector<UnitRange> likely = likely_boundaries(margins);
    Array gains;
    Array ways_on;
    Array scores(kMaxUnits);
    for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
      if (likely[j].empty()) continue;
      const std::uint32_t first = likely[j].begin;
      const std::uint32_t reach = longest_[std::min(likely[j].end, fine_.units()) - 1];
      gains.setZero(static_cast<Index>(reach - first) + 1);
      const std::uint32_t longest = longest_end(coarse_, j);
      float inside = 0.0F;
      for (std::uint32_t end = j + 1; end <= longest; ++end) {
        inside += of_coarse_.inside[end - 1];
        add_column(end - 1, first, gains);
        if (likely[end].empty()) continue;
        const std::uint32_t ends = likely[end].begin;
        if (ends > reach) break;
        const auto width = static_cast<Index>(likely[end].size());
        ways_on = begins_.segment(at(ends, end), width) + inside_.segment(ends, width) +
                  fine_ends_.segment(ends, width) + (of_coarse_.ends[end] + inside);
        const LengthScore length = length_of({j, end});
        const float dilution =
            std::max(0.3F, 1.0F - kColumnDilution * std::log(static_cast<float>(end - j)));
        for (std::uint32_t a = first; a < std::min(likely[j].end, fine_.units()); ++a) {
          const float start = ends_[at(a, j)] + begin_score(a, j);
          auto [from, to] = span_ends(a, {j, end});
          from = std::max(from, ends);
          to = std::min(to, likely[end].end);
          if (from >= to) continue;
          const auto size = static_cast<Index>(to - from);
          const auto deviation = logs(a, from, size) - length.log;
          scores.head(size) = ways_on.segment(from - ends, size) +
                              dilution * (gains.segment(from - first, size) - gains[a - first]) *
                                  (1.0F - kDilution * deviation) -
                              length.loss(deviation);
          const float needed = best() - margins.at(a, j) - (start - inside_[a] + length.constant);
          for (std::uint32_t b = from; b < to; ++b) {
            if (scores[b - from] >= needed) found(UnitRange{a, b}, UnitRange{j, end});
          }
        }
      }
    }
  }

 private:
  Index at(std::uint32_t i, std::uint32_t j) const {
    return static_cast<Index>(offset_[j] + i - windows_[j].first);
  }
  bool inside(std::uint32_t i, std::uint32_t j) const {
    return windows_[j].first <= i && i <= windows_[j].last;
  }
  /// Place in `gains_` of fine boundary `i` of column `j`.
  Index in_column(std::uint32_t i, std::uint32_t j) const {
    return static_cast<Index>(column_offset_[j] + i - windows_[j].first);
  }

  float best() const { return ends_[static_cast<Index>(offset_.back()) - 1]; }

  /// By coarse boundary the range of fine boundaries with a loss of at most their
  /// margins.
  std::vector<UnitRange> likely_boundaries(const Margins& margins) const {
    std::vector<UnitRange> likely;
    for (std::uint32_t j = 0; j <= coarse_.units(); ++j) {
      UnitRange range = {windows_[j].first, windows_[j].last + 1};
      while (!range.empty() && loss(range.begin, j) > margins.at(range.begin, j)) ++range.begin;
      while (!range.empty() && loss(range.end - 1, j) > margins.at(range.end - 1, j)) --range.end;
      likely.push_back(range);
    }
    return likely;
  }

  /// Adds the sums of column `j` to `sums`, which begin with fine boundary `first`.
  void add_column(std::uint32_t j, std::uint32_t first, Array& sums) const {
    const std::uint32_t begin = std::max(windows_[j].first, first);
    const auto end = std::min(windows_[j + 1].last + std::size_t{1},
                              first + static_cast<std::size_t>(sums.size()));
    if (begin >= end) return;
    const auto size = static_cast<Index>(end - begin);
    sums.segment(begin - first, size) += gains_.segment(in_column(begin, j), size);
    const Index after = begin - first + size;
    sums.tail(sums.size() - after) += gains_[in_column(static_cast<std::uint32_t>(end - 1), j)];
  }

  /// Logs of the characters of spans of fine units from `begin` to `first` on.
  Eigen::VectorBlock<const Array> logs(std::uint32_t begin, std::uint32_t first, Index size) const {
    return logs_.segment(static_cast<Index>(std::size_t{begin} * kMaxUnits + first - begin - 1),
                         size);
  }

  /// Sums over fine units of what they are worth in each column.
  void add_gains(const Links& from_fine, const Links& from_coarse) {
    gains_.setZero(static_cast<Index>(column_offset_.back()));
    const LinkGains gains(from_fine, from_coarse, static_cast<float>(weights_.translation));
    std::vector<float> worth(from_fine.symbols());  // of each fine symbol in the column
    for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
      const auto tokens =
          std::span(coarse_.tokens).subspan(coarse_.token_begin[j], coarse_.tokens_in({j, j + 1}));
      for (const Symbol token : tokens) {
        for (const auto [fine, nats] : gains.of(token)) worth[fine] += nats;
      }
      for (std::uint32_t i = windows_[j].first; i < windows_[j + 1].last; ++i) {
        float& gain = gains_[in_column(i + 1, j)];
        for (std::uint32_t t = fine_.token_begin[i]; t < fine_.token_begin[i + 1]; ++t)
          gain += worth[fine_.tokens[t]];
      }
      for (const Symbol token : tokens) {
        for (const auto [fine, nats] : gains.of(token)) worth[fine] = 0.0F;
      }
    }
    sum_gains();
  }

  /// Makes sums of the gains over fine units, as columns of the coarse units' lengths have them.
  void sum_gains() {
    for (std::uint32_t j = 0; j < coarse_.units(); ++j) {
      const auto tokens = static_cast<float>(std::max(coarse_.tokens_in({j, j + 1}), 1U));
      const float scale =
          std::clamp(1.0F - kDilution * std::log(tokens / kTypicalTokens), 0.3F, 1.7F);
      const std::uint32_t begin = windows_[j].first;
      float sum = 0.0F;
      for (std::uint32_t i = begin + 1; i <= windows_[j + 1].last; ++i) {
        sum += scale * gains_[in_column(i, j)];
        gains_[in_column(i, j)] = sum;
      }
    }
  }

  /// Sums of what fine units are worth inside beads, logs of the characters of all spans of fine
  /// units, by first unit.
  void tabulate_lengths() {
    inside_.resize(static_cast<Index>(fine_.units()) + 1);
    inside_[0] = 0.0F;
    for (std::uint32_t i = 0; i < fine_.units(); ++i)
      inside_[i + 1] = inside_[i] + of_fine_.inside[i];
    fine_ends_ =
        Eigen::Map<const Array>(of_fine_.ends.data(), static_cast<Index>(of_fine_.ends.size()));
    longest_.resize(fine_.units());
    logs_.resize(static_cast<Index>(fine_.units()) * kMaxUnits);
    std::uint32_t* const longest = longest_.data();
    for (std::uint32_t a = 0; a < fine_.units(); ++a) {
      longest[a] = longest_end(fine_, a);
      float* const logs = logs_.data() + std::size_t{a} * kMaxUnits;
      for (std::uint32_t b = a + 1; b <= longest[a]; ++b)
        logs[b - a - 1] = static_cast<float>(fine_.characters_in({a, b}));
    }
    logs_ = logs_.max(1.0F).log();
  }

  LengthScore length_of(UnitRange coarse) const {
    const std::uint32_t characters = coarse_.characters_in(coarse);
    const LengthModel::Term term = length_.term(2 * characters);
    const double weight = std::sqrt(weights_.length);
    return {std::log(static_cast<float>(std::max(characters, 1U))),
            static_cast<float>(weights_.length * term.constant),
            static_cast<float>(weight * term.scale),
            static_cast<float>(weight * LengthModel::kInner)};
  }

  float begin_score(std::uint32_t i, std::uint32_t j) const {
    const bool fine = fine_.paragraph_start[i];
    const bool coarse = coarse_.paragraph_start[j];
    const double paragraph = fine != coarse ? weights_.paragraph_one
                             : fine         ? weights_.paragraph_both
                                            : 0.0;
    return static_cast<float>(weights_.bead + paragraph);
  }

  /// Ends of the spans that begin with fine unit `a` and may go with `coarse`: [first, second).
  std::pair<std::uint32_t, std::uint32_t> span_ends(std::uint32_t a, UnitRange coarse) const {
    const std::uint32_t characters = coarse_.characters_in(coarse);
    std::uint32_t first = std::max(a + 1, windows_[coarse.end].first);
    std::uint32_t last = std::min(longest_[a], windows_[coarse.end].last);
    while (first <= last && characters > kMaxRatio * fine_.characters_in({a, first}) + kRatioSlack)
      ++first;
    while (first <= last && fine_.characters_in({a, last}) > kMaxRatio * characters + kRatioSlack)
      --last;
    return {first, last + 1};
  }

  void pass_forward() {
    ends_.setConstant(static_cast<Index>(offset_.back()), kNever);
    soft_.setConstant(static_cast<Index>(offset_.back()), kNever);
    spanned_ = soft_;
    filled_.setZero(soft_.size());
    ends_[0] = 0.0F;
    for (std::uint32_t j = 0;; ++j) {
      for (std::uint32_t i = windows_[j].first + 1; i <= windows_[j].last; ++i)
        ends_[at(i, j)] = std::max(ends_[at(i, j)], ends_[at(i - 1, j)] + of_fine_.null[i - 1]);
      if (j == coarse_.units()) break;
      extend(j);
    }
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

  void extend(std::uint32_t j) {
    const LengthScore length = length_of({j, j + 1});
    for (std::uint32_t a = windows_[j].first; a <= std::min(windows_[j].last, fine_.units() - 1);
         ++a) {
      const float begin = std::max(ends_[at(a, j)] + begin_score(a, j), soft_[at(a, j)]) -
                          inside_[a] + length.constant;
      const auto [first, last] = span_ends(a, {j, j + 1});
      if (first >= last || begin <= kNever) continue;
      const auto size = static_cast<Index>(last - first);
      auto out = soft_.segment(at(first, j + 1), size);
      out = out.max(begin + column(a, first, j, logs(a, first, size) - length.log, length));
    }
    for (std::uint32_t b = windows_[j + 1].first; b <= windows_[j + 1].last; ++b) {
      const Index to = at(b, j + 1);
      soft_[to] += inside_[b] + of_coarse_.inside[j];
      spanned_[to] = soft_[to];
      filled_[to] = column_characters(j);
      if (b > 0 && inside(b, j)) fill_again(b, j);
      float& end = ends_[to];
      end = soft_[to] + of_fine_.ends[b] + of_coarse_.ends[j + 1];
      if (inside(b, j)) end = std::max(end, ends_[at(b, j)] + of_coarse_.null[j]);
    }
  }

  float column_characters(std::uint32_t j) const {
    return static_cast<float>(coarse_.characters_in({j, j + 1}));
  }

  /// Lets the fine unit before boundary `b` fill column `j`, too, where that is better.
  void fill_again(std::uint32_t b, std::uint32_t j) {
    const Index from = at(b, j);
    const Index to = at(b, j + 1);
    float before = soft_[from];
    float filled = filled_[from] + column_characters(j);
    if (!may_fill(b, filled)) {
      if (j == 0) return;
      before = spanned_[from];
      filled = column_characters(j - 1) + column_characters(j);
      if (!may_fill(b, filled)) return;
    }
    const float score = before + again(b, j);
    if (score <= soft_[to]) return;
    soft_[to] = score;
    filled_[to] = filled;
  }

  /// What it is worth that the fine unit before boundary `b` fills column `j`, too.
  float again(std::uint32_t b, std::uint32_t j) const {
    const float gain =
        b <= windows_[j].first ? 0.0F : gains_[in_column(b, j)] - gains_[in_column(b - 1, j)];
    return kAgain + of_coarse_.inside[j] + gain;
  }

  /// Whether the fine unit before boundary `b` may fill columns of so many characters.
  bool may_fill(std::uint32_t b, float characters) const {
    const auto own = static_cast<float>(fine_.characters_in({b - 1, b}));
    return characters <= float{kMaxRatio} * own + float{kRatioSlack};
  }

  /// Best ways on from the end of a column, by fine boundary.
  struct WaysOn {
    Array best;
    Array spanned;  ///< those that the fine unit before fills no further column on
    Array filled;   ///< characters of the columns that it fills on the best way

    void reset(Index size) {
      best.setConstant(size, kNever);
      spanned.setConstant(size, kNever);
      filled.setZero(size);
    }
  };

  void pass_backward() {
    begins_.setConstant(static_cast<Index>(offset_.back()), kNever);
    const std::uint32_t m = coarse_.units();
    begins_[static_cast<Index>(offset_.back()) - 1] = 0.0F;
    WaysOn next;
    WaysOn here;
    next.reset(windows_[m].last - windows_[m].first + Index{1});
    for (std::uint32_t j = m;; --j) {
      here.reset(windows_[j].last - windows_[j].first + Index{1});
      for (std::uint32_t a = windows_[j].last + 1; a-- > windows_[j].first;) {
        const Index k = a - windows_[j].first;
        float on = kNever;
        float& begin = begins_[at(a, j)];
        if (j < m) {
          if (a < fine_.units()) on = column_from(a, j, next.best);
          begin = std::max(begin, on + begin_score(a, j));
          if (inside(a, j + 1)) {
            begin = std::max(begin, begins_[at(a, j + 1)] + of_coarse_.null[j]);
            if (a > 0) fill_again(a, j, next, here);
          }
        }
        if (a < windows_[j].last) begin = std::max(begin, begins_[at(a + 1, j)] + of_fine_.null[a]);
        here.spanned[k] = std::max(on, begin + of_fine_.ends[a] + of_coarse_.ends[j]);
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
    const Index from = a - windows_[j + 1].first;
    const Index to = a - windows_[j].first;
    const float characters = column_characters(j);
    const bool goes_on = may_fill(a, next.filled[from] + characters);
    if (!goes_on && !may_fill(a, characters)) return;
    here.best[to] = again(a, j) + (goes_on ? next.best[from] : next.spanned[from]);
    here.filled[to] = characters + (goes_on ? next.filled[from] : 0.0F);
  }

  /// Best way on over column `j` from fine boundary `a`; `next` holds the ways on from its ends.
  float column_from(std::uint32_t a, std::uint32_t j, const Array& next) const {
    const auto [first, last] = span_ends(a, {j, j + 1});
    if (first >= last) return kNever;
    const LengthScore length = length_of({j, j + 1});
    const auto size = static_cast<Index>(last - first);
    const float best =
        (next.segment(first - windows_[j + 1].first, size) + inside_.segment(first, size) +
         column(a, first, j, logs(a, first, size) - length.log, length))
            .maxCoeff();
    return best + length.constant - inside_[a] + of_coarse_.inside[j];
  }

  const Features& fine_;
  const Features& coarse_;
  std::vector<Corridor::Row> windows_;
  const ScoreWeights& weights_;
  LengthModel length_;
  UnitScores of_fine_, of_coarse_;
  std::vector<std::size_t> offset_;         // of each coarse boundary's pairs
  std::vector<std::size_t> column_offset_;  // of each coarse unit's sums
  Array gains_;                             // sums over fine units, by coarse unit
  std::vector<std::uint32_t> longest_;      // end of the longest span from each fine unit
  Array inside_;
  Array fine_ends_;
  Array logs_;
  Array soft_;     // best path to a pair, a column ending there
  Array spanned_;  // ... that a new fine unit fills
  Array filled_;   // characters of the columns that the last fine unit of `soft_` fills
  Array ends_;     // ... a bead or null unit ending there
  Array begins_;   // best path from a pair on
};

RoughSearch::RoughSearch(const Corridor& corridor, const Features& source, const Features& target,
                         const Links& forward, const Links& backward, const ScoreWeights& weights)
    : source_units_(source.units()),
      target_units_(target.units()),
      source_is_fine_(source.units() >= target.units()) {
  const Side source_side = {source, forward};
  const Side target_side = {target, backward};
  columns_ =
      source_is_fine_
          ? std::make_unique<Columns>(source_side, target_side, transposed(corridor), weights)
          : std::make_unique<Columns>(target_side, source_side, rows_of(corridor), weights);
}

RoughSearch::~RoughSearch() = default;

float RoughSearch::loss(BoundaryPair pair) const {
  return source_is_fine_ ? columns_->loss(pair.source, pair.target)
                         : columns_->loss(pair.target, pair.source);
}

Corridor RoughSearch::within(const std::vector<float>& by_source) const {
  const Margins margins = {by_source, source_is_fine_};
  std::vector<Corridor::Row> rows(source_units_ + std::size_t{1}, {target_units_, 0});
  columns_->pairs(margins, [&](std::uint32_t i, std::uint32_t j) {
    if (!source_is_fine_) std::swap(i, j);
    rows[i].first = std::min(rows[i].first, j);
    rows[i].last = std::max(rows[i].last, j);
  });
  std::vector<Found> found;
  columns_->beads(margins, [&](UnitRange fine, UnitRange coarse) {
    found.push_back(source_is_fine_ ? Found{fine, coarse} : Found{coarse, fine});
  });
  if (source_is_fine_) {
    found = sorted(found, source_units_, [](const Found& bead) { return bead.source.end; });
    found = sorted(found, source_units_, [](const Found& bead) { return bead.source.begin; });
  }
  std::vector<BeadPlace> beads;
  beads.reserve(found.size());
  std::vector<std::uint32_t> begin(source_units_ + std::size_t{1});
  for (const Found& bead : found) {
    ++begin[bead.source.begin + 1];
    beads.push_back({bead.source.end, bead.target.begin, bead.target.end});
  }
  for (std::size_t i = 0; i < source_units_; ++i) begin[i + 1] += begin[i];
  return {joined_rows(std::move(rows), target_units_), std::move(beads), std::move(begin)};
}

}  // namespace thalign
