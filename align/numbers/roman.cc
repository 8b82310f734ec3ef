// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/roman.h"

#include <array>
#include <cstddef>

namespace thalign {

std::optional<int> roman_value(std::string_view folded) {
  constexpr std::array<std::string_view, 9> kTens = {"",  "x",  "xx",  "xxx", "xl",
                                                     "l", "lx", "lxx", "lxxx"};
  constexpr std::array<std::string_view, 10> kUnits = {"",  "i",  "ii",  "iii",  "iv",
                                                       "v", "vi", "vii", "viii", "ix"};
  constexpr std::size_t kLongest = 8;
  if (folded.empty() || folded.size() > kLongest ||
      folded.find_first_not_of("ivxl") != std::string_view::npos) {
    return std::nullopt;
  }
  for (std::size_t ten = 0; ten < kTens.size(); ++ten) {
    if (!folded.starts_with(kTens[ten])) continue;
    for (std::size_t unit = 0; unit < kUnits.size(); ++unit) {
      if (folded.substr(kTens[ten].size()) == kUnits[unit])
        return static_cast<int>(10 * ten + unit);
    }
  }
  return std::nullopt;
}

}  // namespace thalign
