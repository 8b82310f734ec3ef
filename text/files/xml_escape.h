// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace thalign {

/// `text` as content or as an attribute value in double quotes that a parser reads back exactly.
/// Requires: no character that XML 1.0 forbids. Not installed.
std::string xml_escaped(std::string_view text);

}  // namespace thalign
