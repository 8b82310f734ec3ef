#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace thalign {

/// What a text is matched by in a translation memory: folded (text/fold.h: kinds of spaces, ZWSP,
/// SARA AM, Thai digits, case, width), runs of white space as one space, none at the edges. Two
/// texts that differ in these alone are the same to a translator.
///
/// Worked example: " ๑๐\u00A0ลิตร\n" becomes "10 ลิตร". Matching text of a matching text is itself.
/// Requires: `text` is valid UTF-8 of at most 2 GiB.
std::string match_text(std::string_view text);

/// 64 bits of a matching text (FNV-1a), the same on every machine: stored in memories and in files
/// exported from them. Never 0, which stands for "no text".
std::uint64_t match_key(std::string_view match_text);

}  // namespace thalign
