// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"

// Not installed.

namespace thalign {

/// `text` without white space (`is_space`). Requires: valid UTF-8.
std::string stripped(std::string_view text);

/// A text without white space, and its offset map: texts that were laid out anew are found in it.
class StrippedText {
 public:
  /// Requires: valid UTF-8 that outlives the object.
  explicit StrippedText(std::string_view text);

  const std::string& text() const& { return stripped_; }
  /// Where what follows byte `at` of the whole text stands in `text()`.
  std::size_t position(std::uint32_t at) const;
  /// Whether `at` of `text()` lies between two ASCII letters or digits that touch.
  bool cuts_word(std::size_t at) const;
  /// The bytes of the whole text that `length` bytes of `text()` from `at` on are. Requires: there
  /// are so many, at characters.
  ByteRange bytes(std::size_t at, std::size_t length) const;

 private:
  std::string stripped_;
  std::vector<std::uint32_t> places_;  // of each byte of it
};

}  // namespace thalign
