// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// What reader and writer of CSV share. Not installed.

namespace thalign {

/// Names of the columns, in the order they are written.
inline constexpr std::array<std::string_view, 10> kCsvColumns{"source",          "target",
                                                              "source_language", "target_language",
                                                              "confidence",      "source_document",
                                                              "target_document", "id",
                                                              "remark",          "flags"};

/// Bytes of the character at the beginning of `text`, 0 if it is none of those that make
/// spreadsheets take a cell as a formula.
constexpr std::size_t formula_sign(std::string_view text) {
  for (const std::string_view sign :
       {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// Bytes of the character at the beginning of `text`, 0 if it is none of those that spreadsheets
/// leave out before a formula: spaces, quotes, characters that nobody sees.
constexpr std::size_t before_formula(std::string_view text) {
  for (const std::string_view mark : {" ", "'", "\"", "\u00A0", "\u00AD", "\u200B", "\u200C",
                                      "\u200D", "\u2060", "\u3000", "\uFEFF"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Whether spreadsheets may take a cell as a formula, at once or when what stands before its sign
/// is left out: those cells have one apostrophe more in the file.
constexpr bool needs_apostrophe(std::string_view text) {
  while (before_formula(text) > 0) text.remove_prefix(before_formula(text));
  return formula_sign(text) > 0;
}

}  // namespace thalign
