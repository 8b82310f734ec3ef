// SPDX-License-Identifier: Apache-2.0
#include "segment/repetition.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace thalign {
namespace {

/// Longest line (bytes) that may be a headline.
constexpr std::uint32_t kLongestLine = 1000;

/// Words on either side of a gap that are looked for again.
constexpr std::uint32_t kNearWords = 4;

/// Folded text from word `first` to before word `end`.
std::string_view folded_between(const SegmentationInput& input, std::uint32_t first,
                                std::uint32_t end) {
  const std::uint32_t begin = input.words.all()[first].folded.begin;
  return input.folded.substr(begin, input.words.all()[end - 1].folded.end - begin);
}

}  // namespace

std::vector<bool> repeated_gaps(const SegmentationInput& input) {
  const auto words = static_cast<std::uint32_t>(input.gaps.size());
  struct Place {
    std::uint32_t gap, line;
  };
  std::unordered_map<std::string_view, Place> last;  // where these words were seen last
  std::vector<bool> repeated(words);
  std::uint32_t line = 0;
  for (std::uint32_t begin = 0; begin < words; ++line) {
    std::uint32_t end = begin + 1;
    while (end < words && input.gaps[end] < GapKind::line_end) ++end;
    const bool is_short = folded_between(input, begin, end).size() <= kLongestLine;
    for (std::uint32_t k = begin + 1; is_short && k < end; ++k) {
      if (input.gaps[k] != GapKind::space) continue;
      const std::string_view around =
          folded_between(input, std::max(input.chunk_begin[k - 1], k - std::min(k, kNearWords)),
                         std::min(input.chunk_end[k], k + kNearWords));
      const auto [place, is_new] = last.try_emplace(around, Place{k, line});
      if (is_new) continue;
      if (line - place->second.line <= kNearLines) {
        repeated[place->second.gap] = true;
        repeated[k] = true;
      }
      place->second = {k, line};
    }
    begin = end;
  }
  return repeated;
}

}  // namespace thalign
