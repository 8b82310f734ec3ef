// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/text_lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "text/segmented_text.h"
#include "text/unicode/thai_class.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

constexpr std::array<std::string_view, 12> kBulletsOfLines = {
    "\u2022", "\u2023", "\u2043", "\u25AA", "\u25CF", "\u25CB",
    "\u25E6", "\u25A0", "\u25BA", "\u27A2", "\u2713", "\u00B7"};

constexpr bool takes_no_column(UChar32 c) {
  if (c < 0x300) return c == 0xAD;
  if (c >= 0x0E00 && c < 0x0E80)
    return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E);
  return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Columns of the characters of the Thai block.
constexpr std::array<std::uint8_t, 128> kThaiColumns = [] {
  std::array<std::uint8_t, 128> columns{};
  for (std::size_t i = 0; i < columns.size(); ++i)
    columns[i] = takes_no_column(static_cast<UChar32>(0x0E00 + i)) ? 0 : 1;
  return columns;
}();

/// Widths of letters beside their average in English text, of Helvetica and Times alike.
constexpr std::array<float, 128> kLetterWidths = [] {
  std::array<float, 128> widths{};
  widths.fill(1.22F);
  const auto set = [&](std::string_view letters, float width) {
    for (const char c : letters) widths[static_cast<unsigned char>(c)] = width;
  };
  set("ijl'", 0.58F);
  set(" .,:;!|/", 0.62F);
  set("tf", 0.67F);
  set("r-()[]I", 0.77F);
  set("s", 1.04F);
  set("ckvxyzJ", 1.14F);
  set("ABCDEFGHKLNOPQRSTUVXYZ", 1.6F);
  set("w", 1.7F);
  set("m", 1.9F);
  set("MW", 2.1F);
  return widths;
}();

float letter_width(UChar32 c) {
  return c < 128 ? kLetterWidths[static_cast<std::size_t>(c)] : 1.0F;
}

/// What a line is made of, gathered in one pass over its characters.
class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text), at_(begin), end_(end) {}

  TextLine read() {
    while (at_ < end_ && text_[at_] == '\f') {
      line_.begins_page = true;
      ++at_;
    }
    read_quotes();
    while (at_ < end_ && reads_space()) ++line_.indent;
    line_.content.begin = static_cast<std::uint32_t>(at_);
    line_.content.end = line_.content.begin;
    line_.columns = line_.indent;
    while (at_ < end_) {
      read_character();
      read_letters();
    }
    line_.ends_with_space = spaces_ > 0;
    if (line_.first_chunk == 0) line_.first_chunk = line_.columns - line_.indent;
    return line_;
  }

  /// Whether the content has columns of its own, as rows of a table have.
  bool is_row() const {
    return widest_gap_ >= kGapOfColumns || has_tab_ || bars_ > 1 || is_row_of_fields();
  }

 private:
  static constexpr std::uint32_t kGapOfColumns = 4;

  /// Whether commas or semicolons stand between fields, without spaces: more of them than words.
  bool is_row_of_fields() const { return tight_commas_ > 1 && tight_commas_ >= gaps_; }

  void read_quotes() {
    std::size_t at = at_;
    while (at < end_ && (text_[at] == '>' || text_[at] == ' ')) {
      if (text_[at++] != '>') continue;
      ++line_.quotes;
      at_ = at;
    }
    if (line_.quotes > 0 && at_ < end_ && text_[at_] == ' ') ++at_;
  }

  bool reads_space() {
    std::size_t next = at_;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), next, c);
    if (!is_space(static_cast<char32_t>(c))) return false;
    at_ = next;
    return true;
  }

  void read_character() {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at_, c);
    const bool thai = c >= 0x0E00 && c < 0x0E80;
    if (c <= ' ' || (c >= 0x7F && !thai && is_space(static_cast<char32_t>(c)))) {
      const bool invisible = c == 0x200B || c == 0xFEFF;
      tab_in_gap_ = tab_in_gap_ || c == '\t';
      if (!invisible) ++spaces_;
      return;
    }
    if (spaces_ > 0) end_gap();
    if (c == '|') ++bars_;
    if (after_comma_ && gap_before_ == gaps_) ++tight_commas_;
    after_comma_ = c == ',' || c == ';';
    gap_before_ = gaps_;
    line_.thai = line_.thai || thai;
    if (!takes_no_column(c)) ++line_.columns;
    line_.content.end = static_cast<std::uint32_t>(at_);
  }

  /// Letters behind another character that is not white space, the most of a text: they only take
  /// columns.
  void read_letters() {
    if (spaces_ > 0 || after_comma_) return;
    const std::size_t begin = at_;
    std::uint32_t columns = 0;
    for (; at_ < end_ && is_ascii_letter(text_[at_]); ++at_) ++columns;
    while (at_ + kThaiBytes <= end_ && begins_thai(text_.substr(at_))) {
      columns += kThaiColumns[thai_index(text_.substr(at_))];
      line_.thai = true;
      at_ += kThaiBytes;
    }
    if (at_ == begin) return;
    line_.columns += columns;
    line_.content.end = static_cast<std::uint32_t>(at_);
  }

  void end_gap() {
    if (line_.first_chunk == 0) line_.first_chunk = line_.columns - line_.indent;
    widest_gap_ = std::max(widest_gap_, spaces_);
    has_tab_ = has_tab_ || tab_in_gap_;
    line_.columns += spaces_;
    spaces_ = 0;
    ++gaps_;
  }

  std::string_view text_;
  std::size_t at_, end_;
  TextLine line_;
  std::uint32_t spaces_ = 0;  // white space since the last other character
  std::uint32_t widest_gap_ = 0;
  std::uint32_t bars_ = 0;
  std::uint32_t gaps_ = 0;        // between words
  std::uint32_t gap_before_ = 0;  // gaps before the last character
  std::uint32_t tight_commas_ = 0;
  bool after_comma_ = false;
  bool tab_in_gap_ = false;
  bool has_tab_ = false;
};

