// SPDX-License-Identifier: Apache-2.0
#include "align/search_space/target_spans.h"

#include <algorithm>
#include <cmath>

namespace thalign {
namespace {

/// Longest bead on either side, in characters. A single unit may always be longer.
constexpr std::uint32_t kMaxCharacters = 900;

/// Most that speaks for sentence ends inside a bead: the sum of log-odds (nats) above 0.
constexpr float kMostJoined = 25.0F;

/// First source boundary whose row reaches `target`.
std::uint32_t first_row_to(const Corridor& corridor, std::uint32_t target) {
  std::uint32_t low = 0;
  std::uint32_t high = corridor.source_units();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (corridor.row(middle).last < target) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Last source boundary whose row begins at `target` or before.
std::uint32_t last_row_from(const Corridor& corridor, std::uint32_t target) {
  std::uint32_t low = 0;
  std::uint32_t high = corridor.source_units();
  while (low < high) {
    const std::uint32_t middle = high - (high - low) / 2;
    if (corridor.row(middle).first > target) {
      high = middle - 1;
    } else {
      low = middle;
    }
  }
  return low;
}

}  // namespace

std::uint32_t longest_end(const Features& text, std::uint32_t begin) {
  const auto null_only = [&](std::uint32_t unit) {
    return !text.null_only.empty() && text.null_only[unit];
  };
  if (null_only(begin)) return begin;
  std::uint32_t end = begin + 1;
  float joined = std::max(text.sentence_odds[begin], 0.0F);
  while (end < text.units() && end - begin < kMaxUnits && !null_only(end) &&
         joined <= kMostJoined && text.characters_in({begin, end + 1}) <= kMaxCharacters) {
    joined += std::max(text.sentence_odds[end], 0.0F);
    ++end;
  }
  return end;
}

std::vector<SpanUse> source_uses(const Features& source, const Corridor& corridor,
                                 const BeadList* candidates) {
  const std::uint32_t target_units = corridor.target_units();
  std::vector<SpanUse> uses;
  uses.reserve(source.units());
  for (std::uint32_t begin = 0; begin < source.units(); ++begin) {
    std::uint32_t end = begin;
    if (candidates == nullptr) end = longest_end(source, begin);
    UnitRange other = {corridor.row(begin).first, corridor.row(end).last};
    if (candidates != nullptr && !candidates->from(begin).empty()) {
      end = candidates->from(begin).back().source_end;
      other = {target_units, 0};
      for (const BeadPlace& bead : candidates->from(begin)) {
        other = {std::min(other.begin, bead.target_begin), std::max(other.end, bead.target_end)};
      }
    }
    uses.push_back({end, other});
  }
  return uses;
}

std::vector<SpanUse> target_uses(const Features& target, const Corridor& corridor,
                                 const BeadList* candidates) {
  std::vector<SpanUse> uses;
  uses.reserve(target.units());
  for (std::uint32_t begin = 0; begin < target.units(); ++begin)
    uses.push_back({candidates != nullptr ? begin : longest_end(target, begin), {0, 0}});
  for (std::uint32_t i = 0; candidates != nullptr && i < corridor.source_units(); ++i) {
    for (const BeadPlace& bead : candidates->from(i)) {
      SpanUse& use = uses[bead.target_begin];
      use.end = std::max(use.end, bead.target_end);
      use.other = {use.other.empty() ? i : use.other.begin,
                   std::max(use.other.end, bead.source_end)};
    }
  }
  for (std::uint32_t begin = 0; candidates == nullptr && begin < target.units(); ++begin) {
    const std::uint32_t first = first_row_to(corridor, begin);
    uses[begin].other = {first, std::max(first, last_row_from(corridor, uses[begin].end))};
  }
  return uses;
}

std::vector<UnitRange> reach_of(const std::vector<SpanUse>& uses) {
  std::vector<UnitRange> reach(uses.size(), {0, 0});
  for (std::uint32_t begin = 0; begin < uses.size(); ++begin) {
    const UnitRange other = uses[begin].other;
    for (std::uint32_t unit = begin; unit < uses[begin].end; ++unit) {
      UnitRange& all = reach[unit];
      all = all.empty() ? other
                        : UnitRange{std::min(all.begin, other.begin), std::max(all.end, other.end)};
    }
  }
  return reach;
}

TargetSpans::TargetSpans(const Features& source, const Features& target, const Links& backward,
                         const Corridor& corridor, const BeadList* candidates)
    : target_(target),
      corridor_(corridor),
      uses_(target_uses(target, corridor, candidates)),
      score_(target, source, backward, reach_of(uses_)),
      spans_(target.units()) {}

void TargetSpans::move_to(std::uint32_t source, UnitRange window) {
  const auto is_used = [&](std::uint32_t begin) {
    return begin >= window.begin && begin < window.end && uses_[begin].other.begin <= source &&
           source <= uses_[begin].other.end;
  };
  for (std::uint32_t begin = window_.begin; begin < window_.end; ++begin) {
    if (!is_used(begin)) spans_[begin] = {};
  }
  for (std::uint32_t begin = window.begin; begin < window.end; ++begin) {
    if (spans_[begin].size() == 0 && is_used(begin)) spans_[begin] = compute(begin);
  }
  window_ = window;
}

std::size_t TargetSpans::bytes(const Features& target, const Corridor& corridor,
                               const BeadList* candidates) {
  const std::vector<SpanUse> uses = target_uses(target, corridor, candidates);
  std::vector<std::int64_t> change(corridor.source_units() + std::size_t{2});
  for (std::uint32_t begin = 0; begin < target.units(); ++begin) {
    const auto [end, other] = uses[begin];
    if (end == begin) continue;
    const auto spans = static_cast<std::int64_t>(end - begin);
    const std::int64_t bytes = 8 * spans * (2 * std::int64_t{other.size()} + 3);
    change[std::max(first_row_to(corridor, begin), other.begin)] += bytes;
    change[std::min(last_row_from(corridor, begin), other.end) + std::size_t{1}] -= bytes;
  }
  std::int64_t most = 0;
  std::int64_t here = 0;
  for (const std::int64_t bytes : change) most = std::max(most, here += bytes);
  return static_cast<std::size_t>(most);
}

SpansFrom TargetSpans::compute(std::uint32_t begin) {
  SpansFrom spans;
  const std::uint32_t size = uses_[begin].end - begin;
  if (size == 0) return spans;
  const UnitRange sources = uses_[begin].other;
  const std::size_t boundaries = sources.size() + std::size_t{1};
  spans.first_source = sources.begin;
  spans.characters.reserve(size);
  spans.log_characters.reserve(size);
  spans.words.resize(boundaries * size);
  spans.anchors.resize(boundaries * size);
  words_.resize(boundaries);
  anchors_.resize(boundaries);
  score_.start(begin, sources);
  for (std::uint32_t k = 0; k < size; ++k) {
    score_.extend();
    spans.characters.push_back(target_.characters_in({begin, begin + k + 1}));
    spans.log_characters.push_back(std::log(spans.characters.back()));
    // Source boundaries that can't meet this span are never asked for.
    const std::uint32_t last =
        std::clamp(last_row_from(corridor_, begin + k + 1), sources.begin, sources.end);
    score_.sums({sources.begin, last}, words_.data(), anchors_.data());
    for (std::size_t b = 0; b <= last - sources.begin; ++b) {
      spans.words[b * size + k] = words_[b];
      spans.anchors[b * size + k] = anchors_[b];
    }
  }
  return spans;
}

}  // namespace thalign
