// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tm/memory/match_key.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_sample.h"
#include "tm/memory/memory_schema.h"

// Versions differ in how texts are matched, so in keys and trigrams, and in the tables of the
// history.

namespace thalign {
namespace {

using sqlite::Database;
using sqlite::Statement;
using sqlite::Transaction;

/// Keys that have changed, by what they were. Keys are as SQLite has them, signed.
using NewKeys = std::unordered_map<std::int64_t, std::int64_t>;

/// Matches all texts anew.
NewKeys renew_texts(const Database& database) {
  database.run("INSERT INTO trigram(trigram) VALUES('delete-all')");
  NewKeys new_keys;
  Statement texts(database, "SELECT id, key, text FROM variant ORDER BY id");
  Statement update(database, "UPDATE variant SET key = ?2 WHERE id = ?1");
  Statement insert(database, "INSERT INTO trigram(rowid, text) VALUES(?, ?)");
  while (texts.step()) {
    const std::int64_t id = texts.integer(0);
    const std::int64_t old_key = texts.integer(1);
    const std::string text = match_text(texts.text(2));
    insert.bind(1, id).bind(2, std::string_view(text)).run();
    if (texts.text(2).empty()) continue;
    const auto key = static_cast<std::int64_t>(match_key(text));
    if (key == old_key) continue;
    new_keys.emplace(old_key, key);
    update.bind(1, id).bind(2, key).run();
  }
  return new_keys;
}

/// Neighbours that the memory does not hold keep their keys: their texts are not known.
void renew_neighbours(const Database& database, const NewKeys& new_keys) {
  if (new_keys.empty()) return;
  for (const std::string_view column : {"before", "after"}) {
    Statement neighbours(
        database,
        fmt::format("SELECT id, {0} FROM variant WHERE {0} IS NOT NULL ORDER BY id", column));
    Statement update(database, fmt::format("UPDATE variant SET {} = ?2 WHERE id = ?1", column));
    while (neighbours.step()) {
      const auto found = new_keys.find(neighbours.integer(1));
      if (found == new_keys.end()) continue;
      update.bind(1, neighbours.integer(0)).bind(2, found->second).run();
    }
  }
}

}  // namespace

MemoryUpgrade upgrade_memory(const std::filesystem::path& path, LockWait wait) {
  const Database database = open_any_memory(path, std::move(wait));
  Transaction transaction(database);
  // Another program may have done it while this one waited.
  const MemoryUpgrade versions{.from = static_cast<int>(memory_version(database)),
                               .to = kMemorySchemaVersion};
  if (versions.from == versions.to) return versions;
  if (versions.from < kMemoryMatchVersion) {
    renew_neighbours(database, renew_texts(database));
    database.run("DELETE FROM sample");
    renew_sample(database);
  }
  add_new_tables(database);
  database.run(fmt::format("PRAGMA user_version = {}", kMemorySchemaVersion));
  transaction.commit();
  return versions;
}

}  // namespace thalign
