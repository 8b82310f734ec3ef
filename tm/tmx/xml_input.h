// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/files/xml_parser.h"
#include "tm/byte_source.h"
#include "tm/repair.h"
#include "tm/tmx/xml_repair.h"

// Not installed.

namespace thalign {

/// An XML file that is repaired and parsed piece by piece. The encoding is the one that a byte
/// order mark or the width of the first characters proves, else the declared one.
class XmlInput {
 public:
  /// `kind`: of the file, for messages, such as "TMX". Requires: `events` outlives the object.
  /// Throws `Error`: io; format (an empty file).
  XmlInput(ByteSource source, XmlEvents& events, RepairCallback on_repair, std::string_view kind);

  /// Parses the next piece and returns its size in bytes. Throws as `XmlParser::parse` and
  /// `ByteSource::read`. Requires: it has not ended.
  std::size_t read();
  /// Nothing follows what was parsed.
  bool ended() const { return ended_; }

  /// Reports a repair where the parser has come to.
  void report(std::string_view kind, std::string_view detail) const;
  /// NAME:LINE:COLUMN where the parser has come to.
  std::string place() const { return parser_->place(); }
  std::size_t line() const { return parser_->line(); }
  const std::string& name() const& { return source_.name(); }
  const std::string& name() const&& = delete;

 private:
  std::string take_utf16(bool last);
  void parse(bool last);

  ByteSource source_;
  RepairCallback on_repair_;
  XmlRepair repair_;
  std::string bytes_;  ///< read and not parsed yet
  std::string wide_;   ///< name of the encoding, if it is one of UTF-16
  std::optional<XmlParser> parser_;
  bool ended_ = false;
};

}  // namespace thalign
