// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "segment/wrapping/wrapping.h"
#include "text/document.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Joins the wrapped lines of a text that comes block by block, as `unwrapped()` does those of a
/// whole document. What is wrapped is found window by window; windows end at blank lines where they
/// can. Memory: a window, or the longest line.
class LineJoiner {
 public:
  /// A part of the joined text.
  struct Part {
    std::string_view text;
    std::vector<LineJoint> joints;       ///< `at` counts from the begin of the part
    std::vector<std::uint32_t> removed;  ///< code points of the original that each joint replaced
  };
  using Take = std::function<void(const Part&)>;

  /// `take` is called for each part in order; what it gets lives during the call.
  LineJoiner(WrappedLines lines, Take take, std::size_t window = std::size_t{1} << 20);

  /// Adds text. Requires: valid UTF-8, whole characters.
  void add(std::string_view text);
  void finish();
  /// About where most lines of the first window that has wrapped ones are wrapped; 0: none are.
  std::uint32_t columns() const { return columns_; }

 private:
  void join(std::string_view text);

  WrappedLines lines_;
  Take take_;
  std::size_t window_;
  std::string text_;
  std::uint32_t columns_ = 0;
};

}  // namespace thalign
#pragma GCC visibility pop
