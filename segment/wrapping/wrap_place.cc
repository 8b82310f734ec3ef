// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/wrap_place.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalign {
namespace {

/// Columns by which closing marks may stick out where Thai is broken between letters or words.
constexpr std::uint32_t kOverrun = 4;
/// Columns by which a width is not sharp where Thai is broken between letters or words.
constexpr float kBlur = 2.0F;
/// Of a line end where all text up to the next space had room in the line.
constexpr float kChunkHadRoom = 0.08F;

/// P(room | wrapped) / P(room | end on purpose), where the next word would have left `room` columns
/// free. `full`: probability that one on purpose leaves none.
float room_ratio(float room, float full, WrapWidth width) {
  const auto columns = static_cast<float>(width.columns);
  // Where Thai is broken between letters, the width is not sharp.
  const float blur = width.thai != ThaiBreaks::spaces ? kBlur : 0.0F;
  if (room < blur) return 0.95F / full;
  // Columns are not what a program counts that has letters of several widths.
  if (room < blur + 0.06F * columns) return 0.5F;
  return 0.02F / std::max(0.1F, 0.94F - full);
}

/// The same of columns left free by a line that is broken anywhere; on purpose all are as likely.
float free_ratio(float free, float columns) {
  constexpr std::array kFull = {0.4F, 0.1F, 0.08F, 0.06F, 0.05F, 0.04F, 0.03F};
  if (free < 0.0F) return (free < -1.0F ? 0.01F : 0.1F) * columns;
  const auto whole = static_cast<std::size_t>(free);
  if (whole < kFull.size()) return kFull[whole] * columns;
  const float quarter = std::max(10.0F, 0.25F * columns);
  if (free < quarter) return 0.18F / (quarter - 7.0F) * columns;
  if (free < 0.35F * columns) return 0.02F / 0.1F;
  return 0.01F / 0.65F;
}

float free_of(const TextLine& line, WrapWidth width) {
  return static_cast<float>(width.columns) - static_cast<float>(line.columns);
}

/// The same of columns left free by a line that is broken between words where the next word, of
/// `word` columns, had no room. Programs differ in what they take as one word.
float free_ratio(float free, float word, float columns) {
  const float width = word + 1.0F;
  if (free < -1.0F) return 0.01F * columns;
  if (free < width) return 0.8F * columns / (width + 1.0F);
  if (free < 2.0F * width + 2.0F) return 0.15F * columns / (width + 2.0F);
  return 0.05F * columns / std::max(1.0F, columns - 2.0F * width - 2.0F);
}

bool breaks_inside_chunks(const LineEnd& end, WrapWidth width) {
  return end.thai_next && width.thai != ThaiBreaks::spaces;
}

/// Probability that a line of any length has no room for the next word.
float uniform_full(const TextLine& next, const LineEnd& end, WrapWidth width) {
  // Thai lines without any space say nothing.
  if (end.thai_next && next.first_chunk + next.indent == next.columns) return 0.9F;
  return std::min(
      0.9F, (static_cast<float>(next.first_chunk) + 1.0F) / static_cast<float>(width.columns));
}

/// Whether the line may be what was left of a longer one: it is short, and its first word had no
/// room in the line before.
bool is_left_over(const WrapInput& input, std::uint32_t line, WrapWidth width) {
  if (line == 0) return false;
  const TextLine& before = input.lines[line - 1];
  const TextLine& left = input.lines[line];
  return !before.blank() && 5 * left.columns < 2 * width.columns &&
         before.columns + 1 + left.first_chunk > width.columns;
}

/// The widths that a line is over.
struct Widths {
  std::uint32_t begin, end;
};

Widths widths_over(const TextLine& line, ThaiBreaks breaks) {
  const bool breaks_anywhere = line.thai && breaks != ThaiBreaks::spaces;
  const std::uint32_t end = line.columns - (breaks_anywhere ? std::min(line.columns, kOverrun) : 0);
  return {breaks_anywhere ? 0 : std::min(end, line.indent + line.first_chunk), end};
}

}  // namespace

bool is_over(const TextLine& line, WrapWidth width) {
  const Widths over = widths_over(line, width.thai);
  return width.columns >= over.begin && width.columns < over.end;
}

