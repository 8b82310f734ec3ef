// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"

namespace thalign {

/// What a text is matched by in a translation memory: folded (text/fold.h: kinds of spaces, unseen
/// characters, SARA AM, Thai digits, case, width), "\u2026" as three full stops, runs of white
/// space as one space, none at the edges or beside U+0E46 MAI YAMOK, which Thai spaces in two ways.
/// Two texts that differ in these alone are the same to a translator.
///
/// Worked examples: " ๑๐\u00A0ลิตร\n" becomes "10 ลิตร", "เด็ก ๆ ชอบ" becomes "เด็กๆชอบ". Matching
/// text of a matching text is itself. Requires: `text` is valid UTF-8 of at most 2 GiB.
std::string match_text(std::string_view text);

/// A matching text with an offset map to its original.
class MatchText {
 public:
  /// Requires: as `match_text`.
  explicit MatchText(std::string_view original);

  std::string_view text() const& { return text_; }
  std::string_view text() const&& = delete;
  /// The bytes of the original that `range` of the text came from. Requires: not empty.
  ByteRange original(ByteRange range) const {
    return {places_[range.begin].begin, places_[range.end - 1].end};
  }

 private:
  std::string text_;
  std::vector<ByteRange> places_;  // per byte of the text: its character in the original
};

/// 64 bits of a matching text (FNV-1a), the same on every machine: stored in memories and in files
/// exported from them. Never 0, which stands for "no text".
std::uint64_t match_key(std::string_view match_text);

}  // namespace thalign
