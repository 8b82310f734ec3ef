// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/memory/memory.h"
#include "tm/memory/memory_history.h"
#include "tm/memory/memory_schema.h"
#include "tm/memory/neighbours.h"
#include "tm/memory/sqlite.h"
#include "tm/translation_unit.h"

// Rows of the tables of a memory. Not installed.

namespace thalign {

/// A unit as it is stored; an element of `neighbours` for each variant.
struct StoredUnit {
  UnitNumber number = 0;
  TranslationUnit unit;
  std::vector<Neighbours> neighbours;
};

/// Names that rows share, by number: a table of two columns.
class NameTable {
 public:
  NameTable(const sqlite::Database& database, std::string_view table, std::string_view column);
  /// The number of `name`, which is put into the table if it is new.
  std::int64_t number(const std::string& name);
  /// Throws `Error` (format) if there is none: the memory is damaged.
  const std::string& name(std::int64_t number);
  /// What is known of the table may be wrong: a transaction was rolled back.
  void forget();

 private:
  const sqlite::Database& database_;
  sqlite::Statement find_, insert_, read_;
  std::unordered_map<std::string, std::int64_t> numbers_;
  std::unordered_map<std::int64_t, std::string> names_;
};

class MemoryTables {
 public:
  MemoryTables(const std::filesystem::path& path, sqlite::Access access, LockWait wait);

  const sqlite::Database& database() const { return database_; }
  NameTable& languages() const { return languages_; }
  MemoryHistory& history() { return history_; }
  const MemoryHistory& history() const { return history_; }

  /// Stores a unit as a new one. Requires: dates are set, at most `kVariantsOfUnit` variants.
  UnitNumber insert(const IncomingUnit& incoming, std::uint64_t identity);
  /// Puts what is said about `incoming` in the place of what was said about unit `number`, which
  /// has the same texts and places. Requires: as `insert`.
  void replace_about(UnitNumber number, const IncomingUnit& incoming);
  void remove(UnitNumber number);
  /// Undoes the last action; nothing if there is none. Requires: a transaction.
  std::optional<MemoryAction> undo();
  /// Numbers of the units that have a text of the document, ascending.
  std::vector<UnitNumber> with_document(const std::string& name) const;
  /// Nothing if there is no such unit. Throws `Error` (format) for what nobody stored.
  std::optional<StoredUnit> load(UnitNumber number) const;
  /// Numbers of units stored with this identity, ascending.
  std::vector<UnitNumber> with_identity(std::uint64_t identity) const;
  /// Numbers of the last `most` variants with a key, descending.
  std::vector<std::int64_t> with_key(std::uint64_t key, std::size_t most) const;

  /// After a rollback.
  void forget_names();

 private:
  void load_variant(StoredUnit& stored) const;
  void insert_variant(UnitNumber number, const IncomingUnit& incoming, std::size_t i);

  sqlite::Database database_;
  MemoryHistory history_;
  mutable NameTable languages_, documents_;
  sqlite::Statement insert_unit_, insert_variant_, insert_trigrams_;
  sqlite::Statement update_unit_, update_variant_;
  sqlite::Statement remove_unit_, remove_variant_, remove_trigrams_;
  mutable sqlite::Statement find_identity_, find_key_, read_unit_, read_variants_;
};

}  // namespace thalign
