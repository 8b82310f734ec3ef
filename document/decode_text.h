// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/document_reader.h"
#include "document/structured_document.h"
#include "text/document.h"

// Not installed.

namespace thalign {

/// Decodes a format that is plain text with marks in it. Throws as `Document::from_bytes`.
Document decode_text(std::string_view bytes, const DocumentReadOptions& options);

/// Notes how `text` was decoded where the user might not expect it.
void note_decoding(const Document& text, const DocumentReadOptions& options,
                   StructuredDocument& document);

}  // namespace thalign
