// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_lines.h"

#include <algorithm>
#include <string_view>

#include "segment/english/english_words.h"

namespace thalign {
namespace {

constexpr float kLineEnd = 3.0F;
constexpr float kInsidePhrase = -3.0F;
constexpr float kListOfSmallWords = 0.5F;
constexpr float kLabel = 0.5F;
constexpr float kAfterComma = 0.5F;
constexpr float kWrapped = -1.5F;
constexpr float kPerhapsWrapped = 1.5F;
/// Nobody wraps text to lines shorter than this (bytes).
constexpr std::uint32_t kLeastWidth = 40;

}  // namespace

EnglishLines::EnglishLines(const EnglishView& text) : text_(text) {
  const std::uint32_t words = text.size();
  for (std::uint32_t k = 0; k < words; ++k) {
    if (!text.begins_line(k)) continue;
    if (!lines_.empty()) lines_.back().end = k;
    lines_.push_back({k, words, text.gap(k) == GapKind::blank_line});
  }
}

std::uint32_t EnglishLines::line_of(std::uint32_t k) const {
  const auto it = std::ranges::lower_bound(lines_, k, {}, &Line::begin);
  return static_cast<std::uint32_t>(it - lines_.begin());
}

std::uint32_t EnglishLines::bytes(std::uint32_t line) const {
  return text_.bytes(lines_[line].end - 1).end - text_.bytes(lines_[line].begin).begin;
}

EnglishLines::LineRange EnglishLines::neighbours(std::uint32_t line) const {
  LineRange range{line, line + 1};
  while (line - range.begin < kReach - 1 && !lines_[range.begin].after_blank) --range.begin;
  while (range.end - line < kReach && range.end < lines_.size() && !lines_[range.end].after_blank) {
    ++range.end;
  }
  return range;
}

bool EnglishLines::had_room(std::uint32_t line) const {
  const std::uint32_t next = lines_[line + 1].begin;
  const auto first = static_cast<std::uint32_t>(text_.chunk(next).size());
  const LineRange around = neighbours(line);
  std::uint32_t width = kLeastWidth;
  for (std::uint32_t i = around.begin; i < around.end; ++i) width = std::max(width, bytes(i));
  return bytes(line) + 1 + first <= width;
}

bool EnglishLines::ends_with_mark(std::uint32_t line) const {
  for (std::uint32_t i = lines_[line].end; i-- > lines_[line].begin;) {
    if (!text_.is(i, WordKind::mark)) return false;
    if (text_.is_mark_of(i, ".?!:;")) return true;
  }
  return false;
}

bool EnglishLines::begins_small(std::uint32_t line) const {
  return text_.next_word(lines_[line].begin) == NextWord::small;
}

bool EnglishLines::in_wrapped_text(std::uint32_t line) const {
  const LineRange around = neighbours(line);
  for (std::uint32_t i = around.begin; i + 1 < around.end; ++i) {
    if (i != line && begins_small(i + 1) && !ends_with_mark(i) && !had_room(i)) return true;
  }
  return false;
}

/// A line of a few words, far shorter than lines are wrapped at: “Tenant”, a term that a line with
/// what it means follows.
bool EnglishLines::is_label(std::uint32_t line) const {
  constexpr std::uint32_t kMostBytes = kLeastWidth / 2;
  return bytes(line) <= kMostBytes && !begins_small(line) &&
         !text_.is_mark_of(lines_[line].end - 1, ",-");
}

float EnglishLines::log_odds(std::uint32_t k) const {
  const std::uint32_t line = line_of(k) - 1;
  const std::string_view last = text_.folded(k - 1);
  const bool room = had_room(line);
  if (opens_english_phrase(last)) return kInsidePhrase;
  if (begins_small(line + 1)) {
    const bool list = room && begins_small(line) && bytes(line + 1) < kLeastWidth &&
                      !ends_with_mark(line + 1) && last != ",";
    if (list) return kListOfSmallWords;
    return is_label(line) ? kLabel : kInsidePhrase;
  }
  if (last == ",") return room ? kAfterComma : kWrapped;
  if (room) return kLineEnd;
  return in_wrapped_text(line) ? kWrapped : kPerhapsWrapped;
}

}  // namespace thalign
