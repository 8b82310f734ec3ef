#include "segment/wrapping/wrap_width.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "segment/wrapping/line_words.h"

namespace thalign {
namespace {

constexpr std::uint32_t kLeastWidth = 30;
constexpr std::uint32_t kMostWidth = 160;
/// Columns by which closing marks may stick out where Thai is broken anywhere.
constexpr std::uint32_t kOverrun = 4;
/// Shares of wrapped ones among the line ends of wrapped blocks.
constexpr std::array kShares = {0.4F, 0.7F, 0.95F};
/// Lines of one length on purpose (verses, tables) are this likely before any is seen (log).
constexpr float kSameLengthPrior = -5.0F;
/// The same of lines of about one length, as those are that are broken at spaces.
constexpr float kSimilarLengthPrior = -12.0F;
/// Columns by which a width is not sharp where Thai is broken anywhere.
constexpr float kBlur = 2.0F;
/// Of a line end where all text up to the next space had room in the line.
constexpr float kChunkHadRoom = -2.5F;
/// Widths at which programs wrap lines by default, and how much likelier (log) these are than
/// others.
constexpr std::array kUsualWidths = {60U, 64U, 65U, 66U, 70U, 72U, 74U,
                                     75U, 76U, 78U, 79U, 80U, 100U};
constexpr float kUsualWidth = 1.5F;
/// What a block has to gain to be taken as wrapped (nats).
constexpr float kLeastOfBlock = 0.7F;
/// Line ends from which the width is found; more do not help.
constexpr std::size_t kMostEnds = 1500;

/// Log of P(room | wrapped) / P(room | end on purpose), where the next word would have left `room`
/// columns free. `full`: probability that one on purpose leaves none.
float room_log_ratio(float room, float full, WrapWidth width) {
  const auto columns = static_cast<float>(width.columns);
  // Where Thai is broken anywhere, the width is not sharp.
  const float blur = width.thai == ThaiBreaks::anywhere ? kBlur : 0.0F;
  if (room < blur) return std::log(0.95F / full);
  if (room < blur + 0.06F * columns) return std::log(0.03F / 0.06F);
  return std::log(0.02F / std::max(0.1F, 0.94F - full));
}

/// The same of columns left free by a line that is broken anywhere; on purpose all are as likely.
float free_log_ratio(float free, float columns) {
  constexpr std::array kFull = {0.4F, 0.1F, 0.08F, 0.06F, 0.05F, 0.04F, 0.03F};
  if (free < 0.0F) return std::log((free < -1.0F ? 0.01F : 0.1F) * columns);
  const auto whole = static_cast<std::size_t>(free);
  if (whole < kFull.size()) return std::log(kFull[whole] * columns);
  const float quarter = std::max(10.0F, 0.25F * columns);
  if (free < quarter) return std::log(0.18F / (quarter - 7.0F) * columns);
  if (free < 0.35F * columns) return std::log(0.02F / (0.1F * columns) * columns);
  return std::log(0.01F / 0.65F);
}

/// Whether the line is longer than lines of that width get, though there was a space to break it
/// at.
bool is_over(const TextLine& line, WrapWidth width) {
  const std::uint32_t overrun = line.thai && width.thai == ThaiBreaks::anywhere ? kOverrun : 0;
  return line.columns > width.columns + overrun && line.indent + line.first_chunk <= width.columns;
}

bool is_usual(std::uint32_t columns) {
  return std::ranges::find(kUsualWidths, columns) != kUsualWidths.end();
}

float log_sum(float a, float b) { return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b))); }

float free_of(const TextLine& line, WrapWidth width) {
  return static_cast<float>(width.columns) - static_cast<float>(line.columns);
}

/// `full`: probability that a line that ends on purpose has no room for the next word.
float place_log_ratio(const WrapInput& input, const LineEnd& end, WrapWidth width, float full) {
  const float free = free_of(input.lines[end.line], width);
  const float room = free - 1.0F - static_cast<float>(input.lines[end.next].first_chunk);
  if (end.thai_next && width.thai == ThaiBreaks::anywhere) {
    return free_log_ratio(free, static_cast<float>(width.columns)) +
           (room < kBlur ? 0.0F : kChunkHadRoom);
  }
  return room_log_ratio(room, full, width);
}

