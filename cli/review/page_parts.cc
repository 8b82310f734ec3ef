// SPDX-License-Identifier: Apache-2.0
#include "cli/review/page_parts.h"

#include <fmt/format.h>

#include <iterator>

#include "cli/review/page_source.h"
#include "text/hash.h"

namespace thalign::cli {
namespace {

/// `json` without `<`, which stands in strings only.
std::string without_markup(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      result += "\\u003c";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

std::uint32_t Utf16Positions::at(std::uint32_t byte) {
  for (; byte_ < byte; ++byte_) {
    const auto value = static_cast<unsigned char>(text_[byte_]);
    if (value < 0x80 || value >= 0xC0) position_ += value >= 0xF0 ? 2 : 1;
  }
  return position_;
}

std::string position_steps(std::string_view text, std::span<const std::uint32_t> begins) {
  Utf16Positions positions(text);
  std::string list;
  std::uint32_t before = 0;
  for (const std::uint32_t begin : begins) {
    const std::uint32_t at = positions.at(begin);
    fmt::format_to(std::back_inserter(list), "{}{}", list.empty() ? "" : ",", at - before);
    before = at;
  }
  return list;
}

void write_page(std::ostream& out, const std::string& data) {
  const PageSource page = review_page_source();
  out << page.head
      << without_markup(fmt::format("{{\"id\":\"{:016x}\",{}}}", hash_bytes_64(data), data))
      << page.tail;
}

}  // namespace thalign::cli
