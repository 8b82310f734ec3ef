// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Dates and numbers as ICU, and so as browsers and office programs, write them.

namespace thalign::test {

struct Date {
  int year;  ///< Common Era
  int month, day;
};

/// By a pattern of Unicode (UTS #35) in a locale: "d MMM yy", "th@calendar=buddhist".
std::string formatted(const Date& date, const char* locale, std::string_view pattern);

/// By a locale's own style: UDAT_LONG (1), UDAT_MEDIUM (2), UDAT_SHORT (3).
std::string in_style(const Date& date, const char* locale, int style);

/// "8:30 PM".
std::string clock_12(int hour, int minute);

/// By a locale's own number format: "1,234,567".
std::string decimal(double value, const char* locale);
/// Compact: "12K", "1.2 พันล้าน" (`is_long`).
std::string compact(double value, const char* locale, bool is_long);
/// In words: "twelve"; with a rule set ("%spellout-ordinal"): "twelfth".
std::string spelled(int value, const char* locale, std::string_view rules = {});
/// "14th".
std::string ordinal(int value);
/// "XIV".
std::string roman(int value);

}  // namespace thalign::test
