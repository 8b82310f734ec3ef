// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/words.h"

namespace thalign {

/// A number as a text writes it, over one or more words.
struct Quantity {
  double value;
  std::size_t words;                    ///< how many it takes
  std::optional<double> or_value = {};  ///< another reading, as likely
  bool certain = true;                  ///< false: it may be no number at all, or the other one

  /// Its key (see `Vocabulary`).
  std::string key() const;
};

/// The quantity that begins with word `k`:
///
///   number words of either language   "สามสิบห้าล้าน", "twenty-five million", "third", "two dozen"
///   digits with a scale               "2.5 ล้าน", "20 billion", "1.2bn", "$600M"
///   digits with letters that touch    "18th", "13.30hrs"; "12K" is 12 or 12,000
///   money in two units                "25 บาท 50 สตางค์" is 25.5
///   times of twelve hours             "1:30 p.m." and "บ่ายโมงครึ่ง" are 13.3
///   years of old eras                 "ร.ศ. 112" is 1893, in the Common Era
///   Roman numerals                    "Chapter IV"; elsewhere "IV" may be no number
///   quarters                          "Q2"
///
/// Nothing for bare digits and for the word one, which is rarely a number.
std::optional<Quantity> quantity_at(const Words& words, std::size_t k);

}  // namespace thalign
