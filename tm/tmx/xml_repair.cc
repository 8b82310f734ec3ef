// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/xml_repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace thalign {
namespace {

constexpr std::array<std::string_view, 5> kXmlEntities{"lt", "gt", "amp", "apos", "quot"};

/// Entities of HTML that stand in texts of any language, as numbers of characters.
constexpr std::array<std::pair<std::string_view, unsigned>, 34> kHtmlEntities{
    {{"nbsp", 0xA0},    {"iexcl", 0xA1},   {"cent", 0xA2},     {"pound", 0xA3},   {"yen", 0xA5},
     {"sect", 0xA7},    {"copy", 0xA9},    {"laquo", 0xAB},    {"shy", 0xAD},     {"reg", 0xAE},
     {"deg", 0xB0},     {"plusmn", 0xB1},  {"micro", 0xB5},    {"para", 0xB6},    {"middot", 0xB7},
     {"raquo", 0xBB},   {"frac12", 0xBD},  {"iquest", 0xBF},   {"times", 0xD7},   {"eacute", 0xE9},
     {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C},
     {"rdquo", 0x201D}, {"bull", 0x2022},  {"hellip", 0x2026}, {"euro", 0x20AC},  {"trade", 0x2122},
     {"larr", 0x2190},  {"rarr", 0x2192},  {"le", 0x2264},     {"ge", 0x2265}}};

constexpr std::size_t kMaxReferenceBytes = 32;
constexpr std::size_t kMaxDeclarationBytes = 1024;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether no text may hold the byte.
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && !is_blank_byte(c); }

bool starts_name(char c) {
  return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

/// The number that "#38" or "#x26" says; nothing if it is none.
std::optional<std::uint32_t> number_of(std::string_view reference) {
  const bool hexadecimal = reference.size() > 1 && (reference[1] == 'x' || reference[1] == 'X');
  const std::string_view digits = reference.substr(hexadecimal ? 2 : 1);
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  if (error != std::errc() || at != end || digits.empty()) return std::nullopt;
  return value;
}

bool is_xml_character(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

}  // namespace

void XmlRepair::add(std::string_view piece, bool last, std::string& out) {
  std::string joined;
  if (!waiting_.empty()) {
    joined = std::exchange(waiting_, {}).append(piece);
    piece = joined;
  }
  last_ = last;
  counted_ = 0;
  std::size_t at = 0;
  while (at < piece.size() && step(piece, at, out)) continue;
  report(piece, at, {});
  passed_.append(piece.substr(0, at));
  passed_.erase(0, passed_.size() - std::min<std::size_t>(passed_.size(), 2));
  waiting_ = piece.substr(at);
}

/// Takes what stands at `at`; false if more bytes are needed to know what it is.
bool XmlRepair::step(std::string_view bytes, std::size_t& at, std::string& out) {
  if (state_ == State::begin) return read_declaration(bytes, at, out);
  const bool is_open = state_ == State::text || state_ == State::tag;
  std::size_t end = at;
  while (end < bytes.size()) {
    const char c = bytes[end];
    if (is_control(c) || c == '>' || (is_open && c == '&') || (state_ == State::text && c == '<') ||
        (state_ == State::doctype && (c == '[' || c == ']'))) {
      break;
    }
    ++end;
  }
  out.append(bytes, at, end - at);
  at = end;
  if (at == bytes.size()) return true;
  if (is_control(bytes[at])) {
    report(bytes, at, "control character: left out",
           fmt::format("U+{:04X}", static_cast<unsigned>(bytes[at])));
    ++at;
    return true;
  }
  if (bytes[at] == '&') return read_reference(bytes, at, out);
  if (bytes[at] == '<') return read_markup(bytes, at, out);
  end_markup(bytes, at);
  out += bytes[at++];
  return true;
}

/// Of the beginning of a file: a declaration behind white space becomes white space.
bool XmlRepair::read_declaration(std::string_view bytes, std::size_t& at, std::string& out) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::size_t begin = bytes.starts_with(kMark) ? kMark.size() : 0;
  const std::size_t first = begin;
  while (begin < bytes.size() && is_blank_byte(bytes[begin])) ++begin;
  const std::size_t end = bytes.find("?>", begin);
  const bool may_follow = bytes.size() - begin < 5 || bytes.substr(begin).starts_with("<?xml");
  if (!last_ && may_follow && end == std::string_view::npos &&
      bytes.size() - begin < kMaxDeclarationBytes) {
    return false;
  }
  state_ = State::text;
  if (begin == first || end == std::string_view::npos ||
      !bytes.substr(begin).starts_with("<?xml")) {
    return true;
  }
  report(bytes, first, "white space before the XML declaration: left out");
  for (const char c : bytes.substr(0, end + 2)) out += c == '\n' || c == '\r' ? c : ' ';
  at = end + 2;
  return true;
}

