// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/structured_document.h"

// Not installed.

namespace thalign {

/// Of the text of a PDF with a form feed after each page, as pdftotext writes it: lines joined to
/// paragraphs; numbers, heads and feet of pages left out. `name`: of the file. Requires: valid
/// UTF-8.
StructuredDocument paragraphs_of_pdf(std::string_view text, const std::string& name);

}  // namespace thalign
