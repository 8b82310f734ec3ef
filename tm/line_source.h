// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/byte_source.h"
#include "tm/repair.h"

// Lines of text files, as the readers of this folder take them. Not installed.

namespace thalign {

/// How the bytes of lines become text.
struct LineDecoding {
  /// Its name; empty: UTF-16 where the first bytes show it, else UTF-8.
  std::string encoding = {};
  /// Whether lines that are no UTF-8 are read in the 8-bit encoding they look like. Lines before
  /// them must be ASCII.
  bool guess = false;
  RepairCallback on_repair = {};  ///< called if an 8-bit encoding is guessed
};

/// The lines of a file one by one, with numbers for messages. Line ends are LF or CR LF; a byte
/// order mark at the beginning is dropped.
class LineSource {
 public:
  /// Throws `Error` (encoding) if `decoding` names an encoding that is not read by lines.
  explicit LineSource(ByteSource source, LineDecoding decoding = {});

  /// The next line without its end, good until the next call; nothing after the last one. Throws
  /// `Error`: io; encoding (invalid bytes); limit (a line of more than 64 MiB).
  std::optional<std::string_view> next();

  /// The lines that follow are in the encoding of that name, unless they are in UTF-16. Throws
  /// `Error` (encoding) as the constructor.
  void decode_as(std::string_view encoding);

  /// Whether the line that `next` returned last ended with CR LF.
  bool ended_with_crlf() const { return crlf_; }

  /// 1-based number of the line that `next` returned last.
  std::size_t number() const { return number_; }
  const std::string& name() const& { return source_.name(); }
  const std::string& name() const&& = delete;

  /// Throws `Error` (format) at byte `at` of the line that `next` returned last.
  [[noreturn]] void fail(std::size_t at, std::string_view message) const {
    fail_behind(line_.substr(0, at), message);
  }
  /// The same behind the text `before` of that line.
  [[noreturn]] void fail_behind(std::string_view before, std::string_view message) const;

 private:
  void choose_encoding();
  bool read_more();
  void append_utf16(std::size_t size);
  void decode_line();
  std::string guess(std::size_t first_high) const;
  [[noreturn]] void fail_encoding(std::size_t byte, std::string_view message) const;

  ByteSource source_;
  LineDecoding decoding_;
  std::string bytes_;  ///< UTF-8, or of an 8-bit encoding; of UTF-16 what `wide_` became
  std::string wide_;   ///< bytes of UTF-16 that are not converted yet
  std::string text_;   ///< the line of an 8-bit encoding as UTF-8
  bool is_wide_ = false;
  bool ascii_only_ = true;  ///< so far
  std::size_t begin_ = 0;   ///< of what is not returned yet
  std::string_view line_;
  std::size_t number_ = 0;
  bool ended_ = false;
  bool crlf_ = false;
};

/// The columns of a line. Requires: the line outlives the result.
std::vector<std::string_view> split(std::string_view line, char separator);

/// The whole of `text` as a number; nothing if it is none.
std::optional<double> parse_number(std::string_view text);
std::optional<std::uint32_t> parse_index(std::string_view text);

}  // namespace thalign