bool XmlRepair::read_markup(std::string_view bytes, std::size_t& at, std::string& out) {
  constexpr std::string_view kCdata = "<![CDATA[";
  const std::string_view rest = bytes.substr(at);
  if (rest.size() < kCdata.size() && !last_) return false;
  if (rest.starts_with("<!--")) {
    state_ = State::comment;
  } else if (rest.starts_with(kCdata)) {
    state_ = State::cdata;
  } else if (rest.starts_with("<?")) {
    state_ = State::instruction;
  } else if (rest.starts_with("<!")) {
    state_ = State::doctype;
    brackets_ = 0;
  } else if (rest.size() > 1 && (rest[1] == '/' || starts_name(rest[1]))) {
    state_ = State::tag;
  } else {
    report(bytes, at++, "'<' that begins no tag: taken as '&lt;'");
    out += "&lt;";
    return true;
  }
  const std::size_t size = state_ == State::comment ? 4 : 1;
  out.append(rest.substr(0, size));
  at += size;
  return true;
}

/// What `>` and, in a document type, brackets at `at` end.
void XmlRepair::end_markup(std::string_view bytes, std::size_t at) {
  const std::size_t begin = at - std::min<std::size_t>(at, 2);
  const std::string before = passed_ + std::string(bytes.substr(begin, at - begin));
  switch (state_) {
    case State::tag:
      state_ = State::text;
      return;
    case State::comment:
      if (before.ends_with("--")) state_ = State::text;
      return;
    case State::cdata:
      if (before.ends_with("]]")) state_ = State::text;
      return;
    case State::instruction:
      if (before.ends_with("?")) state_ = State::text;
      return;
    case State::doctype:
      if (bytes[at] == '[') ++brackets_;
      if (bytes[at] == ']' && brackets_ > 0) --brackets_;
      if (bytes[at] == '>' && brackets_ == 0) state_ = State::text;
      return;
    default:
      return;
  }
}

bool XmlRepair::read_reference(std::string_view bytes, std::size_t& at, std::string& out) {
  std::size_t end = at + 1;
  while (end < bytes.size() && end - at < kMaxReferenceBytes &&
         (is_letter(bytes[end]) || is_digit(bytes[end]) || (end == at + 1 && bytes[end] == '#'))) {
    ++end;
  }
  if (end == bytes.size() && !last_) return false;
  const std::string_view name = bytes.substr(at + 1, end - at - 1);
  const bool is_closed = end < bytes.size() && bytes[end] == ';' && !name.empty();
  if (is_closed && name.front() == '#' && number_of(name)) {
    constexpr std::size_t kSecondHalf = 12;  // of a pair of surrogates
    if (!last_ && bytes.size() - end < kSecondHalf) return false;
    read_number(bytes, at, end, out);
    return true;
  }
  if (!is_closed || !is_letter(name.front())) {
    report(bytes, at++, "'&' that begins no reference: taken as '&amp;'");
    out += "&amp;";
    return true;
  }
  const auto* const html =
      std::ranges::find(kHtmlEntities, name, &std::pair<std::string_view, unsigned>::first);
  if (std::ranges::count(kXmlEntities, name) > 0) {
    out.append(bytes, at, end + 1 - at);
  } else if (html != kHtmlEntities.end()) {
    report(bytes, at, "entity of HTML: taken as its character", name);
    out += fmt::format("&#{};", html->second);
  } else {
    report(bytes, at, "unknown entity: left as it is written", name);
    out.append("&amp;").append(bytes, at + 1, end - at);
  }
  at = end + 1;
  return true;
}

/// The reference by number from `at` to the semicolon at `end`.
void XmlRepair::read_number(std::string_view bytes, std::size_t& at, std::size_t end,
                            std::string& out) {
  const std::uint32_t value = *number_of(bytes.substr(at + 1, end - at - 1));
  if (is_xml_character(value)) {
    out.append(bytes, at, end + 1 - at);
    at = end + 1;
    return;
  }
  if (value >= 0xD800 && value < 0xDC00 && bytes.substr(end + 1).starts_with("&#")) {
    const std::size_t second_end = bytes.find(';', end + 1);
    const auto second = second_end == std::string_view::npos
                            ? std::nullopt
                            : number_of(bytes.substr(end + 2, second_end - end - 2));
    if (second && *second >= 0xDC00 && *second < 0xE000) {
      report(bytes, at, "character as two surrogates: taken as one");
      out += fmt::format("&#{};", 0x10000 + ((value - 0xD800) << 10U) + (*second - 0xDC00));
      at = second_end + 1;
      return;
    }
  }
  report(bytes, at, "reference to a character XML forbids: left out",
         bytes.substr(at, end + 1 - at));
  at = end + 1;
}

/// Counts lines up to `at`; reports a repair there, if `kind` is one.
void XmlRepair::report(std::string_view bytes, std::size_t at, std::string_view kind,
                       std::string_view detail) {
  const std::string_view passed = bytes.substr(counted_, at - counted_);
  counted_ = at;
  const std::size_t line_end = passed.rfind('\n');
  if (line_end != std::string_view::npos) column_ = 1;
  line_ += static_cast<std::size_t>(std::ranges::count(passed, '\n'));
  const std::string_view on_line =
      line_end == std::string_view::npos ? passed : passed.substr(line_end + 1);
  column_ += static_cast<std::size_t>(std::ranges::count_if(
      on_line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
  if (!kind.empty() && on_repair_) on_repair_({kind, std::string(detail), line_, column_});
}

}  // namespace thalign
