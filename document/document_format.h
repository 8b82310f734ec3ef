#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace thalign {

/// The formats of documents that are read.
enum class DocumentFormat : std::uint8_t {
  text,
  html,
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

/// How many bytes of the beginning `recognise_document_format` needs.
inline constexpr std::size_t kMaxRecognisedBytes = 4096;

/// The format of a document by its content, then by the extension of `name`; `text` if neither
/// shows another. `head`: its beginning, `kMaxRecognisedBytes` or all. Throws `Error` (format): a
/// kind of file that is known and not read.
DocumentFormat recognise_document_format(std::string_view head, std::string_view name);

}  // namespace thalign
