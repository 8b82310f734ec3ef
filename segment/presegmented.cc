#include <algorithm>
#include <utility>
#include <vector>

#include "segment/segment.h"

namespace thalign {
namespace {

/// Line ends of a gap between words; a carriage return and line feed are one.
std::ptrdiff_t line_ends(std::string_view gap) {
  const std::ptrdiff_t feeds = std::count(gap.begin(), gap.end(), '\n');
  return feeds > 0 ? feeds : std::count(gap.begin(), gap.end(), '\r');
}

}  // namespace

SegmentedText presegmented(Document document) {
  Words words(document.text());
  const std::string_view text = document.text();
  std::vector<Unit> units;
  std::uint32_t end = 0;
  for (const Word& word : words.all()) {
    const std::ptrdiff_t lines = line_ends(text.substr(end, word.original.begin - end));
    end = word.original.end;
    if (units.empty()) {
      units.push_back({word.original, 0, kCertainBreak});
    } else if (lines > 0) {
      units.push_back(
          {word.original, units.back().paragraph + (lines > 1 ? 1U : 0U), kCertainBreak});
    }
    units.back().range.end = end;
  }
  return {std::move(document), std::move(words), std::move(units)};
}

}  // namespace thalign
