// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_lists.h"

#include <algorithm>
#include <array>

namespace thalign {
namespace {

constexpr std::array<std::string_view, 15> kEnglishBullets = {
    "\u2022", "\u2023", "\u2043", "\u25AA", "\u25AB", "\u25CF", "\u25CB", "\u25E6",
    "\u25A0", "\u25A1", "\u25BA", "\u27A2", "\u2713", "\u2714", "\u00B7"};
/// Bullets at the begin of a line only; elsewhere they are other marks.
constexpr std::string_view kLineBullets = "-*+";

/// Longest marker with its bullet, in words.
constexpr std::uint32_t kLongestMarker = 6;

bool all_of(std::string_view text, std::string_view letters) {
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_item_label(std::string_view folded) {
  constexpr std::size_t kMostDigits = 3;
  const bool letter = folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z';
  const bool number = all_of(folded, "0123456789.") && folded.front() != '.' &&
                      std::min(folded.find('.'), folded.size()) <= kMostDigits;
  return letter || number || all_of(folded, "ivx");
}

bool closes_label(std::string_view folded) { return folded == "." || folded == ")"; }

}  // namespace

EnglishLists::EnglishLists(const EnglishView& text) : text_(text) { find_items(); }

bool EnglishLists::is_bullet(std::uint32_t word) const {
  const std::string_view mark = text_.folded(word);
  if (std::ranges::find(kEnglishBullets, mark) != kEnglishBullets.end()) return true;
  return text_.begins_line(word) && all_of(mark, kLineBullets);
}

bool EnglishLists::is_marker(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    if (text_.gap(i) != GapKind::none) return false;
  }
  if (begin < end && text_.folded(begin) == "(") ++begin;
  if (end - begin < 2 || end - begin > 3 || !is_item_label(text_.folded(begin))) return false;
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    if (!closes_label(text_.folded(i))) return false;
  }
  return true;
}

bool EnglishLists::after_marker(std::uint32_t k) const {
  if (std::ranges::binary_search(after_items_, k) || is_bullet(k - 1)) return true;
  for (std::uint32_t i = k; i-- > 0 && k - i <= kLongestMarker;) {
    if (is_bullet(i)) return is_marker(i + 1, k);
    if (text_.begins_line(i)) return is_marker(i, k);
  }
  return false;
}

bool EnglishLists::begins_item(std::uint32_t k) const {
  return is_bullet(k) || std::ranges::binary_search(items_, k);
}

std::optional<EnglishLists::Marker> EnglishLists::marker_at(std::uint32_t k) const {
  constexpr std::size_t kMostDigits = 2;
  const std::uint32_t words = text_.size();
  const std::uint32_t label = text_.folded(k) == "(" ? k + 1 : k;
  std::uint32_t next = label + 1;
  while (next < words && next - label <= 2 && text_.touches_previous(next)) ++next;
  if (next >= words || text_.gap(next) != GapKind::space || !is_marker(k, next)) return {};
  const std::string_view text = text_.folded(label);
  const std::uint32_t end = text_.bytes(label).end;
  const std::string_view close = text_.text().substr(end, text_.bytes(next - 1).end - end);
  if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z')
    return Marker{static_cast<std::uint32_t>(text[0] - 'a' + 1), close, true, next};
  if (text.size() > kMostDigits || !all_of(text, "0123456789")) return {};
  std::uint32_t number = 0;
  for (const char digit : text) number = 10 * number + static_cast<std::uint32_t>(digit - '0');
  return Marker{number, close, false, next};
}

/// An item is numbered one more than the one before it in its line; the first opens the line or
/// follows a mark.
void EnglishLists::find_items() {
  std::optional<Marker> last;
  for (std::uint32_t k = 0; k < text_.size(); ++k) {
    if (text_.gap(k) == GapKind::none) continue;
    const bool opens_line = text_.begins_line(k);
    if (opens_line) last.reset();
    const std::optional<Marker> marker = marker_at(k);
    if (!marker) continue;
    constexpr std::string_view kMarks = ":.;";
    const bool initial = marker->letter && marker->close == ".";
    const bool follows_mark = !opens_line && !initial &&
                              kMarks.find(text_.folded(k - 1).front()) != std::string_view::npos;
    const bool follows_item = last && marker->number == last->number + 1 &&
                              marker->letter == last->letter && marker->close == last->close;
    if (!follows_item && !(marker->number == 1 && (opens_line || follows_mark))) continue;
    if (follows_item) items_.push_back(k);
    after_items_.push_back(marker->next);
    last = marker;
  }
}

}  // namespace thalign
