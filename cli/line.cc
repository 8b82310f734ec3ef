#include "cli/line.h"

#include <unicode/utf8.h>

#include "text/segmented_text.h"

namespace thalign::cli {
namespace {

bool breaks_line(char32_t c) {
  constexpr char32_t first_control = 0x09;
  constexpr char32_t last_control = 0x0D;
  constexpr char32_t next_line = 0x85;
  constexpr char32_t line_separator = 0x2028;
  constexpr char32_t paragraph_separator = 0x2029;
  return (c >= first_control && c <= last_control) || c == next_line || c == line_separator ||
         c == paragraph_separator;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool broken = false;
  std::size_t run_begin = 0;  // of the white space before `i`, or `i`
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    UChar32 decoded = 0;
    U8_NEXT_UNSAFE(text.data(), i, decoded);
    const auto character = static_cast<char32_t>(decoded);
    if (is_space(character)) {
      broken = broken || breaks_line(character);
      continue;
    }
    result += broken ? std::string_view(" ") : text.substr(run_begin, begin - run_begin);
    result += text.substr(begin, i - begin);
    broken = false;
    run_begin = i;
  }
  return result += broken ? std::string_view(" ") : text.substr(run_begin);
}

}  // namespace thalign::cli
