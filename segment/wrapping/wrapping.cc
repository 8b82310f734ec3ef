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

/// Least log-ratio (nats) of a text that is taken as wrapped; a text of few lines may look so by
/// chance, and needs more.
constexpr float kLeastOfText = 5.0F;
constexpr float kMoreOfFewLines = 10.0F;
constexpr float kMostOfFewLines = 2.0F;
/// From this log-ratio on letters may have several widths, and from this gain on they have (nats).
constexpr float kPerhaps = 0.5F;
constexpr float kLettersOfSeveralWidths = 3.0F;
/// Fewer lines, unless they are all, are not taken as wrapped.
constexpr std::size_t kLeastJoins = 3;
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

/// The line ends of the blocks of `fit` that are wrapped.
std::vector<std::uint32_t> wrapped_ends(const WrapInput& input, const WrapFit& fit) {
  std::vector<std::uint32_t> found;
  for (const WrapBlock block : fit.blocks)
    for (std::uint32_t i = block.begin; i < block.end; ++i)
      if (wrapped_log_odds(input, input.ends[i], fit.width, block.wrapped) > 0.0F)
        found.push_back(i);
  return found;
}

bool is_convincing(const WrapFit& fit, std::size_t joins, std::size_t ends) {
  return (joins >= kLeastJoins || joins == ends) &&
         fit.log_ratio >=
             kLeastOfText + std::min(kMostOfFewLines, kMoreOfFewLines / static_cast<float>(ends));
}

}  // namespace

Wrapping find_wrapping(std::string_view text, WrappedLines wrapped) {
  Wrapping wrapping;
  if (wrapped == WrappedLines::no) return wrapping;
  const std::vector<TextLine> lines = text_lines(text);
  const std::vector<LineEnd> ends = line_ends(text, lines);
  std::vector<TextLine> in_letters;
  std::vector<bool> open(ends.size(), true);
  Hyphens hyphens(text);
  std::size_t most = 0;
  const bool inside_words = breaks_words(ends);
  const bool thai = std::ranges::any_of(ends, &LineEnd::thai_next);
  for (int round = 0; round < kMostWidths; ++round) {
    WrapInput input{lines, ends};
    WrapFit fit = fit_width(input, open, std::span(kAllThaiBreaks).last(thai ? 3 : 1));
    if (fit.log_ratio > kPerhaps) {
      if (in_letters.empty()) in_letters = in_letter_widths(text, lines);
      WrapFit other = fit_width({in_letters, ends}, open, std::array{fit.width.thai});
      if (other.fit > fit.fit + kLettersOfSeveralWidths) {
        fit = std::move(other);
        input.lines = in_letters;
      }
    }
    const std::vector<std::uint32_t> found = wrapped_ends(input, fit);
    if (fit.blocks.empty()) break;
    if (wrapped == WrappedLines::recognise && !is_convincing(fit, found.size(), ends.size())) break;
    for (const WrapBlock block : fit.blocks)
      std::fill(open.begin() + block.begin, open.begin() + block.end, false);
    for (const std::uint32_t i : found) {
      LineJoin join{{lines[ends[i].line].content.end, lines[ends[i].next].content.begin},
                    takes_space(input, ends[i], fit.width, inside_words)};
      hyphens.settle(join);
      wrapping.joins.push_back(join);
    }
    if (std::ranges::count(open, true) < static_cast<std::ptrdiff_t>(kLeastJoins))
      round = kMostWidths;
    if (found.size() > most) {
      most = found.size();
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
