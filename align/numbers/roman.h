// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace thalign {

/// The value of a Roman numeral of lower-case letters up to "lxxxix" (89), written as it should be
/// ("iv", not "iiii").
std::optional<int> roman_value(std::string_view folded);

}  // namespace thalign
