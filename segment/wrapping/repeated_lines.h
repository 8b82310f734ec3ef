// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

#include "segment/wrapping/text_lines.h"

namespace thalign {

/// Lines that a text has more than once, as headlines. Where what stands before them differs they
/// begin a paragraph, where what follows differs they end one; but a line that has the same line
/// beside it twice is a part of a headline of several lines there.
class RepeatedLines {
 public:
  /// Requires: `text` outlives the object.
  RepeatedLines(std::string_view text, std::span<const TextLine> lines);

  bool begins(std::string_view line) const;
  bool ends(std::string_view line) const;

 private:
  struct Neighbours {
    std::string_view before, after;
    bool begins = false, ends = false;             // other neighbours than the first ones
    bool same_before = false, same_after = false;  // the same once more
  };
  std::unordered_map<std::string_view, Neighbours> seen_;
};

}  // namespace thalign
