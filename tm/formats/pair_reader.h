// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Of units in any number of languages, the pairs of two: variant 0 is the source, variant 1 the
/// target.
///
/// A language is found by its tag, case ignored; else by its primary subtag. What is empty of the
/// two is chosen from the first `kUnitsLookedAt` units: Thai and English if one of them has both,
/// else what the first unit has. Units without a text in either language are left out and counted.
class PairReader : public UnitReader {
 public:
  /// `name`: of the file, for messages. Requires: `units` outlives this reader.
  PairReader(UnitReader& units, LanguagePair languages, std::string name);

  /// Throws `Error` (format), besides those of the reader, at the end if there was no pair; it says
  /// which languages there are.
  const TranslationUnit* next() override;

  static constexpr std::size_t kUnitsLookedAt = 200;

  /// The languages taken, once there was a unit.
  const LanguagePair& languages() const& { return languages_; }
  const LanguagePair& languages() const&& = delete;
  /// The languages of the units so far that were not taken, and how many texts each has: "de-DE
  /// (1), fr (20)"; empty: none.
  std::string left_out_languages() const;
  std::size_t left_out_units() const { return left_out_units_; }
  /// Texts of further languages in the units that were returned.
  std::size_t left_out_texts() const { return left_out_texts_; }

 private:
  void choose_languages();
  const TranslationUnit* next_unit();
  void count_languages(const TranslationUnit& unit);
  [[noreturn]] void fail() const;

  UnitReader& units_;
  LanguagePair languages_;
  const std::string name_;
  TranslationUnit pair_;
  std::vector<std::pair<std::string, std::size_t>> present_;
  std::deque<TranslationUnit> ahead_;  ///< units looked at and not returned yet
  TranslationUnit unit_;               ///< the last one of them
  bool chosen_ = false;
  std::size_t returned_ = 0, left_out_units_ = 0, left_out_texts_ = 0;
};

}  // namespace thalign
#pragma GCC visibility pop
