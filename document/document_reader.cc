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
  }
  std::abort();  // a caller broke the contract
}

}  // namespace thalign
