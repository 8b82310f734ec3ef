// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/xml_output.h"

#include <algorithm>
#include <array>

#include "text/files/xml_escape.h"
#include "tm/output.h"

namespace thalign {
namespace {

/// Bytes of the character at `text[i]` if XML 1.0 forbids it and `single_line` does not replace it;
/// else 0. Valid UTF-8 has no surrogates, so that controls and two noncharacters are all there is.
std::size_t forbidden_at(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x20) return byte < 0x09 || (byte >= 0x0E && byte <= 0x1B) ? 1 : 0;
  if (byte != 0xEF) return 0;
  for (const std::string_view noncharacter : {"\uFFFE", "\uFFFF"}) {
    if (text.substr(i).starts_with(noncharacter)) return noncharacter.size();
  }
  return 0;
}

/// `text` without the characters that XML 1.0 forbids; counts them in `dropped`. White space
/// among them (VT, FF, U+001C to U+001F) stays, for the caller to replace.
std::string xml_allowed(std::string_view text, std::size_t& dropped) {
  std::string allowed;
  allowed.reserve(text.size());
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = forbidden_at(text, i);
    if (length > 0) {
      ++dropped;
      allowed.append(text, run, i - run);
      run = i + length;
    }
    i += std::max<std::size_t>(length, 1);
  }
  return allowed.append(text, run);
}

/// VT, FF and U+001C to U+001F: white space elsewhere, forbidden in XML.
bool is_forbidden_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x0B || byte == 0x0C || (byte >= 0x1C && byte <= 0x1F);
}

/// Whether `text` stands on a line of XML as it is. Most texts do; others may, too.
bool is_plain(std::string_view text) {
  static constexpr std::array<bool, 256> kPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
    for (const char c : {'&', '<', '>', '"', '\xC2', '\xE2', '\xEF'})
      plain[static_cast<unsigned char>(c)] = false;
    return plain;
  }();
  char before = ' ';
  for (const char c : text) {
    if (!kPlain[static_cast<unsigned char>(c)] || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return before != ' ';
}

}  // namespace

std::string xml_line(std::string_view text, std::size_t& dropped) {
  if (is_plain(text)) return std::string(text);
  return xml_escaped(single_line(xml_allowed(text, dropped)));
}

std::string xml_exact(std::string_view text, std::size_t& dropped) {
  std::string allowed = xml_allowed(text, dropped);
  dropped += std::erase_if(allowed, is_forbidden_space);
  return xml_escaped(allowed);
}

}  // namespace thalign
