// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "cli/input/input.h"
#include "document/structured_document.h"

namespace thalign::cli {

/// Whether `head`, the beginning of an input, is that of a plain text.
bool begins_plain_text(std::string_view head, const InputOptions& options);

/// Takes the text out of bytes that have been read; `options` names their format, or it is
/// recognised. Throws `Error`: as `read_structured_document`; format, if the document has no text.
InputText text_of_document(std::string bytes, const InputOptions& options);

/// The document of `options`, of another format than plain text or not. Throws as
/// `text_of_document`.
StructuredDocument read_blocks(const InputOptions& options);

}  // namespace thalign::cli
