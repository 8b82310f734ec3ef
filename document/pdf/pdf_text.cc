// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdf_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "segment/wrapping/page_furniture.h"
#include "segment/wrapping/text_lines.h"
#include "segment/wrapping/wrapping.h"
#include "text/document.h"

namespace thalign {
namespace {

/// The text without the heads, feet and numbers of its pages.
std::string without_furniture(std::string_view text) {
  const std::vector<TextLine> lines = text_lines(text);
  const std::vector<bool> furniture = page_furniture(text, lines);
  std::string result;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < furniture.size(); ++i) {
    if (!furniture[i]) continue;
    result += text.substr(kept, lines[i].content.begin - kept);
    kept = lines[i].content.end;
  }
  return result.append(text.substr(kept));
}

}  // namespace

StructuredDocument paragraphs_of_pdf(std::string_view text, const std::string& name) {
  Document lines =
      Document::from_bytes(without_furniture(text), {.name = name, .encoding = "UTF-8"});
  const Wrapping wrapping = find_wrapping(lines.text(), WrappedLines::yes);
  const Document joined = unwrapped(std::move(lines), wrapping);
  const std::string_view original = joined.original_text();
  StructuredDocument document;
  std::size_t page = 1;
  std::uint32_t counted = 0;  // of `original`, whose pages are counted up to here
  for (std::uint32_t at = 0; at < joined.text().size();) {
    const auto end = static_cast<std::uint32_t>(
        std::min(joined.text().find_first_of("\n\f", at), joined.text().size()));
    if (end > at) {
      const std::uint32_t begin = joined.original(ByteRange{at, end}).begin;
      page += static_cast<std::size_t>(
          std::ranges::count(original.substr(counted, begin - counted), '\f'));
      counted = begin;
      document.add({.place = fmt::format("page {}", page)}, joined.text().substr(at, end - at));
    }
    at = end + 1;
  }
  return document;
}

}  // namespace thalign
