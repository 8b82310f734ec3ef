// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "segment/wrapping/text_lines.h"

// What the characters at the edges of lines say. `content` is that of a line, not empty.

namespace thalign {

/// How a line ends, and how the next begins, where one of the two is not Thai.
enum class LineTail : std::uint8_t { word, opener, comma, colon, stop, hyphen };
enum class LineHead : std::uint8_t { small, large, number, mark, closing, item };

LineTail last_kind(std::string_view content);
/// `content`: of `line`.
LineHead next_kind(const TextLine& line, std::string_view content);

bool begins_with_thai(std::string_view content);
bool ends_with_thai(std::string_view content);
/// Whether a line end between two Thai letters stands inside a syllable: before a mark or a vowel
/// that is written after its consonant, or between a vowel that is written before its consonant and
/// the consonant.
bool parts_syllable(std::string_view content, std::string_view next);
bool opens_quotation(std::string_view content);
/// Whether two lines begin with the same words, as those of lists do.
bool begin_alike(std::string_view a, std::string_view b);
/// The dash that a line begins with as items of lists do; empty: none.
std::string_view leading_dash(std::string_view content);

}  // namespace thalign