/// The same where lines that end on purpose have any length.
float uniform_full(std::uint32_t chunk, WrapWidth width) {
  return std::min(0.9F, (static_cast<float>(chunk) + 1.0F) / static_cast<float>(width.columns));
}

/// Log of how much likelier the words of a line end are at `width` than the words alone say: Thai
/// that is broken at spaces has words there that spaces stand between.
float words_log_ratio(const LineEnd& end, WrapWidth width) {
  if (!end.thai || width.thai == ThaiBreaks::anywhere) return end.log_ratio;
  constexpr float kInsideWord = -3.0F;
  if (end.inside_word) return kInsideWord;
  const float space = end.space_log_odds - LineWords::thai().space_log_odds({}, {});
  return end.log_ratio + std::max(kInsideWord, std::log(2.0F / (1.0F + std::exp(-space))));
}

/// The lengths of all lines, to distinguish wrapped ones from those that are all long.
class Lengths {
 public:
  explicit Lengths(std::span<const TextLine> lines) {
    for (const TextLine& line : lines) {
      if (line.blank() || line.columns > kMostWidth) continue;
      ++at_most_[line.columns];
      ++chunks_at_most_[line.first_chunk];
    }
    for (std::size_t i = 1; i < at_most_.size(); ++i) {
      at_most_[i] += at_most_[i - 1];
      chunks_at_most_[i] += chunks_at_most_[i - 1];
    }
  }

  /// Probability that the text of a line up to its first space has no room in `free` columns.
  float chunk_longer_than(float free) const {
    const auto room = static_cast<std::size_t>(std::max(0.0F, free - 1.0F));
    const auto all = static_cast<float>(chunks_at_most_.back());
    const auto longer = all - static_cast<float>(chunks_at_most_[room]);
    return (longer + 1.0F) / (all + 1.0F);
  }

  /// Probability that a line of at most `width` has no room for `chunk` columns more.
  float full(std::uint32_t chunk, std::uint32_t width) const {
    constexpr float kUniform = 4.0F;  // lines' weight of all lengths being as likely
    const float share = (static_cast<float>(chunk) + 1.0F) / static_cast<float>(width);
    const std::uint32_t room = width - std::min(width, chunk + 1);
    const auto long_lines = static_cast<float>(at_most_[width] - at_most_[room]);
    const auto all = static_cast<float>(at_most_[width]);
    return std::min(0.9F, (kUniform * share + long_lines) / (kUniform + all));
  }

 private:
  std::array<std::uint32_t, kMostWidth + 1> at_most_{}, chunks_at_most_{};
};

/// Sums over the line ends of a block.
struct BlockSums {
  std::array<float, kShares.size()> wrapped{};
  float same_length = 0.0F;
};

class WidthFitter {
 public:
  WidthFitter(const WrapInput& input, const std::vector<bool>& open)
      : input_(input), open_(open), lengths_(input.lines) {}

  /// Takes blocks that gain more than `least_of_block`, of the first `most_ends` line ends.
  WrapFit fit(WrapWidth width, float least_of_block, std::size_t most_ends) const {
    WrapFit result;
    result.width = width;
    float same_length = width.thai == ThaiBreaks::anywhere ? kSameLengthPrior : kSimilarLengthPrior;
    float wrapped = is_usual(width.columns) ? kUsualWidth : 0.0F;
    std::size_t seen = 0;
    for (std::uint32_t i = 0; i < input_.ends.size() && seen < most_ends;) {
      if (!is_open(i, width)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < input_.ends.size() && continues(end, width)) ++end;
      seen += end - i;
      const BlockSums sums = sums_of(i, end, width);
      const auto best = std::ranges::max_element(sums.wrapped);
      if (*best > least_of_block) {
        wrapped += *best - least_of_block;
        same_length += sums.same_length;
        result.blocks.push_back(
            {i, end, kShares[static_cast<std::size_t>(best - sums.wrapped.begin())]});
      }
      i = end;
    }
    result.fit = result.blocks.empty() ? 0.0F : wrapped;
    result.log_ratio = result.fit - std::max(0.0F, same_length);
    return result;
  }

