#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/byte_source.h"

// Lines of text files, as the readers of this folder take them. Not installed.

namespace thalign {

/// The lines of a UTF-8 file one by one, with numbers for messages. Line ends are LF or CR LF; a
/// byte order mark at the beginning is dropped.
class LineSource {
 public:
  explicit LineSource(ByteSource source);

  /// The next line without its end, good until the next call; nothing after the last one. Throws
  /// `Error`: io; encoding (no UTF-8); limit (a line of more than 64 MiB).
  std::optional<std::string_view> next();

  /// Whether the line that `next` returned last ended with CR LF.
  bool ended_with_crlf() const { return crlf_; }

  /// 1-based number of the line that `next` returned last.
  std::size_t number() const { return number_; }
  const std::string& name() const& { return source_.name(); }
  const std::string& name() const&& = delete;

  /// Throws `Error` (format) at byte `at` of the line that `next` returned last.
  [[noreturn]] void fail(std::size_t at, std::string_view message) const;

 private:
  bool read_more();

  ByteSource source_;
  std::string bytes_;
  std::size_t begin_ = 0;  ///< of what is not returned yet
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
