// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/wrap_width.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "segment/wrapping/line_words.h"

namespace thalign {
namespace {

/// Shares of wrapped ones among the line ends of wrapped blocks, and of wrapped blocks.
constexpr std::array kShares = {0.4F, 0.7F, 0.95F};
constexpr std::array kBlockShares = {0.1F, 0.4F, 0.7F, 0.95F, 0.995F};
/// How much likelier line ends inside words are in texts whose lines end inside sentences without
/// being wrapped: nobody ends a line there on purpose.
constexpr float kInsideWordOnPurpose = 0.3F;
/// Widths at which programs wrap lines by default, and how much likelier (log) these are than
/// others.
constexpr std::array kUsualWidths = {60U, 64U, 65U, 66U, 70U, 72U, 74U,
                                     75U, 76U, 78U, 79U, 80U, 100U};
constexpr float kUsualWidth = 1.5F;
/// Log-likelihood ratio of wrapped lines beside one that is too long.
constexpr float kAtLongLine = -3.0F;
/// What texts that were wrapped twice have to gain (nats).
constexpr float kWrappedAgain = 8.0F;
/// Line ends from which the width is found; more do not help.
constexpr std::size_t kMostEnds = 1500;
/// Widths that are compared in full.
constexpr std::size_t kMostCandidates = 6;

bool is_usual(std::uint32_t columns) {
  return std::ranges::find(kUsualWidths, columns) != kUsualWidths.end();
}

/// Product of many positive numbers as a logarithm, with few logarithms taken.
class LogProduct {
 public:
  void multiply(float factor) {
    product_ *= factor;
    if (product_ > 1e15F || product_ < 1e-15F) settle();
  }
  float log() {
    settle();
    return sum_;
  }

 private:
  void settle() {
    sum_ += std::log(product_);
    product_ = 1.0F;
  }
  float product_ = 1.0F;
  float sum_ = 0.0F;
};

/// Log of how much likelier the words of a line end are at `width` than the words alone say: Thai
/// that is broken at spaces has words there that spaces stand between; that is broken between
/// letters has many line ends inside words.
///
/// `log_ratio`: what the words alone say.
float words_log_ratio(const LineEnd& end, float log_ratio, ThaiBreaks breaks) {
  if (!end.thai) return log_ratio;
  constexpr float kInsideWord = -3.0F;
  constexpr float kBetweenWords = -0.5F;
  if (breaks == ThaiBreaks::letters) return end.inside_word ? log_ratio : log_ratio + kBetweenWords;
  if (end.inside_word) return kInsideWord;
  if (breaks == ThaiBreaks::words) return log_ratio;
  const float space = end.space_log_odds - LineWords::thai().space_log_odds({}, {});
  return log_ratio + std::max(kInsideWord, std::log(2.0F / (1.0F + std::exp(-space))));
}

/// What explains the lines of a text if they are not wrapped, and how likely that is (log) before
/// anything is seen.
enum Purpose : std::uint8_t {
  kAnyLength,
  kInsideSentences,
  kSameLength,
  kSameLengthInside,
  kPurposes
};
constexpr std::array<float, kPurposes> kPriors = {0.0F, -3.0F, -4.0F, -10.0F};

/// Log-likelihoods (nats) of a block, against lines of any length that end where sentences do.
struct BlockFit {
  float wrapped;
  std::size_t share;  ///< of `kShares`, that `wrapped` is with
  std::array<float, kPurposes> on_purpose;
};

/// What explains the blocks of a text best.
struct TextFit {
  float fit;          ///< log-likelihood (nats) above that of lines of any length, not wrapped
  float log_ratio;    ///< the same above that of the likeliest text that is not wrapped
  float block_share;  ///< of its blocks that are wrapped
  std::size_t rest;   ///< what the other blocks are like
};

class WidthFitter {
 public:
  WidthFitter(const WrapInput& input, const std::vector<bool>& open,
              std::span<const ThaiBreaks> thai_breaks)
      : input_(input), open_(open), lengths_(input) {
    for (const ThaiBreaks breaks : thai_breaks) weigh_words(breaks);
  }

  WrapFit fit(WrapWidth width, std::size_t most_ends) const {
    std::vector<WrapBlock> blocks;
    std::vector<BlockFit> fits;
    std::size_t seen = 0;
    for (std::uint32_t i = 0; i < input_.ends.size() && seen < most_ends;) {
      if (!is_open(i, width)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < input_.ends.size() && continues(end, width)) ++end;
      seen += end - i;
      fits.push_back(block_fit(i, end, width));
      blocks.push_back({i, end, kShares[fits.back().share]});
      i = end;
    }
    WrapFit result{width, 0.0F, 0.0F, {}};
    if (fits.empty()) return result;
    const TextFit text = text_fit(fits, lengths_.over(width));
    const float usual = is_usual(width.columns) ? kUsualWidth : 0.0F;
    result.fit = text.fit + usual;
    result.log_ratio = text.log_ratio + usual;
    const float least = std::log((1.0F - text.block_share) / text.block_share);
    for (std::size_t i = 0; i < fits.size(); ++i)
      if (fits[i].wrapped - fits[i].on_purpose[text.rest] > least)
        result.blocks.push_back(blocks[i]);
    return result;
  }

