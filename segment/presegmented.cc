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

/// Where a character stands next in a text. What was found is kept, so that all calls take time
/// linear in the text, even where it is rare.
class NextOf {
 public:
  NextOf(std::string_view text, char character) : text_(text), character_(character) {
    find_from(0);
  }

  /// At `begin` or behind it; the end of the text if nowhere. Requires: `begin` ascends.
  std::size_t from(std::size_t begin) {
    if (at_ < begin) find_from(begin);
    return at_;
  }

 private:
  void find_from(std::size_t begin) { at_ = std::min(text_.find(character_, begin), text_.size()); }

  std::string_view text_;
  char character_;
  std::size_t at_ = 0;
};

/// A unit for each line that is not blank.
std::vector<Unit> line_units(std::string_view text) {
  std::vector<Unit> units;
  NextOf feed(text, '\n');
  NextOf carriage_return(text, '\r');
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(feed.from(begin), carriage_return.from(begin));
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
