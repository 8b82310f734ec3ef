// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace thalign {

/// A number at the begin of a text.
struct NumberText {
  double value;
  std::size_t bytes;  ///< length
  bool scaled;        ///< whether it has a scale ("ล้าน")
};

/// Digits with separators as a number; nothing if they are none ("1.2.3").
std::optional<double> digits_value(std::string_view folded);

/// The Thai number words that `folded` begins with ("สามสิบห้าล้าน"), from digits to scales:
/// 3 x 100,000 + 2 x 1,000 ...; `given`: digits that stand before them. Nothing if there are none.
std::optional<NumberText> thai_number(std::string_view folded, std::optional<double> given = {});

/// The digits or Thai number words that `folded` begins with.
std::optional<NumberText> any_thai_number(std::string_view folded);

}  // namespace thalign
