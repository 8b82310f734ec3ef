// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "align/lexicon/features.h"

namespace thalign {

/// The units of a text that each symbol occurs in, ascending; of those that occur often, only that
/// they do.
class Occurrences {
 public:
  static constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

  /// Requires: the text's symbols are below `symbols`. Often: more than `most` times.
  Occurrences(const Features& text, std::uint32_t symbols, std::uint32_t most = kAll)
      : begin_(symbols + std::size_t{2}), is_often_(symbols) {
    for (const Symbol symbol : text.tokens) ++begin_[symbol + 2];
    for (Symbol symbol = 0; symbol < symbols; ++symbol) {
      if (begin_[symbol + 2] > most) {
        is_often_[symbol] = 1;
        begin_[symbol + 2] = 0;
      }
      begin_[symbol + 2] += begin_[symbol + 1];
    }
    units_.resize(begin_.back());
    for (std::uint32_t unit = 0; unit < text.units(); ++unit) {
      for (std::uint32_t t = text.token_begin[unit]; t < text.token_begin[unit + 1]; ++t) {
        if (is_often_[text.tokens[t]] == 0) units_[begin_[text.tokens[t] + 1]++] = unit;
      }
    }
    next_.assign(begin_.begin(), begin_.end() - 2);
  }

  bool is_often(Symbol symbol) const { return is_often_[symbol] != 0; }

  /// Those of `symbol` inside `window`, but no more than the first `most`; none if it occurs often.
  /// Requires: windows ascend from call to call; so all calls take time linear in the text.
  std::span<const std::uint32_t> first_of(Symbol symbol, UnitRange window, std::size_t most) {
    const std::size_t end = begin_[symbol + 1];
    std::uint32_t& first = next_[symbol];
    while (first != end && units_[first] < window.begin) ++first;
    std::size_t last = first;
    while (last != end && last - first < most && units_[last] < window.end) ++last;
    return std::span(units_).subspan(first, last - first);
  }

 private:
  std::vector<std::uint32_t> begin_;  // of each symbol, one more at the end
  std::vector<std::uint32_t> next_;   // of each symbol: the first that no window has passed
  std::vector<std::uint8_t> is_often_;
  std::vector<std::uint32_t> units_;
};

}  // namespace thalign