 private:
  bool is_open(std::uint32_t end, WrapWidth width) const {
    const LineEnd& e = input_.ends[end];
    return open_[end] && !is_over(input_.lines[e.line], width) &&
           !is_over(input_.lines[e.next], width);
  }
  bool continues(std::uint32_t end, WrapWidth width) const {
    return input_.ends[end].line == input_.ends[end - 1].next && is_open(end, width);
  }

  float full_of(const LineEnd& end, WrapWidth width) const {
    const TextLine& next = input_.lines[end.next];
    if (!end.thai_next || width.thai == ThaiBreaks::anywhere)
      return lengths_.full(next.first_chunk, width.columns);
    // Lines without any space say nothing.
    const bool one_chunk = next.first_chunk + next.indent == next.columns;
    return one_chunk ? 0.9F : uniform_full(next.first_chunk, width);
  }

  BlockSums sums_of(std::uint32_t begin, std::uint32_t block_end, WrapWidth width) const {
    BlockSums sums;
    const auto columns = static_cast<float>(width.columns);
    const auto add_length = [&](const TextLine& line) {
      sums.same_length +=
          log_sum(std::log(0.1F), std::log(0.9F) + free_log_ratio(free_of(line, width), columns));
    };
    for (std::uint32_t i = begin; i < block_end; ++i) {
      const LineEnd& end = input_.ends[i];
      float ratio =
          place_log_ratio(input_, end, width, full_of(end, width)) + words_log_ratio(end, width);
      if (end.thai_next && width.thai == ThaiBreaks::anywhere)
        ratio -= std::log(lengths_.chunk_longer_than(free_of(input_.lines[end.line], width)));
      for (std::size_t s = 0; s < kShares.size(); ++s)
        sums.wrapped[s] += log_sum(std::log(1.0F - kShares[s]), std::log(kShares[s]) + ratio);
      add_length(input_.lines[end.line]);
    }
    add_length(input_.lines[input_.ends[block_end - 1].next]);
    return sums;
  }

  const WrapInput& input_;
  const std::vector<bool>& open_;
  Lengths lengths_;
};

}  // namespace

float wrapped_log_odds(const WrapInput& input, const LineEnd& end, WrapWidth width, float share) {
  const float full = uniform_full(input.lines[end.next].first_chunk, width);
  return std::log(share / (1.0F - share)) + place_log_ratio(input, end, width, full) +
         words_log_ratio(end, width);
}

WrapFit fit_width(const WrapInput& input, const std::vector<bool>& open) {
  std::array<std::uint32_t, kMostWidth + 1> lines{};
  bool thai = false;
  for (std::size_t i = 0; i < input.ends.size(); ++i) {
    const std::uint32_t columns = input.lines[input.ends[i].line].columns;
    if (open[i] && columns >= kLeastWidth && columns <= kMostWidth) ++lines[columns];
    thai = thai || input.ends[i].thai_next;
  }
  const WidthFitter fitter(input, open);
  WrapFit best;
  for (std::uint32_t columns = kLeastWidth; columns <= kMostWidth; ++columns) {
    if (lines[columns] == 0) continue;
    for (const ThaiBreaks breaks : {ThaiBreaks::anywhere, ThaiBreaks::spaces}) {
      if (!thai && breaks == ThaiBreaks::anywhere) continue;
      WrapFit fit = fitter.fit({columns, breaks}, kLeastOfBlock, kMostEnds);
      if (fit.fit > best.fit) best = std::move(fit);
    }
  }
  if (best.width.columns == 0) return best;
  // Once the width is known, a block of two lines may be wrapped.
  WrapFit whole = fitter.fit(best.width, 0.0F, std::numeric_limits<std::size_t>::max());
  whole.log_ratio = best.log_ratio;
  return whole;
}

}  // namespace thalign
