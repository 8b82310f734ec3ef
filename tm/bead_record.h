#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "text/code_points.h"
#include "text/ranges.h"
#include "tm/bitext.h"

// What the writers of this folder share, so that no fact about a bead is computed twice. Not
// installed.

namespace thalign {

/// One side of a bead as outputs describe it.
struct BeadSide {
  CodePointRange offsets;  ///< in the document's text
  UnitRange units;         ///< never empty
  std::string_view text;   ///< exact, gaps between the units included
};

/// A bead as outputs describe it; at least one side is there.
struct BeadRecord {
  std::size_t number;  ///< 0-based position in the alignment
  std::optional<BeadSide> source, target;
  std::string score, confidence;  ///< decimal numbers with 4 digits after the point
};

/// The beads of a bitext as records, made one by one. Requires: the bitext outlives it.
class BeadRecords {
 public:
  explicit BeadRecords(const Bitext& bitext);

  std::size_t size() const { return bitext_.alignment.beads().size(); }
  /// Requires: `number` < `size()`.
  BeadRecord operator[](std::size_t number) const;

 private:
  const Bitext& bitext_;
  CodePointIndex source_index_;
  CodePointIndex target_index_;
};

/// `text` on one line: runs of ASCII white space, information separators and line or paragraph
/// separators become one space, at the edges nothing. Spaces that carry meaning (NBSP, ZWSP, ...)
/// stay.
std::string single_line(std::string_view text);

/// `bytes` with U+FFFD in place of what is no UTF-8: file names may be any bytes.
std::string valid_utf8(std::string_view bytes);

/// `text`, any bytes, as a JSON string in quotes, line ends and control characters escaped.
std::string json_string(std::string_view text);

/// Collects output and hands it to a stream in large pieces. What is left is written by `flush()`.
class OutputBuffer {
 public:
  explicit OutputBuffer(std::ostream& out) : out_(out) {}

  fmt::memory_buffer& buffer() { return buffer_; }
  void append(std::string_view text) { buffer_.append(text); }
  template <typename... Args>
  void print(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(fmt::appender(buffer_), format, std::forward<Args>(args)...);
  }
  /// To be called between beads.
  void flush_if_large() {
    if (buffer_.size() >= flush_size) flush();
  }
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
  }

 private:
  static constexpr std::size_t flush_size = 1U << 16U;

  std::ostream& out_;
  fmt::memory_buffer buffer_;
};

}  // namespace thalign
