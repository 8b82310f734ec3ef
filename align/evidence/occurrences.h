// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/lexicon/features.h"

namespace thalign {

/// The units of a text that each symbol occurs in, ascending.
class Occurrences {
 public:
  /// Requires: the text's symbols are below `symbols`.
  Occurrences(const Features& text, std::uint32_t symbols) : begin_(symbols + std::size_t{2}) {
    for (const Symbol symbol : text.tokens) ++begin_[symbol + 2];
    for (Symbol symbol = 0; symbol < symbols; ++symbol) begin_[symbol + 2] += begin_[symbol + 1];
    units_.resize(text.tokens.size());
    for (std::uint32_t unit = 0; unit < text.units(); ++unit) {
      for (std::uint32_t t = text.token_begin[unit]; t < text.token_begin[unit + 1]; ++t)
        units_[begin_[text.tokens[t] + 1]++] = unit;
    }
  }

  /// Those of `symbol` inside `window`.
  std::span<const std::uint32_t> of(Symbol symbol, UnitRange window) const {
    constexpr std::ptrdiff_t kFew = 16;
    const std::uint32_t* first = units_.data() + begin_[symbol];
    const std::uint32_t* last = units_.data() + begin_[symbol + 1];
    if (last - first > kFew) {
      first = std::lower_bound(first, last, window.begin);
      last = std::lower_bound(first, last, window.end);
    }
    while (first != last && *first < window.begin) ++first;
    while (first != last && *(last - 1) >= window.end) --last;
    return {first, last};
  }

 private:
  std::vector<std::uint32_t> begin_;  // of each symbol, one more at the end
  std::vector<std::uint32_t> units_;
};

}  // namespace thalign
