// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "tm/translation_unit.h"

// What pages of a pair of texts and of units of a memory have in common. Positions on a page count
// UTF-16 units, as JavaScript does.

namespace thalign::cli {

/// What a page of review says beside the texts and their beads.
struct PageContext {
  std::string run;  ///< what made it: `x-run` of its outputs
  Date date = {};   ///< creationdate of its outputs
};

/// Positions of a text in UTF-16, asked for in ascending order.
class Utf16Positions {
 public:
  explicit Utf16Positions(std::string_view text) : text_(text) {}

  /// Requires: `byte` is a character boundary, not before that of the last call.
  std::uint32_t at(std::uint32_t byte);

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0, position_ = 0;
};

/// Steps from one of `begins` (bytes of `text`, ascending) to the next, the first from its begin;
/// commas between.
std::string position_steps(std::string_view text, std::span<const std::uint32_t> begins);

/// Writes a page with `data`, members of a JSON object. It is in the page without `<`, so that
/// nothing in it can be taken for markup.
void write_page(std::ostream& out, const std::string& data);

}  // namespace thalign::cli
