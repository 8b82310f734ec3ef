// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// How XML writers of this folder write text. Not installed.

namespace thalign {

/// `text` on one line, good as content and as an attribute value in double quotes; what XML forbids
/// is left out and counted in `dropped`.
std::string xml_line(std::string_view text, std::size_t& dropped);

/// `text` as content or as an attribute value in double quotes that a parser reads back exactly;
/// what XML forbids is left out and counted in `dropped`.
std::string xml_exact(std::string_view text, std::size_t& dropped);

}  // namespace thalign
