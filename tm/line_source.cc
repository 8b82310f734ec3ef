// SPDX-License-Identifier: Apache-2.0
#include "tm/line_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "text/error.h"
#include "text/unicode/code_points.h"
#include "text/unicode/encoding.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

constexpr std::size_t kLinePieceBytes = 1U << 16U;
constexpr std::size_t kMaxLineBytes = 1U << 26U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end) return std::nullopt;
  return value;
}

}  // namespace

LineSource::LineSource(ByteSource source, LineDecoding decoding)
    : source_(std::move(source)), decoding_(std::move(decoding)) {
  bytes_.resize(kLinePieceBytes);
  bytes_.resize(source_.read(bytes_.data(), kLinePieceBytes));
  ended_ = bytes_.empty();
  choose_encoding();
  if (is_wide_) {
    wide_ = std::exchange(bytes_, {});
    append_utf16(wide_.size());
  }
  if (bytes_.starts_with(kByteOrderMark)) begin_ = kByteOrderMark.size();
}

/// Requires: the first bytes are read.
void LineSource::choose_encoding() {
  std::string& name = decoding_.encoding;
  if (!name.empty()) {
    const std::string canonical = canonical_encoding(name);
    if (canonical.empty()) {
      throw Error(ErrorCode::encoding, source_.name(),
                  fmt::format("unknown encoding '{}'; give another name", name));
    }
    name = canonical;
  }
  if (bytes_.starts_with("\xFE\xFF")) {
    name = "UTF-16BE";
  } else if (bytes_.starts_with("\xFF\xFE") || name == "UTF-16") {
    name = "UTF-16LE";
  } else if (name.empty() && decoding_.guess) {
    name = recognise_utf16(bytes_);
  }
  if (name == "UTF-8") name.clear();
  is_wide_ = name.starts_with("UTF-16");
  if (!is_wide_ && !name.empty() && !name.starts_with("windows-") &&
      !name.starts_with("ISO-8859")) {
    throw Error(ErrorCode::encoding, source_.name(),
                fmt::format("{} is not read here; convert the file to UTF-8", name));
  }
}

void LineSource::decode_as(std::string_view encoding) {
  if (is_wide_) return;
  const std::string canonical = canonical_encoding(encoding);
  if (canonical.empty() || canonical.starts_with("UTF-16")) {
    throw Error(
        ErrorCode::encoding, source_.name(),
        fmt::format("'{}' is not the encoding of these bytes; give it by --encoding", encoding));
  }
  const bool is_utf8 = canonical == "UTF-8" || canonical == "US-ASCII";
  decoding_.encoding = is_utf8 ? std::string() : canonical;
}

/// Adds bytes to those that are not returned yet; false at the end.
bool LineSource::read_more() {
  bytes_.erase(0, std::exchange(begin_, 0));
  const std::size_t before = bytes_.size();
  if (before > kMaxLineBytes) {
    throw Error(ErrorCode::limit, fmt::format("{}:{}", source_.name(), number_ + 1),
                "a line of more than 64 MiB; check that it is the right file");
  }
  std::string& read = is_wide_ ? wide_ : bytes_;
  const std::size_t kept = read.size();
  read.resize(kept + kLinePieceBytes);
  read.resize(kept + source_.read(read.data() + kept, kLinePieceBytes));
  const std::size_t size = read.size() - kept;
  if (is_wide_) append_utf16(size);
  return size > 0;
}

/// Moves whole characters of `wide_` to `bytes_`; the rest, too, if nothing was read (`size` 0).
void LineSource::append_utf16(std::size_t size) {
  std::size_t whole = wide_.size();
  if (size > 0) {
    whole -= whole % 2;
    const std::size_t high = decoding_.encoding == "UTF-16LE" ? 1 : 2;
    const auto unit = [&](std::size_t back) {
      return static_cast<unsigned char>(wide_[whole - back]);
    };
    if (whole >= 2 && (unit(high) & 0xFCU) == 0xD8U) whole -= 2;  // its other half follows
  }
  Decoded decoded =
      decode(std::string_view(wide_).substr(0, whole), decoding_.encoding, std::string::npos);
  if (decoded.replaced > 0) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(bytes_, '\n'));
    throw Error(
        ErrorCode::encoding, fmt::format("{}:{}", source_.name(), number_ + lines + 1),
        fmt::format("not valid {} from there on; convert the file to UTF-8", decoding_.encoding));
  }
  bytes_ += decoded.text;
  wide_.erase(0, whole);
}

std::optional<std::string_view> LineSource::next() {
  std::size_t searched = begin_;
  std::size_t end = bytes_.find('\n', searched);
  while (end == std::string::npos && !ended_) {
    searched = bytes_.size() - begin_;
    ended_ = !read_more();
    end = bytes_.find('\n', searched);
  }
  if (end == std::string::npos && begin_ == bytes_.size()) return std::nullopt;
  line_ = std::string_view(bytes_).substr(begin_, end == std::string::npos ? end : end - begin_);
  begin_ = end == std::string::npos ? bytes_.size() : end + 1;
  ++number_;
  crlf_ = line_.ends_with('\r');
  if (crlf_) line_.remove_suffix(1);
  decode_line();
  return line_;
}

/// Makes `line_` valid UTF-8.
void LineSource::decode_line() {
  const bool is_utf8 = is_wide_ || decoding_.encoding.empty();
  if (is_utf8) {
    const std::size_t bad = first_invalid_utf8(line_);
    if (bad == std::string_view::npos) {
      if (ascii_only_) {
        ascii_only_ =
            std::ranges::all_of(line_, [](char c) { return static_cast<signed char>(c) >= 0; });
      }
      return;
    }
    const bool may_guess = decoding_.guess && ascii_only_ && !is_wide_;
    if (may_guess) decoding_.encoding = guess(bad);
    if (decoding_.encoding.empty()) fail_encoding(bad, "not valid UTF-8");
    if (decoding_.on_repair) {
      decoding_.on_repair(
          {"not UTF-8: read in the encoding it looks like; --encoding chooses another",
           decoding_.encoding, number_, 1});
    }
  }
  Decoded decoded = decode(line_, decoding_.encoding, std::string::npos);
  if (decoded.replaced > 0) {
    fail_encoding(decoded.first_invalid, fmt::format("not valid {}", decoding_.encoding));
  }
  text_ = std::move(decoded.text);
  line_ = text_;
}

/// The 8-bit encoding of the lines from `line_` on; empty: none that is read. `first_high`: offset
/// of a byte that is not ASCII.
std::string LineSource::guess(std::size_t first_high) const {
  const auto begin = static_cast<std::size_t>(line_.data() - bytes_.data());
  std::string found = recognise_encoding(std::string_view(bytes_).substr(begin), first_high);
  if (found != "windows-874" && found != "windows-1252") found.clear();
  return found;
}

void LineSource::fail_encoding(std::size_t byte, std::string_view message) const {
  throw Error(ErrorCode::encoding, fmt::format("{}:{}: byte {}", name(), number_, byte + 1),
              fmt::format("{}; convert the file to UTF-8", message));
}

void LineSource::fail_behind(std::string_view before, std::string_view message) const {
  const std::uint32_t column = CodePointIndex(before).size() + 1;
  throw Error(ErrorCode::format, fmt::format("{}:{}:{}", name(), number_, column), message);
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find(separator, begin);
    columns.push_back(line.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return columns;
    begin = end + 1;
  }
}

std::optional<double> parse_number(std::string_view text) { return parse<double>(text); }

std::optional<std::uint32_t> parse_index(std::string_view text) {
  return parse<std::uint32_t>(text);
}

}  // namespace thalign
