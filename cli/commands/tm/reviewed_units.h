// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "cli/review/units_page.h"
#include "tm/memory/memory.h"

namespace thalign::cli {

/// Units of a memory for a page.
struct ReviewedUnits {
  std::vector<NumberedUnit> units;
  std::size_t others = 0;  ///< units left out: of other languages, or with more than two texts
};

/// The units `found`, with `context` units before and after each one in its documents. Those of the
/// same documents come together, in their order there, where the first of them was found.
ReviewedUnits reviewed_units(const Memory& memory, std::span<const UnitNumber> found,
                             std::size_t context);

}  // namespace thalign::cli
