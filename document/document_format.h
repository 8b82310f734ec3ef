// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#pragma GCC visibility push(default)
namespace thalign {

/// The formats of documents that are read.
enum class DocumentFormat : std::uint8_t {
  text,
  html,
  docx,
  odt,
  pptx,
  epub,
  markdown,
  srt,
  vtt,
  pdf,
  rtf,
  doc,
  odp,
  ppt,
};

/// An entry of the table of formats.
struct DocumentFormatEntry {
  std::string_view name;         ///< for options: "html"
  std::string_view description;  ///< for people: "a web page"
  /// Endings of file names in lower case, separated by spaces: ".html .htm".
  std::string_view extensions;
  DocumentFormat format;
};

/// All of them, in the order of `DocumentFormat`.
std::span<const DocumentFormatEntry> document_formats();

/// The format of a document by its content, then by the extension of `name`, one of compression
/// left aside; `text` if neither shows another. Throws `Error` (format): a kind of file that is
/// known and not read.
DocumentFormat recognise_document_format(std::string_view bytes, std::string_view name);

/// Whether a document that begins with `head`, some thousand bytes or all, is plain text.
bool is_plain_text(std::string_view head, std::string_view name);

}  // namespace thalign
#pragma GCC visibility pop
