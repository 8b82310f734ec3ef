// SPDX-License-Identifier: Apache-2.0
#include "text/files/xml_escape.h"

#include <cstddef>

namespace thalign {
namespace {

/// What stands for a character that XML or the parser's handling of white space would change;
/// empty: itself.
std::string_view reference(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view replacement = reference(text[i]);
    if (replacement.empty()) continue;
    result.append(text, run, i - run).append(replacement);
    run = i + 1;
  }
  return result.append(text, run);
}

}  // namespace thalign
