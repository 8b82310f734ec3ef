// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>

#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Remembers units, to find exact repeats: the same texts in the same languages, written on one
/// line. Memory grows with the number of different units, some 70 bytes each; of their texts two
/// hashes of 64 bits are kept.
class SeenUnits {
 public:
  /// Whether a unit like that was added before; adds it.
  bool add(const TranslationUnit& unit);

 private:
  std::set<std::pair<std::uint64_t, std::uint64_t>> hashes_;
};

/// Which units to hand on.
struct UnitFilterOptions {
  double min_confidence = 0.0;  ///< less confident units are left out
  bool untranslated = true;   ///< pairs that are marked as not being translations, too (`mark_of`)
  SeenUnits* seen = nullptr;  ///< null: repeats, too; must outlive the filter
};

/// Units left out, by the reason that was found first, and what was found in those that passed.
struct UnitFilterCounts {
  std::size_t unsure = 0;        ///< left out for want of confidence
  std::size_t untranslated = 0;  ///< left out as not being translations
  std::size_t repeated = 0;      ///< left out as repeats
  std::size_t thai_letters = 0;  ///< passed: English texts with Thai letters (`kThaiLetters`)
};

/// Says which units pass, and counts why others don't. Null beads always count as translated.
class UnitSieve {
 public:
  explicit UnitSieve(const UnitFilterOptions& options) : options_(options) {}

  bool passes(const TranslationUnit& unit);

  const UnitFilterOptions& options() const { return options_; }
  /// Of the units so far.
  const UnitFilterCounts& counts() const { return counts_; }

 private:
  UnitFilterOptions options_;
  UnitFilterCounts counts_;
};

/// Hands on the units of a reader that pass.
class UnitFilter : public UnitReader {
 public:
  /// Requires: `units` outlive the filter.
  UnitFilter(UnitReader& units, const UnitFilterOptions& options)
      : units_(units), sieve_(options) {}

  const TranslationUnit* next() override;

  const UnitFilterCounts& counts() const { return sieve_.counts(); }

 private:
  UnitReader& units_;
  UnitSieve sieve_;
};

}  // namespace thalign
#pragma GCC visibility pop
