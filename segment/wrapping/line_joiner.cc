// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_joiner.h"

#include <algorithm>
#include <utility>

#include "text/unicode/code_points.h"

namespace thalign {

LineJoiner::LineJoiner(WrappedLines lines, Take take, std::size_t window)
    : lines_(lines), take_(std::move(take)), window_(window) {}

void LineJoiner::add(std::string_view text) {
  if (lines_ == WrappedLines::no) return join(text);
  text_.append(text);
  if (text_.size() < 2 * window_) return;
  std::size_t end = text_.rfind("\n\n");
  if (end == std::string::npos) end = text_.rfind('\n');
  if (end == std::string::npos) return;
  join(std::string_view(text_).substr(0, end));
  text_.erase(0, end);
}

void LineJoiner::finish() {
  join(text_);
  text_.clear();
}

void LineJoiner::join(std::string_view text) {
  const Wrapping wrapping = find_wrapping(text, lines_);
  if (columns_ == 0) columns_ = wrapping.columns;
  if (wrapping.joins.empty()) return take_({text, {}, {}});
  std::string joined;
  Part part;
  std::uint32_t end = 0;
  for (const LineJoin& join : wrapping.joins) {
    joined.append(text, end, join.removed.begin - end);
    if (join.space) joined += ' ';
    end = join.removed.end;
    part.joints.push_back({static_cast<std::uint32_t>(joined.size()), join.space});
    part.removed.push_back(
        CodePointIndex(text.substr(join.removed.begin, join.removed.size())).size());
  }
  joined.append(text, end);
  part.text = joined;
  take_(part);
}

}  // namespace thalign
