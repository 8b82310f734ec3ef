// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thalign {

/// UTF-8 that comes in pieces, checked.
class Utf8Stream {
 public:
  /// `name` stands in messages; `offset`: of the first byte in the document. `replace_invalid`: as
  /// in `DecodeOptions`.
  Utf8Stream(std::string name, std::size_t offset, bool replace_invalid);

  /// The text of the next bytes: valid UTF-8. A character that they do not finish waits for the
  /// next. Throws `Error` (encoding) with the offset of the first invalid byte, unless such are
  /// replaced.
  std::string add(std::string_view bytes) { return take(bytes, false); }
  /// The text of what waits, at the end.
  std::string finish() { return take({}, true); }

  /// Number of U+FFFD put in place of invalid bytes.
  std::size_t replaced() const { return replaced_; }

 private:
  std::string take(std::string_view bytes, bool last);

  std::string name_;
  std::size_t offset_;
  bool replace_invalid_;
  std::string waiting_;  // begin of a character
  std::size_t replaced_ = 0;
};

/// Bytes at the end of `bytes` that begin a character without finishing it; at most 3.
std::size_t unfinished_utf8(std::string_view bytes);

}  // namespace thalign
