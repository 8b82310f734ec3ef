// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thalign::cli {

/// How many columns of a terminal `text` (valid UTF-8) takes: combining marks, as of Thai, none,
/// wide characters and most emoji two.
std::size_t text_width(std::string_view text);

/// `text` in lines of at most `width` columns, broken where a line may end (in Thai between words)
/// and inside a word that is longer than a line, never between a letter and its marks. White space
/// at line ends is dropped; control characters become U+FFFD, so that none reaches the terminal. At
/// least one line. Requires: `width` > 1.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace thalign::cli
