// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Not installed.

namespace thalign {

/// The encoding that a page declares in `<meta charset>`, `<meta http-equiv>` or an XML
/// declaration, as browsers understand the name (ISO-8859-1 is windows-1252); empty if it declares
/// none, or one that a page in such bytes can't have (UTF-16).
std::string declared_html_encoding(std::string_view head);

}  // namespace thalign
