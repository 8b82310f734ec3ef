// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_edges.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string>

#include "segment/english/english_words.h"
#include "text/unicode/thai_class.h"

namespace thalign {
namespace {

bool is_thai(UChar32 c) { return c >= 0x0E01 && c <= 0x0E4E; }

UChar32 first_of(std::string_view text) {
  UChar32 c = 0;
  std::size_t at = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return c;
}

UChar32 last_of(std::string_view text) {
  std::size_t last = text.size() - 1;
  while ((static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return first_of(text.substr(last));
}

bool is_closer(UChar32 c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

}  // namespace

LineTail last_kind(std::string_view content) {
  UChar32 c = last_of(content);
  while (is_closer(c) && content.size() > static_cast<std::size_t>(U8_LENGTH(c))) {
    content.remove_suffix(static_cast<std::size_t>(U8_LENGTH(c)));
    c = last_of(content);
  }
  if (c == '.' || c == '?' || c == '!' || c == 0x2026) return LineTail::stop;
  if (c == ',') return LineTail::comma;
  if (c == ':' || c == ';') return LineTail::colon;
  if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == '/' || c == '&') return LineTail::hyphen;
  constexpr std::size_t kLongestOpener = 12;
  std::string word;
  while (!content.empty() && word.size() <= kLongestOpener) {
    const char letter = static_cast<char>(content.back() | 0x20);
    if (letter < 'a' || letter > 'z') break;
    word.insert(word.begin(), letter);
    content.remove_suffix(1);
  }
  return opens_english_phrase(word) ? LineTail::opener : LineTail::word;
}

LineHead next_kind(const TextLine& line, std::string_view content) {
  if (line.begins_item) return LineHead::item;
  const UChar32 c = first_of(content);
  if (u_isdigit(c) != 0) return LineHead::number;
  if (content.substr(0, content.find(' ')).find('_') != std::string_view::npos)
    return LineHead::mark;
  if (u_islower(c) != 0) return LineHead::small;
  if (u_isalpha(c) != 0) return LineHead::large;
  constexpr std::string_view kClosing = ")]},.;:!?%";
  return c < 0x80 && kClosing.find(static_cast<char>(c)) != std::string_view::npos
             ? LineHead::closing
             : LineHead::mark;
}

bool begins_with_thai(std::string_view content) { return is_thai(first_of(content)); }

bool ends_with_thai(std::string_view content) { return is_thai(last_of(content)); }

bool parts_syllable(std::string_view content, std::string_view next) {
  const UChar32 last = last_of(content);
  const bool after_leading_vowel = last >= 0x0E40 && last <= 0x0E44;
  return begins_inside_syllable(next) ||
         (after_leading_vowel && thai_class_at(next) == ThaiClass::consonant);
}

bool opens_quotation(std::string_view content) {
  return content.starts_with('"') || content.starts_with("\u201C");
}

bool begin_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kBytes = 15;
  return a.size() >= kBytes && a.substr(0, kBytes) == b.substr(0, kBytes);
}

std::string_view leading_dash(std::string_view content) {
  for (const std::string_view dash : {std::string_view("- "), std::string_view("\u2013 ")})
    if (content.starts_with(dash)) return dash;
  return {};
}

}  // namespace thalign
