// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace thalign {
namespace {

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool is_thai_letter(UChar32 c) {
  return (c >= 0x0E01 && c <= 0x0E30) || c == 0x0E32 || c == 0x0E33 || (c >= 0x0E40 && c <= 0x0E46);
}

bool is_latin_letter(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return u_isalpha(c) != 0 && uscript_getScript(c, &status) == USCRIPT_LATIN;
}

bool is_ascii_letter(std::uint8_t byte) {
  const std::uint8_t lower = byte | 0x20U;
  return lower >= 'a' && lower <= 'z';
}

}  // namespace

std::string_view language_tag(Language language) {
  return language == Language::thai ? "th" : "en";
}

std::string_view language_name(Language language) {
  return language == Language::thai ? "Thai" : "English";
}

std::optional<Language> language_of_tag(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  for (const Language language : {Language::thai, Language::english}) {
    if (std::ranges::equal(primary, language_tag(language), {}, lower_ascii)) return language;
  }
  return std::nullopt;
}

bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  for (const char c : tag) {
    const bool alphanumeric =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!alphanumeric && c != '-' && c != '_') return false;
    if (!alphanumeric && length == 0) return false;
    length = alphanumeric ? length + 1 : 0;
    if (length > 8) return false;
  }
  return length > 0;
}

bool has_thai_letter(std::string_view text) {
  for (std::size_t i = text.find('\xE0'); i != std::string_view::npos; i = text.find('\xE0', i)) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), i, c);
    if (is_thai_letter(c)) return true;
  }
  return false;
}

LetterCounts count_letters(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  LetterCounts counts;
  for (std::size_t i = 0; i < text.size();) {
    if (bytes[i] < 0x80) {
      counts.latin += is_ascii_letter(bytes[i]) ? 1 : 0;
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT_UNSAFE(bytes, i, c);
    if (is_thai_letter(c)) {
      ++counts.thai;
    } else if (c > 0x7F && (c < 0x0E00 || c > 0x0E7F) && is_latin_letter(c)) {
      ++counts.latin;
    }
  }
  return counts;
}

std::optional<double> thai_share(std::string_view text) {
  const LetterCounts counts = count_letters(text);
  const std::size_t all = counts.thai + counts.latin;
  if (all == 0) return std::nullopt;
  return static_cast<double>(counts.thai) / static_cast<double>(all);
}

}  // namespace thalign
