#pragma once

#include <string_view>

#include "document/document_reader.h"
#include "document/structured_document.h"

// The reader of each format, as `read_structured_document` says. Not installed.

namespace thalign {

StructuredDocument read_html(std::string_view bytes, const DocumentReadOptions& options);

}  // namespace thalign
