// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/words.h"

namespace thalign {

/// A number in words.
struct NumberWords {
  double value;
  std::size_t words;  ///< how many it takes
};

/// The English number that begins with word `k`: "twenty-five million", "third", "a" left out; with
/// `given`, digits that stand before it, a scale ("million"). Nothing if there is none.
std::optional<NumberWords> english_number(const Words& words, std::size_t k,
                                          std::optional<double> given = {});

/// What "million", "mn" ... multiply by.
std::optional<double> english_scale(std::string_view folded);
/// What the letters k, m, b, t behind digits multiply by in compact notation.
std::optional<double> compact_scale(std::string_view folded);

}  // namespace thalign
