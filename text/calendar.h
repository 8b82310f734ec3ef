// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace thalign {

/// Years of the Buddhist Era, as Thai texts count them, less this are years of the Common Era.
inline constexpr int kBuddhistEraOffset = 543;

/// A month name found at the start of a text.
struct MonthName {
  int month;          ///< 1 to 12
  std::size_t bytes;  ///< length of the name
};

/// The Thai month name, or its abbreviation ("มิ.ย."), that `folded` starts with.
std::optional<MonthName> thai_month(std::string_view folded);

/// The month that the English word `folded` (lower case) names in full or abbreviated ("june",
/// "jun").
std::optional<int> english_month(std::string_view folded);

}  // namespace thalign
