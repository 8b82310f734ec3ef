// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>

#include "cli/review/page_parts.h"
#include "tm/translation_unit.h"

namespace thalign::cli {

/// A unit of a memory.
struct NumberedUnit {
  std::int64_t number;
  TranslationUnit unit;
  /// Whether its text comes next in its document after that of the unit before it, by side.
  std::array<bool, 2> follows = {};
};

/// Writes a page of units of a memory, for people to edit their texts, to mark them as right, to
/// leave them out and, where units are neighbours, to move the boundaries between them. `title`:
/// what the page is called. Requires: each unit has two texts, all in the same order of languages.
void write_units_page(std::ostream& out, std::span<const NumberedUnit> units,
                      const std::string& title, const PageContext& context);

}  // namespace thalign::cli
