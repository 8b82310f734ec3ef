// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "segment/wrapping/text_lines.h"

namespace thalign {

/// For each line whether it belongs to a page rather than to the text: a page number, or a head or
/// foot that other pages have as well but for its digits. Empty: none does.
///
/// Pages are known by form feeds, as converters of PDF write them, or else by lines with page
/// numbers that count up, many lines apart. Time linear in the text.
std::vector<bool> page_furniture(std::string_view text, std::span<const TextLine> lines);

}  // namespace thalign
