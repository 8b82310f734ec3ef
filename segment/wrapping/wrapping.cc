// SPDX-License-Identifier: Apache-2.0
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
/// From this log-ratio on lines may be measured in another way, and from this gain on they are
/// (nats).
constexpr float kPerhaps = 0.5F;
constexpr float kOtherMeasure = 3.0F;
/// Nats a line end from which on lines are surely wrapped by columns.
constexpr float kFitsColumns = 4.3F;
/// Fewer lines, unless they are all, are not taken as wrapped.
constexpr std::size_t kLeastJoins = 3;
/// A text may be wrapped at several widths, as mail is that quotes mail.
constexpr int kMostWidths = 4;

/// How many lines of a text end at Thai, and how.
struct ThaiEnds {
  std::size_t all = 0;
  std::size_t next = 0;    ///< the next line begins with a Thai letter
  std::size_t both = 0;    ///< Thai letters on both sides
  std::size_t inside = 0;  ///< inside words

  explicit ThaiEnds(std::span<const LineEnd> ends) : all(ends.size()) {
    for (const LineEnd& end : ends) {
      next += end.thai_next ? 1U : 0U;
      both += end.thai ? 1U : 0U;
      inside += end.inside_word ? 1U : 0U;
    }
  }
  /// Whether most lines begin with Thai letters, which are of nearly one width.
  bool most() const { return next * 2 >= all; }
  /// Whether lines are broken inside words, not only between them.
  bool break_words() const {
    constexpr std::size_t kEveryEighth = 8;
    return inside * kEveryEighth > both;
  }
  /// Where lines may be broken, by that.
  std::span<const ThaiBreaks> breaks() const {
    constexpr std::size_t kMany = 16;
    if (next == 0) return std::span(kAllThaiBreaks).last(1);
    if (both < kMany) return kAllThaiBreaks;
    constexpr std::size_t kEveryFourth = 4;
    if (inside * kEveryFourth > both) return std::span(kAllThaiBreaks).first(1);
    return inside == 0 ? std::span(kAllThaiBreaks).last(2) : std::span(kAllThaiBreaks);
  }
};

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
  // A word that had room was kept from it by a space, if the width is what it seems.
  constexpr std::int32_t kUncertain = 3;  // columns
  constexpr float kHadRoom = 5.0F;
  constexpr float kPerhapsHadRoom = 2.0F;
  const std::int32_t room = free - static_cast<std::int32_t>(end.next_word);
  if (room < 0) return end.space_log_odds > 0.0F;
  return end.space_log_odds + (room < kUncertain ? kPerhapsHadRoom : kHadRoom) > 0.0F;
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

/// Nats that `fit` lacks to be taken for a wrapped text; 0 or less: none.
float lacking(const WrapFit& fit, float log_odds, std::size_t ends) {
  return kLeastOfText + std::min(kMostOfFewLines, kMoreOfFewLines / static_cast<float>(ends)) -
         fit.log_ratio - log_odds;
}

bool are_enough(std::size_t joins, std::size_t ends) {
  return joins >= kLeastJoins || joins == ends;
}

void add_hints(std::span<const TextLine> lines, std::span<const LineEndHint> hints,
               std::span<LineEnd> ends) {
  auto hint = hints.begin();
  for (LineEnd& end : ends) {
    while (hint != hints.end() && hint->at < lines[end.line].content.end) ++hint;
    if (hint == hints.end()) break;
    if (hint->at != lines[end.line].content.end) continue;
    end.log_ratio += hint->log_ratio;
    end.paragraph_log_ratio += hint->log_ratio;
  }
}

