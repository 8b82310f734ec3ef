#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// What reader and writer of CSV share. Not installed.

namespace thalign {

/// Names of the columns, in the order they are written.
inline constexpr std::array<std::string_view, 9> csv_columns{
    "source",          "target",     "source_language",
    "target_language", "confidence", "source_document",
    "target_document", "id",         "notes"};

/// Bytes of the character at the beginning of `text`, 0 if it is none of those that make
/// spreadsheets take a cell as a formula.
constexpr std::size_t formula_sign(std::string_view text) {
  for (const std::string_view sign :
       {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// Whether a cell is one sign, or the apostrophes before it, away from a formula: those have one
/// apostrophe more in the file.
constexpr bool needs_apostrophe(std::string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  return formula_sign(text) > 0;
}

}  // namespace thalign