  /// The widths that most line ends fit, by how many and how well.
  std::vector<std::uint32_t> candidates(ThaiBreaks breaks) const {
    std::array<float, kMostWrapWidth + 2> gain{};  // differences
    std::array<bool, kMostWrapWidth + 1> occurs{};
    const std::size_t count = std::min(input_.ends.size(), kMostEnds);
    for (std::size_t i = 0; i < count; ++i) {
      const LineEnd& end = input_.ends[i];
      const TextLine& line = input_.lines[end.line];
      if (!open_[i] || line.columns > kMostWrapWidth || line.columns == 0) continue;
      occurs[line.columns] = true;
      const bool inside_chunks = end.thai_next && breaks != ThaiBreaks::spaces;
      const std::uint32_t room = inside_chunks ? 6 : input_.lines[end.next].first_chunk;
      const float full = (static_cast<float>(room) + 1.0F) / static_cast<float>(line.columns);
      const float value = std::log1p(words(breaks)[i] / std::min(1.0F, full));
      gain[line.columns] += value;
      gain[std::min(line.columns + room + 1, kMostWrapWidth + 1)] -= value;
    }
    std::partial_sum(gain.begin(), gain.end(), gain.begin());
    std::vector<std::uint32_t> widths;
    for (std::uint32_t width = kLeastWrapWidth; width <= kMostWrapWidth; ++width)
      if (occurs[width]) widths.push_back(width);
    std::ranges::stable_sort(widths, [&](auto a, auto b) { return gain[a] > gain[b]; });
    if (widths.size() > kMostCandidates) widths.resize(kMostCandidates);
    return widths;
  }

 private:
  const std::vector<float>& words(ThaiBreaks breaks) const {
    return words_[static_cast<std::size_t>(breaks)];
  }

  void weigh_words(ThaiBreaks breaks) {
    std::vector<float>& ratios = words_[static_cast<std::size_t>(breaks)];
    for (const LineEnd& end : input_.ends)
      ratios.push_back(std::exp(words_log_ratio(end, end.log_ratio, breaks)));
    // The share of line ends inside sentences.
    const auto on_purpose = [&](std::size_t i) {
      return input_.ends[i].inside_word ? kInsideWordOnPurpose : ratios[i];
    };
    float best = 0.0F;
    float best_share = 0.0F;
    for (const float share : {0.2F, 0.5F, 0.8F, 0.95F}) {
      LogProduct product;
      for (std::size_t i = 0; i < ratios.size(); ++i)
        if (open_[i]) product.multiply(1.0F - share + share * on_purpose(i));
      const float log = product.log();
      if (log <= best) continue;
      best = log;
      best_share = share;
    }
    std::vector<float>& inside = inside_[static_cast<std::size_t>(breaks)];
    for (std::size_t i = 0; i < ratios.size(); ++i)
      inside.push_back(1.0F - best_share + best_share * on_purpose(i));
  }

  bool is_open(std::uint32_t end, WrapWidth width) const {
    const LineEnd& e = input_.ends[end];
    return open_[end] && !is_over(input_.lines[e.line], width) &&
           !is_over(input_.lines[e.next], width);
  }
  bool continues(std::uint32_t end, WrapWidth width) const {
    return input_.ends[end].line == input_.ends[end - 1].next && is_open(end, width);
  }

  /// Whether the paragraph goes on with a line that is too long, on either side of the line end.
  bool at_long_line(std::uint32_t end, WrapWidth width) const {
    return end < input_.ends.size() && open_[end] &&
           (is_over(input_.lines[input_.ends[end].line], width) ||
            is_over(input_.lines[input_.ends[end].next], width));
  }

