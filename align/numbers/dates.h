// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/language.h"
#include "text/words.h"

namespace thalign {

/// A date in digits.
struct NumericDate {
  std::vector<std::string> keys;  ///< of its parts in the order of the text (see `Vocabulary`)
  std::size_t words;              ///< how many it takes
};

/// The date in digits that begins with word `k` of a text in `language`:
///
///   14/6/2567, 14-06-2024, 14.06.2024   day, month, year
///   6/14/2024                           month, day, year, where no month is above 12
///   2024-06-14, 2567/06/14              year, month, day
///   14/6/67                             in Thai a year of the Buddhist Era
///   20240614                            perhaps a date
///
/// 5/6/2024 in English has the day first or the month: what may be read in two ways has the key of
/// both. Thai writes the day first.
std::optional<NumericDate> numeric_date(const Words& words, std::size_t k, Language language);

/// What stands before a number of two digits, that may be a year.
enum class YearPlace : std::uint8_t {
  none,
  month,          ///< the name of a month: "มิ.ย. 67"
  day_and_month,  ///< a day and the name of a month: "14 มิ.ย. 67"
};

/// The key of number `k`, if its two digits may be a year in a text of `language`: "ปี 67",
/// "14 มิ.ย. 67", "ไตรมาส 2/67" in Thai, "14 Jun 24" in English.
std::optional<std::string> short_year(const Words& words, std::size_t k, Language language,
                                      YearPlace place);

}  // namespace thalign
