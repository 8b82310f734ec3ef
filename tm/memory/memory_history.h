// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/memory/memory.h"
#include "tm/memory/sqlite.h"

// What was done to a memory, so that it can be undone. Not installed.

namespace thalign {

/// Keeps what the action in progress replaces. Without one nothing is kept.
///
/// All functions but `actions` require a transaction.
class MemoryHistory {
 public:
  explicit MemoryHistory(const sqlite::Database& database);

  /// Begins an action; what is stored and removed from now on belongs to it.
  void begin(Date time, std::string_view what);
  /// The action is over, or was rolled back.
  void end() { action_ = 0; }

  /// A unit was stored.
  void stored(UnitNumber number);
  /// A unit is about to be removed, or what is said about it to be replaced.
  void replacing(UnitNumber number);

  /// Ascending by time.
  std::vector<MemoryAction> actions() const;
  /// Numbers of the units that an action stored or changed, ascending.
  std::vector<UnitNumber> touched(std::int64_t action) const;
  /// Puts back the rows of all units that an action removed or changed, but not their trigrams, and
  /// forgets the action; returns the units that are there again. Requires: those that it stored or
  /// changed are removed.
  std::vector<UnitNumber> put_back(std::int64_t action);
  /// Forgets all actions.
  void clear();

 private:
  void forget(std::int64_t action);

  const sqlite::Database& database_;
  std::int64_t action_ = 0;  // 0: none
  sqlite::Statement new_unit_, old_unit_, old_variants_;
};

}  // namespace thalign