  BlockFit block_fit(std::uint32_t begin, std::uint32_t block_end, WrapWidth width) const {
    std::array<LogProduct, kShares.size()> wrapped;
    LogProduct inside, same_length;
    const std::vector<float>& word_ratios = words(width.thai);
    const std::vector<float>& inside_ratios = inside_[static_cast<std::size_t>(width.thai)];
    for (std::uint32_t i = begin; i < block_end; ++i) {
      const LineEnd& end = input_.ends[i];
      const float ratio = word_ratios[i] * lengths_.place_ratio(input_, end, width);
      for (std::size_t s = 0; s < kShares.size(); ++s)
        wrapped[s].multiply(1.0F - kShares[s] + kShares[s] * ratio);
      inside.multiply(inside_ratios[i]);
      same_length.multiply(lengths_.length_ratio(input_, end, width));
    }
    BlockFit fit{0.0F, 0, {0.0F, inside.log(), same_length.log(), 0.0F}};
    fit.on_purpose[kSameLengthInside] =
        fit.on_purpose[kInsideSentences] + fit.on_purpose[kSameLength];
    for (std::size_t s = 0; s < kShares.size(); ++s) {
      const float log = wrapped[s].log();
      if (s > 0 && log <= fit.wrapped) continue;
      fit.wrapped = log;
      fit.share = s;
    }
    // Lines beside one that is too long are hardly wrapped at this width.
    const LineEnd& last = input_.ends[block_end - 1];
    if (begin > 0 && input_.ends[begin - 1].next == input_.ends[begin].line &&
        at_long_line(begin - 1, width))
      fit.wrapped += kAtLongLine;
    if (at_long_line(block_end, width) && input_.ends[block_end].line == last.next)
      fit.wrapped += kAtLongLine;
    return fit;
  }

  /// `over`: number of lines that are too long.
  static TextFit text_fit(const std::vector<BlockFit>& fits, std::size_t over) {
    TextFit best{-std::numeric_limits<float>::infinity(), 0.0F, 0.5F, kAnyLength};
    float not_wrapped = best.fit;
    for (std::size_t purpose = 0; purpose < kPurposes; ++purpose) {
      float on_purpose = kPriors[purpose];
      for (const BlockFit& fit : fits) on_purpose += fit.on_purpose[purpose];
      not_wrapped = std::max(not_wrapped, on_purpose);
      std::array<LogProduct, kBlockShares.size()> mixed;
      float sure = 0.0F;  // of blocks that are so sure that the share of others is nothing
      std::size_t sure_blocks = 0;
      for (const BlockFit& fit : fits) {
        const float gain = fit.wrapped - fit.on_purpose[purpose];
        constexpr float kSure = 20.0F;
        if (gain > kSure) {
          sure += gain;
          ++sure_blocks;
          continue;
        }
        const float ratio = std::exp(gain);
        for (std::size_t s = 0; s < kBlockShares.size(); ++s)
          mixed[s].multiply(1.0F - kBlockShares[s] + kBlockShares[s] * ratio);
      }
      for (std::size_t s = 0; s < kBlockShares.size(); ++s) {
        const float share = kBlockShares[s];
        const float sum = on_purpose + sure + mixed[s].log() +
                          static_cast<float>(sure_blocks) * std::log(share) +
                          static_cast<float>(over) * std::log(1.0F - share);
        if (sum > best.fit) best = {sum, 0.0F, share, purpose};
      }
    }
    best.log_ratio = best.fit - not_wrapped;
    return best;
  }

  const WrapInput& input_;
  const std::vector<bool>& open_;
  LineLengths lengths_;
  std::array<std::vector<float>, kAllThaiBreaks.size()>
      words_;  // how much likelier where wrapped, by ThaiBreaks
  std::array<std::vector<float>, kAllThaiBreaks.size()>
      inside_;  // how likely in lines that end inside sentences
};

}  // namespace

float wrapped_log_odds(const WrapInput& input, const LineEnd& end, WrapWidth width, float share) {
  static const LineLengths none({});
  return std::log(share / (1.0F - share)) + std::log(none.place_ratio(input, end, width)) +
         words_log_ratio(end, end.paragraph_log_ratio, width.thai);
}

WrapFit fit_width(const WrapInput& input, const std::vector<bool>& open,
                  std::span<const ThaiBreaks> thai_breaks) {
  WrapFit best;
  if (input.ends.empty()) return best;
  const WidthFitter fitter(input, open, thai_breaks);
  for (const ThaiBreaks breaks : thai_breaks) {
    for (const std::uint32_t columns : fitter.candidates(breaks)) {
      WrapFit fit = fitter.fit({columns, breaks}, kMostEnds);
      if (best.width.columns == 0 || fit.fit > best.fit) best = std::move(fit);
    }
  }
  if (best.width.columns == 0) return best;
  WrapFit again = fitter.fit({best.width.columns, best.width.thai, true}, kMostEnds);
  if (again.fit > best.fit + kWrappedAgain) best = std::move(again);
  if (input.ends.size() <= kMostEnds) return best;
  WrapFit whole = fitter.fit(best.width, input.ends.size());
  whole.log_ratio = best.log_ratio;
  return whole;
}

}  // namespace thalign
