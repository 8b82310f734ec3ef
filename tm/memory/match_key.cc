#include "tm/memory/match_key.h"

#include <unicode/utf8.h>

#include <cstddef>

#include "text/fold.h"
#include "text/segmented_text.h"

namespace thalign {

std::string match_text(std::string_view text) {
  const FoldedText folded(text);
  const std::string_view from = folded.text();
  std::string result;
  result.reserve(from.size());
  bool pending_space = false;
  for (std::size_t i = 0; i < from.size();) {
    const std::size_t begin = i;
    UChar32 character = 0;
    U8_NEXT_UNSAFE(from.data(), i, character);
    if (is_space(static_cast<char32_t>(character))) {
      pending_space = true;
      continue;
    }
    if (pending_space && !result.empty()) result += ' ';
    pending_space = false;
    result.append(from, begin, i - begin);
  }
  return result;
}

std::uint64_t match_key(std::string_view match_text) {
  constexpr std::uint64_t offset_basis = 0xCBF29CE484222325;
  constexpr std::uint64_t prime = 0x100000001B3;
  std::uint64_t hash = offset_basis;
  for (const char c : match_text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= prime;
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace thalign
