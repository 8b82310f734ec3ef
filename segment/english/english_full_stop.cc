// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_full_stop.h"

#include <cstddef>
#include <string_view>

#include "segment/english/english_words.h"

namespace thalign {
namespace {

constexpr float kClearEnd = 4.0F;
constexpr float kLikelyEnd = 1.5F;
constexpr float kPerhapsEnd = 0.5F;
constexpr float kStopGoesOn = -4.0F;
constexpr float kInitials = -5.5F;
constexpr float kInitialOfSmallLetter = -2.5F;
constexpr float kFourDots = 3.0F;
constexpr float kEllipsis = 1.5F;
constexpr float kSpacedEllipsis = -1.0F;

/// "II", "XX": a number though made of letters. "I" is a word more often.
bool is_roman_number(std::string_view word) {
  return word.size() > 1 && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

/// "u.s", "ph.d": short parts with full stops between them.
bool is_dotted(std::string_view folded) {
  constexpr std::size_t kLongestPart = 3;
  if (folded.find('.') == std::string_view::npos) return false;
  std::size_t part = 0;
  for (const char c : folded) {
    part = c == '.' ? 0 : part + 1;
    if (part > kLongestPart || (c != '.' && (c < 'a' || c > 'z'))) return false;
  }
  return true;
}

/// "He left at 6 p.m. Mr. Smith", not "At 6 p.m. Mr. Smith".
bool opens_name_after_clause(const EnglishView& text, std::uint32_t next) {
  constexpr std::uint32_t kShortClause = 5;
  if (!text.is_large(next) || english_abbreviation(text.folded(next)) != AbbreviationKind::title)
    return false;
  for (std::uint32_t i = 1; i <= kShortClause + 1; ++i) {
    if (i > next || text.begins_line(next - i)) return false;
    if (i > 2 && text.is_mark_of(next - i, ".?!")) return false;
  }
  return true;
}

float after_known(const EnglishView& text, AbbreviationKind kind, std::uint32_t word,
                  std::uint32_t next) {
  const NextWord next_word = text.next_word(next);
  const float if_large = text.opens_sentence(next) ? kClearEnd : kPerhapsEnd;
  switch (kind) {
    case AbbreviationKind::title:
    case AbbreviationKind::inner:
      return kNeverEnds;
    case AbbreviationKind::numbered:
      if (next_word == NextWord::number || is_roman_number(text.original(next))) return kNeverEnds;
      return next_word == NextWord::large ? if_large : kStopGoesOn;
    case AbbreviationKind::may_end: {
      if (text.opens_sentence(next)) return kLikelyEnd;
      const bool time = text.folded(word) == "a.m" || text.folded(word) == "p.m";
      if (!time) return is_dotted(text.folded(word)) ? kInitials : kStopGoesOn;
      return opens_name_after_clause(text, next) ? kPerhapsEnd : kStopGoesOn;
    }
    case AbbreviationKind::ending:
      return next_word == NextWord::large ? if_large : kStopGoesOn;
  }
  return kStopGoesOn;
}

std::optional<float> after_abbreviation(const EnglishView& text, std::uint32_t full_stop,
                                        std::uint32_t next) {
  if (!text.touches_previous(full_stop) || text.folded(full_stop) != ".") return std::nullopt;
  const std::uint32_t word = full_stop - 1;
  const std::string_view folded = text.folded(word);
  const bool letter = text.is(word, WordKind::latin) && folded.size() == 1;
  const bool large = text.is_large(word);
  const auto kind = english_abbreviation(folded);
  const bool known = kind && !(letter && large);
  if ((known || letter || is_dotted(folded)) && text.next_word(next) == NextWord::small)
    return kNeverEnds;
  if (known) return after_known(text, *kind, word, next);
  if (folded == "\u00B0" && text.is(next, WordKind::number)) return kNeverEnds;
  if (!letter && !is_dotted(folded)) return std::nullopt;
  if (text.opens_sentence(next)) return kLikelyEnd;
  return letter && !large ? kInitialOfSmallLetter : kInitials;
}

/// Dots that leave something out stand together or spaced (". . .").
std::optional<float> after_ellipsis(const EnglishView& text, std::uint32_t last,
                                    std::uint32_t next) {
  const std::string_view mark = text.folded(last);
  const bool spaced = mark == "." && text.gap(last) == GapKind::space;
  std::size_t dots = mark == "\u2026" ? 3 : mark.size();
  if (!mark.starts_with('.') && mark != "\u2026") return std::nullopt;
  for (std::uint32_t i = last;
       spaced && i > 0 && text.gap(i) <= GapKind::space && text.folded(i - 1) == "."; --i) {
    ++dots;
  }
  if (dots < 2) return std::nullopt;
  if (!text.is_large(next) && !text.is(next, WordKind::number)) return kStopGoesOn;
  if (dots >= 4) return kFourDots;
  return spaced ? kSpacedEllipsis : kEllipsis;
}

}  // namespace

std::optional<float> after_no_plain_full_stop(const EnglishView& text, std::uint32_t full_stop,
                                              std::uint32_t next) {
  if (const std::optional<float> odds = after_abbreviation(text, full_stop, next)) return odds;
  return after_ellipsis(text, full_stop, next);
}

}  // namespace thalign
