#include "tm/line_source.h"

#include <fmt/format.h>

#include <charconv>
#include <cstring>
#include <utility>

#include "text/error.h"
#include "text/unicode/code_points.h"
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

LineSource::LineSource(ByteSource source) : source_(std::move(source)) {
  ended_ = !read_more();
  if (bytes_.starts_with(kByteOrderMark)) begin_ = kByteOrderMark.size();
}

/// Adds bytes to those that are not returned yet; false at the end.
bool LineSource::read_more() {
  bytes_.erase(0, std::exchange(begin_, 0));
  const std::size_t before = bytes_.size();
  if (before > kMaxLineBytes) {
    throw Error(ErrorCode::limit, fmt::format("{}:{}", source_.name(), number_ + 1),
                "a line of more than 64 MiB; check that it is the right file");
  }
  bytes_.resize(before + kLinePieceBytes);
  bytes_.resize(before + source_.read(bytes_.data() + before, kLinePieceBytes));
  return bytes_.size() > before;
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
  if (const std::size_t bad = first_invalid_utf8(line_); bad != std::string_view::npos) {
    throw Error(ErrorCode::encoding, fmt::format("{}:{}: byte {}", name(), number_, bad + 1),
                "not valid UTF-8; convert the file to UTF-8");
  }
  return line_;
}

void LineSource::fail(std::size_t at, std::string_view message) const {
  const std::uint32_t column = CodePointIndex(line_.substr(0, at)).size() + 1;
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
