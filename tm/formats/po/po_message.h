// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tm/line_source.h"

// Not installed.

namespace thalign {

/// A message of a PO file.
struct PoMessage {
  std::size_t line = 0;  ///< 1-based, where it begins
  bool fuzzy = false, obsolete = false;
  std::optional<std::string> context;     ///< msgctxt
  std::string text;                       ///< msgid
  std::optional<std::string> plural;      ///< msgid_plural
  std::vector<std::string> translations;  ///< msgstr, or those of each plural form
  std::vector<std::string> notes;         ///< of translators and of programmers
  std::vector<std::string> references;
};

/// The messages of a PO file one by one, escapes replaced.
class PoMessages {
 public:
  explicit PoMessages(LineSource lines) : lines_(std::move(lines)) {}

  /// The next message, the header included; nothing after the last one. Throws `Error` (format)
  /// with line and column where the file is no PO, and as `LineSource`.
  std::optional<PoMessage> next();
  /// What follows is in that encoding.
  void decode_as(const std::string& encoding) { lines_.decode_as(encoding); }
  const std::string& name() const& { return lines_.name(); }
  const std::string& name() const&& = delete;

 private:
  bool take_line();
  bool begins_message(std::string_view line) const;
  void read_comment(std::string_view comment, PoMessage& message) const;
  void read_keyword(std::string_view line, PoMessage& message);
  std::string* translation(std::string_view& rest, PoMessage& message) const;
  void append_string(std::string_view text, std::string& out) const;
  [[noreturn]] void fail(std::string_view at, std::string_view message) const;

  LineSource lines_;
  std::string line_;
  bool has_line_ = false;          ///< `line_` is not used yet
  bool complete_ = false;          ///< the message has a translation
  std::string* string_ = nullptr;  ///< what a line with nothing but a string goes on with
};

}  // namespace thalign
