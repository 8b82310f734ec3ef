// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/po/po_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "text/error.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxForms = 100;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Takes `word` off the front of `text`, if a string or an index follows it.
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  const std::string_view rest = text.substr(word.size());
  if (!rest.empty() && std::string_view(" \t\"[").find(rest.front()) == std::string_view::npos) {
    return false;
  }
  text = rest;
  return true;
}

/// The byte that the escape sequence at `at`, behind its backslash, means; `at` moves behind it.
/// Nothing if there is no such sequence.
std::optional<char> escape(std::string_view text, std::size_t& at) {
  constexpr std::string_view kLetters = "ntrabfv\"\\'?";
  constexpr std::string_view kMeant = "\n\t\r\a\b\f\v\"\\'?";
  const char c = text[at];
  if (const auto found = kLetters.find(c); found != std::string_view::npos) {
    ++at;
    return kMeant[found];
  }
  const bool hexadecimal = c == 'x';
  const std::size_t begin = at + (hexadecimal ? 1 : 0);
  std::size_t end = begin;
  const std::string_view digits = hexadecimal ? "0123456789abcdefABCDEF" : "01234567";
  while (end < text.size() && end - begin < (hexadecimal ? 2U : 3U) &&
         digits.find(text[end]) != std::string_view::npos) {
    ++end;
  }
  if (end == begin) return std::nullopt;
  const int value =
      std::stoi(std::string(text.substr(begin, end - begin)), nullptr, hexadecimal ? 16 : 8);
  if (value == 0 || value > 0x7F) return std::nullopt;  // bytes of no known encoding
  at = end;
  return static_cast<char>(value);
}

}  // namespace

bool PoMessages::take_line() {
  if (has_line_) return true;
  const auto line = lines_.next();
  if (!line) return false;
  line_ = *line;
  has_line_ = true;
  return true;
}

std::optional<PoMessage> PoMessages::next() {
  PoMessage message;
  complete_ = false;
  string_ = nullptr;
  bool begun = false;
  while (take_line()) {
    std::string_view line = trimmed(line_);
    const bool obsolete = line.starts_with("#~");
    if (obsolete) line = trimmed(line.substr(2));
    const bool is_comment = line.starts_with('#') || line.starts_with('|');
    if (complete_ && (is_comment || begins_message(line))) return message;
    has_line_ = false;
    if (line.empty()) continue;
    if (is_comment) {
      if (line.starts_with('#')) read_comment(line.substr(1), message);
      continue;
    }
    if (!begun) message.line = lines_.number();
    begun = true;
    message.obsolete |= obsolete;
    read_keyword(line, message);
  }
  if (!begun) return std::nullopt;
  if (!complete_) fail(line_, "the message has no msgstr; the file is cut off, or not PO");
  return message;
}

bool PoMessages::begins_message(std::string_view line) const {
  return take(line, "msgid") || take(line, "msgctxt");
}

void PoMessages::read_comment(std::string_view comment, PoMessage& message) const {
  if (comment.starts_with(',')) {
    message.fuzzy |= comment.find("fuzzy") != std::string_view::npos;
  } else if (comment.starts_with(':')) {
    message.references.emplace_back(trimmed(comment.substr(1)));
  } else if (comment.starts_with('.') || comment.starts_with(' ')) {
    const std::string_view note = trimmed(comment.substr(1));
    if (!note.empty()) message.notes.emplace_back(note);
  }
}

void PoMessages::read_keyword(std::string_view line, PoMessage& message) {
  std::string_view rest = line;
  if (line.starts_with('"')) {
    if (string_ == nullptr) fail(line, "a string that belongs to no keyword; remove it");
  } else if (take(rest, "msgctxt")) {
    string_ = &message.context.emplace();
  } else if (take(rest, "msgid_plural")) {
    string_ = &message.plural.emplace();
  } else if (take(rest, "msgid")) {
    string_ = &message.text;
  } else if (take(rest, "msgstr")) {
    string_ = translation(rest, message);
    complete_ = true;
  } else {
    fail(line, "neither a comment nor a keyword of PO; correct the line");
  }
  append_string(trimmed(rest), *string_);
}

/// The translation whose index, if there is one, stands at the beginning of `rest`; takes it off.
std::string* PoMessages::translation(std::string_view& rest, PoMessage& message) const {
  std::size_t form = 0;
  if (rest.starts_with('[')) {
    const auto end = rest.find(']');
    const auto index =
        end == std::string_view::npos ? std::nullopt : parse_index(rest.substr(1, end - 1));
    if (!index || *index >= kMaxForms)
      fail(rest, "not the number of a plural form; write msgstr[0], ...");
    form = *index;
    rest.remove_prefix(end + 1);
  }
  if (message.translations.size() <= form) message.translations.resize(form + 1);
  return &message.translations[form];
}

void PoMessages::append_string(std::string_view text, std::string& out) const {
  if (!text.starts_with('"')) fail(text, "a string in quotes should stand here");
  for (std::size_t at = 1; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      if (at + 1 < text.size())
        fail(text.substr(at + 1), "text behind the closing quote; remove it");
      return;
    }
    if (c != '\\') {
      out += c;
      ++at;
      continue;
    }
    ++at;
    const auto meant = at < text.size() ? escape(text, at) : std::nullopt;
    if (!meant)
      fail(text.substr(std::min(at, text.size())),
           "not an escape sequence of PO; double the backslash");
    out += *meant;
  }
  fail(text.substr(text.size()), "the string is not closed; add a quote");
}

void PoMessages::fail(std::string_view at, std::string_view message) const {
  const bool inside = at.data() >= line_.data() && at.data() <= line_.data() + line_.size();
  const std::size_t size = inside ? static_cast<std::size_t>(at.data() - line_.data()) : 0;
  lines_.fail_behind(std::string_view(line_).substr(0, size), message);
}

}  // namespace thalign
