// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_view.h"

#include <cstddef>

#include "segment/english/english_words.h"

namespace thalign {

bool EnglishView::is_large(std::uint32_t word) const {
  const std::size_t looked_at = static_cast<unsigned char>(original(word).front()) < 0x80 ? 1 : 2;
  return is(word, WordKind::latin) &&
         original(word).substr(0, looked_at) != folded(word).substr(0, looked_at);
}

bool EnglishView::opens_sentence(std::uint32_t word) const {
  return is_large(word) && opens_english_sentence(folded(word));
}

NextWord EnglishView::next_word(std::uint32_t word) const {
  if (is(word, WordKind::number)) return NextWord::number;
  if (is(word, WordKind::mark)) return NextWord::mark;
  const auto first = static_cast<unsigned char>(original(word).front());
  const bool has_case = (first >= 'a' && first <= 'z') || (first >= 0xC3 && first <= 0xD4);
  return has_case && !is_large(word) && !is_address(word) ? NextWord::small : NextWord::large;
}

std::string_view EnglishView::chunk(std::uint32_t word) const {
  const std::uint32_t begin = bytes(input_.chunk_begin[word]).begin;
  return input_.text.substr(begin, bytes(chunk_end(word) - 1).end - begin);
}

std::uint32_t EnglishView::last_before_closers(std::uint32_t k) const {
  constexpr std::uint32_t kMost = 8;  // more do not close one sentence
  for (std::uint32_t i = k; i-- > 0 && k - i <= kMost;) {
    if (!is_mark_of(i, "\"')]}")) return i;
    if (begins_line(i)) break;
  }
  return k;
}

std::uint32_t EnglishView::first_after_openers(std::uint32_t k) const {
  std::uint32_t i = k;
  while (i + 1 < chunk_end(k) && is_mark_of(i, "\"'([{")) ++i;
  return i;
}

bool EnglishView::is_address(std::uint32_t word) const {
  constexpr std::size_t kLookedAt = 40;
  const std::string_view address = chunk(word).substr(0, kLookedAt);
  return address.starts_with("www.") || address.find('@') != std::string_view::npos ||
         address.find("://") != std::string_view::npos;
}

}  // namespace thalign
