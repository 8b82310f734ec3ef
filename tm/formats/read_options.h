// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tm/repair.h"
#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// How to read units.
struct UnitReadOptions {
  LanguagePair languages = {};    ///< where the format does not say them, or of which to choose
  RepairCallback on_repair = {};  ///< called for what was put right, left out or guessed
  /// Of tables: the columns of the source and the target texts, "SOURCE,TARGET", each by its name
  /// or its number from 1; empty: found by names and content. Of workbooks also
  /// "SHEET!SOURCE,TARGET".
  std::string columns = {};
  /// Of text files: the name of their encoding; empty: found.
  std::string encoding = {};
  /// Also translations that their file marks as not to be used: fuzzy and obsolete ones of PO.
  bool unfinished = false;
};

}  // namespace thalign
#pragma GCC visibility pop
