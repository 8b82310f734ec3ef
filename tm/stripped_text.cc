// SPDX-License-Identifier: Apache-2.0
#include "tm/stripped_text.h"

#include <algorithm>

#include "text/unicode/characters.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

/// Calls `visit` with the bytes of each character that is no white space.
template <typename Visit>
void visit_letters(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    if (!is_space(static_cast<char32_t>(next_character(text, next)))) visit(at, next);
    at = next;
  }
}

}  // namespace

std::string stripped(std::string_view text) {
  std::string result;
  visit_letters(
      text, [&](std::size_t begin, std::size_t end) { result.append(text, begin, end - begin); });
  return result;
}

StrippedText::StrippedText(std::string_view text) {
  visit_letters(text, [&](std::size_t begin, std::size_t end) {
    stripped_.append(text, begin, end - begin);
    for (std::size_t at = begin; at < end; ++at) places_.push_back(static_cast<std::uint32_t>(at));
  });
}

std::size_t StrippedText::position(std::uint32_t at) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(places_, at) - places_.begin());
}

bool StrippedText::cuts_word(std::size_t at) const {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  return at > 0 && at < stripped_.size() && places_[at] == places_[at - 1] + 1 &&
         is_word(stripped_[at - 1]) && is_word(stripped_[at]);
}

ByteRange StrippedText::bytes(std::size_t at, std::size_t length) const {
  if (length == 0) return {};
  return {places_[at], places_[at + length - 1] + 1};
}

}  // namespace thalign
