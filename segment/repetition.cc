#include "segment/repetition.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace thalign {
namespace {

/// Longest line (bytes) that may be a headline.
constexpr std::uint32_t kLongestLine = 1000;

/// Folded text from word `first` to before word `end`.
std::string_view folded_between(const SegmentationInput& input, std::uint32_t first,
                                std::uint32_t end) {
  const std::uint32_t begin = input.words.all()[first].folded.begin;
  return input.folded.substr(begin, input.words.all()[end - 1].folded.end - begin);
}

}  // namespace

std::vector<bool> repeated_gaps(const SegmentationInput& input) {
  const auto words = static_cast<std::uint32_t>(input.gaps.size());
  std::unordered_map<std::string_view, std::uint32_t> counts;  // of pairs of chunks
  const auto pair_at = [&](std::uint32_t k) {
    return folded_between(input, input.chunk_begin[k - 1], input.chunk_end[k]);
  };
  for (std::uint32_t k = 1; k < words; ++k) {
    if (input.gaps[k] == GapKind::space) ++counts[pair_at(k)];
  }
  std::vector<bool> repeated(words);
  for (std::uint32_t line = 0; line < words;) {
    std::uint32_t end = line + 1;
    while (end < words && input.gaps[end] < GapKind::line_end) ++end;
    if (folded_between(input, line, end).size() <= kLongestLine) {
      for (std::uint32_t k = line + 1; k < end; ++k) {
        repeated[k] = input.gaps[k] == GapKind::space && counts[pair_at(k)] > 1;
      }
    }
    line = end;
  }
  return repeated;
}

}  // namespace thalign
