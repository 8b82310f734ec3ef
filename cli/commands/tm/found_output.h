// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"
#include "tm/memory/memory.h"
#include "tm/translation_unit.h"

namespace thalign::cli {

/// A unit found in a memory.
struct Found {
  std::string_view query;
  std::optional<int> score;  ///< percent
  UnitNumber number;
  const TranslationUnit& unit;
  std::size_t variant;  ///< the text that was found
  /// Where in it; empty: all of it.
  std::vector<ByteRange> places = {};
};

/// A format of what is found in a memory.
struct FoundFormat {
  std::string_view name, extension;
  std::string_view head;  ///< what comes before all
  /// `targets`: the texts of `found` to give as translations.
  void (*write)(std::ostream& out, const Found& found, const std::vector<const Variant*>& targets);
};

/// The first is the default.
std::span<const FoundFormat> found_formats();

/// Writes what is found in one of `found_formats`, with the texts of language `to` (empty: all
/// other ones) as translations.
class FoundWriter {
 public:
  FoundWriter(std::ostream& out, const FoundFormat& format, std::string to);
  void write(const Found& found);

 private:
  std::ostream& out_;
  const FoundFormat& format_;
  std::string to_;
};

}  // namespace thalign::cli
