// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/document_format.h"
#include "document/structured_document.h"

#pragma GCC visibility push(default)
namespace thalign {

/// How to read a document.
struct DocumentReadOptions {
  std::string name = {};  ///< of the document in messages, usually the path
  std::string encoding =
      {};  ///< as in `DecodeOptions`; takes precedence over what the document says
  bool replace_invalid = false;  ///< as in `DecodeOptions`
  bool whole_page = false;       ///< of a web page: navigation, header, footer and margin, too
  /// Where programs are looked for that read other formats (pdftotext, soffice), separated by
  /// colons.
  std::string program_folders = "/usr/local/bin:/usr/bin:/bin";
  /// Where soffice may have a folder for the time it runs; it is removed afterwards.
  std::string temporary_folder = "/tmp";
};

/// Reads the bytes of a document of any format but plain text. Requires: `format` is not `text`.
/// PDF is read by pdftotext; RTF and old Word files by LibreOffice, which are run with limits on
/// time and memory. Throws `Error`: format (it can't be of that format, is encrypted, nested deeper
/// or packed tighter than any honest document; the program that reads it is not installed),
/// encoding, limit, io (a program can't be run).
StructuredDocument read_structured_document(std::string_view bytes, DocumentFormat format,
                                            const DocumentReadOptions& options);

}  // namespace thalign
#pragma GCC visibility pop
