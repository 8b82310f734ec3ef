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
  std::size_t words;  ///< how many it takes
};

/// The quantity that begins with word `k`: number words of either language ("สามสิบห้าล้าน",
/// "twenty-five million", "third"), digits with a scale ("2.5 ล้าน", "20 billion", "1.2bn") or
/// with letters that touch them ("18th", "13.30hrs"), times of the afternoon ("1:30 p.m." is 13.3).
/// Nothing for bare digits and for the word one, which is rarely a number.
std::optional<Quantity> quantity_at(const Words& words, std::size_t k);

/// The key of a number (see `Vocabulary`): no separators, leading zeros, or zeros at the end of
/// decimals. "1,000" and "1000.0" are "#1000".
std::string number_key(std::string_view folded);
std::string number_key(double value);

}  // namespace thalign