/// "1.", "12)", "(3)", "a)", "ก.", "1.2.": a label with a full stop or bracket behind it.
bool is_label(std::string_view chunk) {
  constexpr std::size_t kLongest = 8;
  if (chunk.size() > kLongest) return false;
  const bool bracket = chunk.starts_with('(');
  if (bracket) chunk.remove_prefix(1);
  const std::size_t end = chunk.find_last_not_of(".)") + 1;
  if (end == 0 || end == chunk.size()) return false;
  const std::string_view label = chunk.substr(0, end);
  const bool closed = bracket || chunk.back() == ')' || chunk.back() == '.';
  const bool digits = label.find_first_not_of("0123456789.") == std::string_view::npos;
  const bool letter = (label.size() == 1 && label[0] >= 'a' && label[0] <= 'z') ||
                      (label.size() == 3 && label >= "\u0E01" && label <= "\u0E2E");
  constexpr std::size_t kMostDigits = 5;  // "12.34"; years and amounts have more
  return closed &&
         ((digits && label.size() <= kMostDigits && label.find_first_not_of('.') < kMostDigits &&
           !(label.size() == 4 && digits && label.find('.') == std::string_view::npos)) ||
          letter);
}

/// "phi-4 - a small model": a name of a program with a dash behind it.
bool is_entry(std::string_view content, std::size_t space) {
  if (space == std::string_view::npos) return false;
  const std::string_view dash = content.substr(space + 1);
  const bool has_dash = dash.starts_with("- ") || dash.starts_with("\u2013 ");
  return has_dash && content.substr(0, space).find_first_of("_-./0123456789`") < space;
}

bool begins_item(std::string_view content) {
  const std::size_t space = content.find(' ');
  const std::string_view first = content.substr(0, space);
  if (std::ranges::any_of(kBulletsOfLines,
                          [&](auto bullet) { return content.starts_with(bullet); }))
    return true;
  // "2.ผู้เดินทาง"
  const std::size_t digits = content.find_first_not_of("0123456789");
  if (digits == 1 || digits == 2) {
    const std::string_view rest = content.substr(digits);
    if ((rest[0] == '.' || rest[0] == ')') && rest.size() > 1 && (rest[1] & 0x80) != 0) return true;
  }
  if (space == std::string_view::npos) return false;
  return first == "-" || first == "*" || first == "+" || first == "\u2013" || is_label(first) ||
         is_entry(content, space);
}

bool is_rule(std::string_view content) {
  return content.size() > 2 && content.find_first_not_of("-=*_~#. ") == std::string_view::npos;
}

bool is_heading(std::string_view content) {
  const std::size_t marks = content.find_first_not_of('#');
  return marks != std::string_view::npos && marks > 0 && marks <= 6 && content[marks] == ' ';
}

bool is_fence(std::string_view content) {
  return content.starts_with("```") || content.starts_with("~~~");
}

/// `lines` with the columns that `width` gives each character.
template <typename Width>
std::vector<TextLine> measured(std::string_view text, std::vector<TextLine> lines, Width width) {
  for (TextLine& line : lines) {
    float first = 0.0F;
    float sum = static_cast<float>(line.indent) * width(' ');
    line.indent = static_cast<std::uint32_t>(std::lround(sum));
    for (std::size_t at = line.content.begin; at < line.content.end;) {
      UChar32 c = 0;
      U8_NEXT_UNSAFE(text.data(), at, c);
      if (first == 0.0F && is_space(static_cast<char32_t>(c))) first = sum;
      sum += width(c);
    }
    line.columns = static_cast<std::uint32_t>(std::lround(sum));
    const auto chunk = static_cast<std::uint32_t>(std::lround(first));
    line.first_chunk = (first > 0.0F ? chunk : line.columns) - line.indent;
  }
  return lines;
}

}  // namespace

std::uint32_t columns(std::string_view text) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), at, c);
    if (!takes_no_column(c)) ++sum;
  }
  return sum;
}

std::vector<TextLine> text_lines(std::string_view text) {
  std::vector<TextLine> lines;
  bool fenced = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    LineReader reader(text, begin, end);
    TextLine line = reader.read();
    const std::string_view content = text.substr(line.content.begin, line.content.size());
    const bool fence = is_fence(content);
    line.apart = fenced || fence || reader.is_row() || is_rule(content) || is_heading(content);
    line.begins_item = begins_item(content);
    if (fence) fenced = !fenced;
    lines.push_back(line);
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

std::vector<TextLine> in_letter_widths(std::string_view text, std::vector<TextLine> lines) {
  return measured(text, std::move(lines),
                  [](UChar32 c) { return takes_no_column(c) ? 0.0F : letter_width(c); });
}

std::vector<TextLine> in_characters(std::string_view text, std::vector<TextLine> lines) {
  return measured(text, std::move(lines), [](UChar32 /*c*/) { return 1.0F; });
}

}  // namespace thalign
