// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "segment/segment.h"
#include "text/split_units.h"

namespace thalign {
namespace {

/// Line ends of a gap between units; a carriage return and line feed are one.
std::ptrdiff_t line_ends(std::string_view gap) {
  const std::ptrdiff_t feeds = std::count(gap.begin(), gap.end(), '\n');
  return feeds > 0 ? feeds : std::count(gap.begin(), gap.end(), '\r');
}

/// A unit for each line that is not blank.
std::vector<Unit> line_units(std::string_view text) {
  std::vector<Unit> units;
  const bool has_returns = text.find('\r') != std::string_view::npos;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    if (has_returns)
      end = begin + std::min(text.substr(begin, end - begin).find('\r'), end - begin);
    const ByteRange line =
        trimmed(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
    if (line.empty()) continue;
    std::uint32_t paragraph = 0;
    if (!units.empty()) {
      const Unit& last = units.back();
      const std::string_view gap = text.substr(last.range.end, line.begin - last.range.end);
      paragraph = last.paragraph + (line_ends(gap) > 1 ? 1U : 0U);
    }
    units.push_back({line, paragraph, kCertainBreak});
  }
  return units;
}

}  // namespace

SegmentedText presegmented(Document document) {
  const std::string_view text = document.text();
  std::vector<Unit> units = line_units(text);
  Words words(text.size() <= kMostBytesWithWords ? text : "");
  return {std::move(document), std::move(words), std::move(units)};
}

}  // namespace thalign
