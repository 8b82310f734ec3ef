#include "segment/wrapping/wrapping.h"

#include <algorithm>
#include <array>
#include <utility>

#include "segment/wrapping/hyphens.h"
#include "segment/wrapping/line_ends.h"
#include "segment/wrapping/line_words.h"
#include "segment/wrapping/text_lines.h"
#include "segment/wrapping/wrap_width.h"

namespace thalign {
namespace {

/// Least log-ratio (nats) of a text that is taken as wrapped.
constexpr float kLeastOfText = 4.0F;
/// A text may be wrapped at several widths, as mail is that quotes mail.
constexpr int kMostWidths = 4;

/// Whether the lines of a text are broken inside words, or only between them.
bool breaks_words(std::span<const LineEnd> ends) {
  std::size_t thai = 0;
  std::size_t inside = 0;
  for (const LineEnd& end : ends) {
    thai += end.thai ? 1U : 0U;
    inside += end.inside_word ? 1U : 0U;
  }
  constexpr std::size_t kEveryEighth = 8;
  return inside * kEveryEighth > thai;
}

/// Log-odds (nats) of a space that say where a line is broken that has this many columns free, if
/// it may be broken inside words: at a space that is near the end, else where it is full.
float space_log_odds_by_free(std::int32_t free) {
  if (free < 0) return -2.5F;
  constexpr std::array kByFree = {-2.2F, -0.5F, 0.3F};
  constexpr float kEarly = 5.0F;
  const auto columns = static_cast<std::size_t>(free);
  return columns < kByFree.size() ? kByFree[columns] : kEarly;
}

/// Whether the line was broken at a space.
bool takes_space(const WrapInput& input, const LineEnd& end, WrapWidth width, bool breaks_words) {
  const TextLine& line = input.lines[end.line];
  if (line.ends_with_space) return true;
  if (breaks_words && (end.inside_address || end.at_dash)) return false;
  if (!end.thai) return true;
  if (end.inside_word) return false;
  if (width.thai == ThaiBreaks::spaces) return true;
  const std::int32_t free =
      static_cast<std::int32_t>(width.columns) - static_cast<std::int32_t>(line.columns);
  if (breaks_words) {
    return end.space_log_odds - LineWords::thai().space_log_odds({}, {}) +
               space_log_odds_by_free(free) >
           0.0F;
  }
  // A word that had room was kept from it by a space.
  return static_cast<std::int32_t>(end.next_word) <= free || end.space_log_odds > 0.0F;
}

}  // namespace

Wrapping find_wrapping(std::string_view text, WrappedLines wrapped) {
  Wrapping wrapping;
  if (wrapped == WrappedLines::no) return wrapping;
  const std::vector<TextLine> lines = text_lines(text);
  const std::vector<LineEnd> ends = line_ends(text, lines);
  const WrapInput input{lines, ends};
  std::vector<bool> open(ends.size(), true);
  Hyphens hyphens(text);
  std::size_t most = 0;
  const bool inside_words = breaks_words(ends);
  for (int round = 0; round < kMostWidths; ++round) {
    const WrapFit fit = fit_width(input, open);
    const bool is_wrapped =
        wrapped == WrappedLines::yes ? fit.fit > 0.0F : fit.log_ratio >= kLeastOfText;
    if (!is_wrapped) break;
    std::size_t joined = 0;
    for (const WrapBlock block : fit.blocks) {
      for (std::uint32_t i = block.begin; i < block.end; ++i) {
        open[i] = false;
        if (wrapped_log_odds(input, ends[i], fit.width, block.wrapped) <= 0.0F) continue;
        ++joined;
        LineJoin join{{lines[ends[i].line].content.end, lines[ends[i].next].content.begin},
                      takes_space(input, ends[i], fit.width, inside_words)};
        hyphens.settle(join);
        wrapping.joins.push_back(join);
      }
    }
    if (joined > most) {
      most = joined;
      wrapping.columns = fit.width.columns;
    }
  }
  std::ranges::sort(wrapping.joins, {}, [](const LineJoin& join) { return join.removed.begin; });
  return wrapping;
}

Document unwrapped(Document document, const Wrapping& wrapping) {
  return Document::joined(std::move(document), wrapping.joins);
}

}  // namespace thalign
