#pragma once

#include <string>
#include <string_view>

namespace thalign::cli {

/// `text` (valid UTF-8) fit for one field of one line: each run of white space that holds a tab or
/// a line end becomes one space. Other characters stay. "a \n b" gives "a b"; the empty text gives
/// the empty text.
std::string one_line(std::string_view text);

}  // namespace thalign::cli
