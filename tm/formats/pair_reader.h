#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Of units in any number of languages, the pairs of two: variant 0 is the source, variant 1 the
/// target.
///
/// A language is found by its tag, case ignored; else by its primary subtag. An empty source stands
/// for that of the first variant of the first unit, an empty target for that of the next one. Units
/// without a text in either language are left out and counted.
class PairReader : public UnitReader {
 public:
  /// `name`: of the file, for messages. Requires: `units` outlives this reader.
  PairReader(UnitReader& units, LanguagePair languages, std::string name);

  /// Throws `Error` (format), besides those of the reader, at the end if there was no pair; it says
  /// which languages there are.
  const TranslationUnit* next() override;

  std::size_t left_out_units() const { return left_out_units_; }
  /// Texts of further languages in the units that were returned.
  std::size_t left_out_texts() const { return left_out_texts_; }

 private:
  void count_languages(const TranslationUnit& unit);
  [[noreturn]] void fail() const;

  UnitReader& units_;
  LanguagePair languages_;
  const std::string name_;
  TranslationUnit pair_;
  std::vector<std::pair<std::string, std::size_t>> present_;
  std::size_t returned_ = 0, left_out_units_ = 0, left_out_texts_ = 0;
};

}  // namespace thalign
#pragma GCC visibility pop
