// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "text/error.h"
#include "text/unicode/utf8.h"
#include "tm/byte_source.h"
#include "tm/translation_unit.h"

namespace thalign {

inline void require(bool condition) {
  if (!condition) std::abort();
}

/// Units that `reader` has, up to its end or to what it refuses.
inline std::vector<TranslationUnit> read_units(UnitReader& reader) {
  std::vector<TranslationUnit> units;
  try {
    while (const TranslationUnit* const unit = reader.next()) {
      units.push_back(*unit);
      for (const Variant& variant : unit->variants) {
        require(first_invalid_utf8(variant.text) == std::string::npos);
        std::uint32_t last = 0;
        for (const std::uint32_t joint : variant.joints) {
          require(joint >= last && joint <= variant.text.size());
          last = joint;
        }
      }
    }
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): a refusal is a right answer
  }
  return units;
}

}  // namespace thalign
