// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "tm/translation_unit.h"

// What the writers of this folder share, so that no format says the same thing another way. Not
// installed.

namespace thalign {

/// The two texts of a unit as bilingual formats see them: null where there is none.
struct Sides {
  const Variant* source;
  const Variant* target;
};
Sides sides(const TranslationUnit& unit);

/// A score or confidence: 4 digits after the point; `-` where it is not known.
std::string decimal(std::optional<double> value);

/// The number that a property of `unit` of that type says, as it is written there; empty if there
/// is none.
std::string_view number_property(const TranslationUnit& unit, std::string_view type);

/// How good a unit is in hunalign's formats: its confidence, else what hunalign said, else 0.
std::string hunalign_quality(const TranslationUnit& unit);

/// `text` on one line: runs of ASCII white space, information separators and line or paragraph
/// separators become one space, at the edges nothing. Spaces that carry meaning (NBSP, ZWSP, ...)
/// stay.
std::string single_line(std::string_view text);

/// `bytes` with U+FFFD in place of what is not UTF-8: file names may be any bytes.
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
  /// To be called before the first text of a file that does not begin with anything else: readers
  /// take U+FEFF at the beginning for a byte order mark, so that a text needs one before its own.
  void guard_first(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\uFEFF";
    if (text.starts_with(kByteOrderMark)) append(kByteOrderMark);
  }
  /// To be called between units.
  void flush_if_large() {
    if (buffer_.size() >= kFlushBytes) flush();
  }
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
  }

 private:
  static constexpr std::size_t kFlushBytes = 1U << 16U;

  std::ostream& out_;
  fmt::memory_buffer buffer_;
};

/// A writer of a record for each unit.
class RecordWriter : public UnitWriter {
 public:
  explicit RecordWriter(std::ostream& out) : output_(out) {}

  void write(const TranslationUnit& unit) final {
    write_record(unit);
    ++statistics_.written;
    output_.flush_if_large();
  }
  WriteStatistics finish() override {
    output_.flush();
    return statistics_;
  }

 protected:
  virtual void write_record(const TranslationUnit& unit) = 0;
  OutputBuffer& output() { return output_; }
  /// Units written before this one.
  std::size_t written() const { return statistics_.written; }

 private:
  OutputBuffer output_;
  WriteStatistics statistics_;
};

}  // namespace thalign
