// SPDX-License-Identifier: Apache-2.0
#include "text/files/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/error.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

bool is_blank_row(std::string_view line) {
  return line.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return columns;
}

}  // namespace

void TableRow::fail(std::string_view message) const {
  throw Error(ErrorCode::format, fmt::format("{}:{}", file, line), message);
}

void visit_rows(std::string_view text, std::string_view file,
                const std::function<void(const TableRow&)>& visit) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank_row(line) && !line.starts_with('#')) visit({file, number, columns_of(line)});
  }
}

std::string quote(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::string out = "'";
  for (const char c : replace_invalid_utf8(text.substr(0, kShown))) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + (text.size() > kShown ? "...'" : "'");
}

}  // namespace thalign
