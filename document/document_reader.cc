// SPDX-License-Identifier: Apache-2.0
#include "document/document_reader.h"

#include <cstdlib>

#include "document/readers.h"

namespace thalign {

StructuredDocument read_structured_document(std::string_view bytes, DocumentFormat format,
                                            const DocumentReadOptions& options) {
  switch (format) {
    case DocumentFormat::text:
      break;
    case DocumentFormat::html:
      return read_html(bytes, options);
    case DocumentFormat::docx:
      return read_docx(bytes, options);
    case DocumentFormat::odt:
      return read_odt(bytes, options);
    case DocumentFormat::pptx:
      return read_pptx(bytes, options);
    case DocumentFormat::epub:
      return read_epub(bytes, options);
    case DocumentFormat::markdown:
      return read_markdown(bytes, options);
    case DocumentFormat::srt:
    case DocumentFormat::vtt:
      return read_subtitles(bytes, options);
    case DocumentFormat::pdf:
      return read_pdf(bytes, options);
    case DocumentFormat::rtf:
    case DocumentFormat::doc:
    case DocumentFormat::odp:
    case DocumentFormat::ppt:
      return read_by_libreoffice(bytes, format, options);
  }
  std::abort();  // a caller broke the contract
}

}  // namespace thalign