LineLengths::LineLengths(const WrapInput& input) {
  for (const LineEnd& end : input.ends) {
    const TextLine& line = input.lines[end.line];
    if (line.columns <= kMostWrapWidth) ++up_to_[line.columns + 1];
    const std::uint32_t chunk = input.lines[end.next].first_chunk;
    if (chunk <= kMostWrapWidth) ++chunks_up_to_[chunk];
  }
  for (const ThaiBreaks breaks : kAllThaiBreaks) {
    ByColumns& over = over_[static_cast<std::size_t>(breaks)];
    for (const TextLine& line : input.lines) {
      if (line.apart) continue;
      const Widths widths = widths_over(line, breaks);
      ++over[std::min(widths.begin, kMostWrapWidth + 1)];  // differences
      --over[std::min(widths.end, kMostWrapWidth + 1)];
    }
    std::partial_sum(over.begin(), over.end(), over.begin());
  }
  std::partial_sum(up_to_.begin(), up_to_.end(), up_to_.begin());
  std::partial_sum(chunks_up_to_.begin(), chunks_up_to_.end(), chunks_up_to_.begin());
}

std::uint32_t LineLengths::between(std::int32_t first, std::int32_t last) const {
  const auto clamped = [](std::int32_t columns) {
    return static_cast<std::size_t>(
        std::clamp(columns, 0, static_cast<std::int32_t>(kMostWrapWidth) + 1));
  };
  return up_to_[clamped(last + 1)] - up_to_[clamped(first)];
}

float LineLengths::chunk_longer_than(float free) const {
  const auto room = static_cast<std::size_t>(std::max(0.0F, free - 1.0F));
  const auto all = static_cast<float>(chunks_up_to_.back());
  const auto longer = all - static_cast<float>(chunks_up_to_[room]);
  return (longer + 1.0F) / (all + 1.0F);
}

float LineLengths::place_ratio(const WrapInput& input, const LineEnd& end, WrapWidth width) const {
  const TextLine& next = input.lines[end.next];
  const float free = free_of(input.lines[end.line], width);
  const float room = free - 1.0F - static_cast<float>(next.first_chunk);
  constexpr float kLeftOver = 0.4F;
  if (width.again && room >= 0.0F && is_left_over(input, end.line, width)) return kLeftOver;
  if (!breaks_inside_chunks(end, width))
    return room_ratio(room, uniform_full(next, end, width), width);
  const float chunk = room < kBlur ? 1.0F / chunk_longer_than(free) : kChunkHadRoom;
  const auto columns = static_cast<float>(width.columns);
  return chunk * (width.thai == ThaiBreaks::letters
                      ? free_ratio(free, columns)
                      : free_ratio(free, static_cast<float>(end.next_word), columns));
}

float LineLengths::length_ratio(const WrapInput& input, const LineEnd& end, WrapWidth width) const {
  const TextLine& line = input.lines[end.line];
  const TextLine& next = input.lines[end.next];
  const auto columns = static_cast<std::int32_t>(width.columns);
  const auto at = static_cast<std::int32_t>(line.columns);
  // The line itself says nothing about the others; lines of any length are as likely as that.
  constexpr float kAny = 2.0F;
  const auto others = static_cast<float>(
      between(0, std::max(at, columns + static_cast<std::int32_t>(kOverrun))) - 1);
  if (breaks_inside_chunks(end, width)) {
    constexpr std::int32_t kAround = 2;
    const auto near = static_cast<float>(between(at - kAround, at + kAround) - 1);
    const float density = near / static_cast<float>(2 * kAround + 1);
    return (density * static_cast<float>(columns) + kAny) / (others + kAny);
  }
  const float uniform = uniform_full(next, end, width);
  const auto chunk = static_cast<std::int32_t>(next.first_chunk);
  const bool has_room = at < columns - chunk;
  const std::uint32_t full = between(columns - chunk, std::max(at, columns)) - (has_room ? 0U : 1U);
  const float share = (static_cast<float>(full) + kAny * uniform) / (others + kAny);
  return has_room ? (1.0F - share) / (1.0F - uniform) : share / uniform;
}

}  // namespace thalign