/// Joins what is wrapped for sure and is not joined yet. Where nothing else is wrapped, one such
/// line end of many is a slip of the pen.
void join_syllables(const WrapInput& input, const std::vector<bool>& joined, Wrapping& wrapping) {
  constexpr std::ptrdiff_t kMostForEach = 20;  // Thai line ends
  const bool as_a_whole = !wrapping.joins.empty();
  if (!as_a_whole &&
      std::ranges::count(input.ends, true, &LineEnd::inside_syllable) * kMostForEach <
          std::ranges::count(input.ends, true, &LineEnd::thai))
    return;
  for (std::size_t i = 0; i < input.ends.size(); ++i) {
    if (joined[i] || !input.ends[i].inside_syllable) continue;
    const TextLine& line = input.lines[input.ends[i].line];
    wrapping.joins.push_back(
        {{line.content.end, input.lines[input.ends[i].next].content.begin}, false});
    if (!as_a_whole) wrapping.columns = std::max(wrapping.columns, line.columns);
  }
}

/// The width that explains the line ends `open` best, in columns or, where these explain little, as
/// other programs count: in letters of several widths, or in characters. `input.lines` becomes the
/// lines as the width counts them; `measured` keeps those for the next call.
WrapFit fit_lines(std::string_view text, const std::vector<bool>& open, const ThaiEnds& thai,
                  std::vector<TextLine>& measured, WrapInput& input) {
  WrapFit fit = fit_width(input, open, thai.breaks());
  const float fits_columns = kFitsColumns * static_cast<float>(input.ends.size());
  // Programs that count characters know no Thai, and break it at spaces only.
  const bool may_count_otherwise = !thai.most() || thai.inside == 0;
  if (fit.log_ratio <= kPerhaps || fit.fit >= fits_columns || !may_count_otherwise) return fit;
  if (measured.empty()) {
    const std::vector<TextLine> lines(input.lines.begin(), input.lines.end());
    measured = thai.most() ? in_characters(text, lines) : in_letter_widths(text, lines);
  }
  WrapFit other = fit_width({measured, input.ends}, open, std::array{fit.width.thai});
  if (other.fit <= fit.fit + kOtherMeasure) return fit;
  input.lines = measured;
  return other;
}

}  // namespace

Wrapping find_wrapping(std::string_view text, WrappedLines wrapped, const WrapHints& hints) {
  Wrapping wrapping;
  if (wrapped == WrappedLines::no) return wrapping;
  const std::vector<TextLine> lines = text_lines(text);
  std::vector<LineEnd> ends = line_ends(text, lines);
  add_hints(lines, hints.line_ends, ends);
  std::vector<TextLine> measured;
  std::vector<bool> open(ends.size(), true);
  std::vector<bool> joined(ends.size(), false);
  Hyphens hyphens(text);
  std::size_t most = 0;
  const ThaiEnds thai(ends);
  for (int round = 0; round < kMostWidths; ++round) {
    WrapInput input{lines, ends};
    const WrapFit fit = fit_lines(text, open, thai, measured, input);
    const std::vector<std::uint32_t> found = wrapped_ends(input, fit);
    const float lacks = lacking(fit, hints.log_odds, ends.size());
    if (round == 0 && !ends.empty()) wrapping.lacking = std::max(0.0F, lacks);
    if (fit.blocks.empty()) break;
    if (wrapped == WrappedLines::recognise &&
        (lacks > 0.0F || !are_enough(found.size(), ends.size())))
      break;
    for (const WrapBlock block : fit.blocks)
      std::fill(open.begin() + block.begin, open.begin() + block.end, false);
    for (const std::uint32_t i : found) {
      LineJoin join{{lines[ends[i].line].content.end, lines[ends[i].next].content.begin},
                    takes_space(input, ends[i], fit.width, thai.break_words())};
      hyphens.settle(join);
      joined[i] = true;
      wrapping.joins.push_back(join);
    }
    if (std::ranges::count(open, true) < static_cast<std::ptrdiff_t>(kLeastJoins))
      round = kMostWidths;
    if (found.size() > most) {
      most = found.size();
      wrapping.columns = fit.width.columns;
    }
  }
  join_syllables({lines, ends}, joined, wrapping);
  std::ranges::sort(wrapping.joins, {}, [](const LineJoin& join) { return join.removed.begin; });
  return wrapping;
}

Document unwrapped(Document document, const Wrapping& wrapping) {
  return Document::joined(std::move(document), wrapping.joins);
}

}  // namespace thalign
