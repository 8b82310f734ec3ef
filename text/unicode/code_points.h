// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Converts byte offsets of a UTF-8 text to 0-based code points and back. Holds a view of the text
/// and one number per 256 bytes of it.
class CodePointIndex {
 public:
  /// Requires: `text` is valid UTF-8 and outlives the index.
  explicit CodePointIndex(std::string_view text);

  /// Code points before byte `offset`. Requires: a character boundary, at most the size of the
  /// text.
  std::uint32_t code_point(std::uint32_t offset) const;
  CodePointRange code_points(ByteRange range) const {
    return {code_point(range.begin), code_point(range.end)};
  }
  /// Byte offset of code point `index`. Requires: at most `size()`.
  std::uint32_t byte(std::uint32_t index) const;
  ByteRange bytes(CodePointRange range) const { return {byte(range.begin), byte(range.end)}; }
  /// Number of code points of the text.
  std::uint32_t size() const { return size_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;
  std::uint32_t size_ = 0;
};

}  // namespace thalign
#pragma GCC visibility pop
