// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document_reader.h"

namespace thalign {

/// The blocks of a document as "KIND: TEXT", with the level after the kind if there is one.
inline std::vector<std::string> described_blocks(const StructuredDocument& document) {
  std::vector<std::string> result;
  for (const Block& block : document.blocks()) {
    std::string line(block_kind_name(block.kind));
    if (block.level > 0) line += std::to_string(block.level);
    line += ": ";
    line += document.text().substr(block.range.begin, block.range.size());
    result.push_back(line);
  }
  return result;
}

/// The parts of all blocks that are bold, italic or links, as "FORMAT: TEXT".
inline std::vector<std::string> described_inlines(const StructuredDocument& document) {
  std::vector<std::string> result;
  for (const Block& block : document.blocks()) {
    const std::string_view text = document.text().substr(block.range.begin, block.range.size());
    for (const InlineRange& part : block.inlines) {
      result.push_back(std::string(inline_format_name(part.format)) + ": " +
                       std::string(text.substr(part.range.begin, part.range.size())));
    }
  }
  return result;
}

/// The same of bytes in a format.
inline std::vector<std::string> read_blocks(std::string_view bytes, DocumentFormat format,
                                            bool whole_page = false) {
  return described_blocks(
      read_structured_document(bytes, format, {.name = "file", .whole_page = whole_page}));
}

}  // namespace thalign
