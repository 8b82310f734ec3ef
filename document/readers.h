// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/document_format.h"
#include "document/document_reader.h"
#include "document/structured_document.h"

// The reader of each format, as `read_structured_document` says. Not installed.

namespace thalign {

StructuredDocument read_docx(std::string_view bytes, const DocumentReadOptions& options);
StructuredDocument read_epub(std::string_view bytes, const DocumentReadOptions& options);
StructuredDocument read_html(std::string_view bytes, const DocumentReadOptions& options);
StructuredDocument read_markdown(std::string_view bytes, const DocumentReadOptions& options);
StructuredDocument read_odt(std::string_view bytes, const DocumentReadOptions& options);
StructuredDocument read_pdf(std::string_view bytes, const DocumentReadOptions& options);
StructuredDocument read_pptx(std::string_view bytes, const DocumentReadOptions& options);
/// Of both formats of subtitles.
StructuredDocument read_subtitles(std::string_view bytes, const DocumentReadOptions& options);

/// A document of a format that LibreOffice reads: RTF, the Word before DOCX, and presentations
/// other than PPTX.
StructuredDocument read_by_libreoffice(std::string_view bytes, DocumentFormat format,
                                       const DocumentReadOptions& options);

}  // namespace thalign
