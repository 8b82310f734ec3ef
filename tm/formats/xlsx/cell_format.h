// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// How spreadsheets show the numbers that they store. Not installed.

namespace thalign {

/// What a number format of Office Open XML makes of a number, as far as texts need it. Only the
/// section for positive numbers counts, colours and conditions don't.
struct CellFormat {
  enum class Kind { general, number, date, text };
  Kind kind = Kind::general;
  std::size_t decimals = 0;
  bool thousands = false;     ///< commas between groups of three digits
  bool percent = false;       ///< shows a hundredth as 1 %
  bool day = false;           ///< of a date: its year, month or day is shown
  bool time = false;          ///< of a date: its time of day is shown
  std::string before, after;  ///< text around a number: "฿", "%", " kg"
};

/// The format of a code such as `#,##0.00`, `"฿"0` or `d mmm yyyy`.
CellFormat parse_cell_format(std::string_view code);

/// The format of an identifier below 164, which has no code in the file.
CellFormat builtin_cell_format(std::size_t id);

/// A stored number as it is shown: dates as 2024-03-15, times as 09:30 or 09:30:15, both with a
/// space between them, whatever the order in the format and always in years of the Common Era;
/// numbers with their decimals. What is not a number is returned as it is. `from_1904`: days are
/// counted from 1904, not from 1900.
std::string shown_number(std::string_view stored, const CellFormat& format, bool from_1904);

}  // namespace thalign
