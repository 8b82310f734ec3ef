// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

using sqlite::Access;
using sqlite::Database;
using sqlite::Statement;
using sqlite::Transaction;

/// The first version of memories; 0 is a file that says none.
constexpr std::int64_t kOldestVersion = 1;

struct SchemaObject {
  std::string_view name, sql;
  int since = 1;  ///< version
};

constexpr std::array<SchemaObject, 15> kObjects{{
    {"language", "CREATE TABLE language(id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE) STRICT"},
    {"document", "CREATE TABLE document(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT"},
    {"unit", R"(CREATE TABLE unit(
  id INTEGER PRIMARY KEY,
  identity INTEGER NOT NULL,  -- of texts and places: equal units are stored once
  created INTEGER NOT NULL,   -- seconds since 1970, UTC
  changed INTEGER NOT NULL,
  confidence REAL,
  score REAL,
  tuid TEXT,
  about TEXT                  -- JSON: attributes, properties, notes
) STRICT)"},
    {"variant", R"(CREATE TABLE variant(
  id INTEGER PRIMARY KEY,     -- 64 * unit + position
  key INTEGER NOT NULL,
  language INTEGER NOT NULL REFERENCES language,
  text TEXT NOT NULL,
  document INTEGER REFERENCES document,
  first INTEGER,              -- offsets in the document, code points
  last INTEGER,
  before INTEGER,
  after INTEGER,
  markup TEXT,                -- text with inline codes
  about TEXT                  -- JSON: dates, attributes, properties, notes
) STRICT)"},
    {"sample", R"(CREATE TABLE sample(id INTEGER PRIMARY KEY CHECK (id = 1),
  variants INTEGER NOT NULL, taken INTEGER NOT NULL, counts BLOB NOT NULL) STRICT)"},
    {"trigram", R"(CREATE VIRTUAL TABLE trigram USING fts5(text,
  tokenize = 'trigram case_sensitive 1', content = '', columnsize = 0, detail = none))"},
    {"unit_identity", "CREATE INDEX unit_identity ON unit(identity)"},
    {"variant_key", "CREATE INDEX variant_key ON variant(key)"},
    {"action", R"(CREATE TABLE action(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,      -- seconds since 1970, UTC
  what TEXT NOT NULL
) STRICT)",
     3},
    {"new_unit", R"(CREATE TABLE new_unit(
  action INTEGER NOT NULL REFERENCES action,
  id INTEGER NOT NULL,
  PRIMARY KEY(action, id)
) STRICT, WITHOUT ROWID)",
     3},
    {"old_unit", R"(CREATE TABLE old_unit(  -- as in unit
  action INTEGER NOT NULL REFERENCES action,
  id INTEGER NOT NULL, identity INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL,
  confidence REAL, score REAL, tuid TEXT, about TEXT
) STRICT)",
     3},
    {"old_variant", R"(CREATE TABLE old_variant(  -- as in variant
  action INTEGER NOT NULL REFERENCES action,
  id INTEGER NOT NULL, key INTEGER NOT NULL, language INTEGER NOT NULL, text TEXT NOT NULL,
  document INTEGER, first INTEGER, last INTEGER, before INTEGER, after INTEGER, markup TEXT, about TEXT
) STRICT)",
     3},
    {"old_unit_action", "CREATE INDEX old_unit_action ON old_unit(action)", 3},
    {"old_variant_action", "CREATE INDEX old_variant_action ON old_variant(action)", 3},
    {"variant_document",
     "CREATE INDEX variant_document ON variant(document) WHERE document IS NOT NULL", 3},
}};

/// What FTS5 keeps the index in.
constexpr std::array<std::string_view, 3> kIndexTables{"trigram_config", "trigram_data",
                                                       "trigram_idx"};

/// SQL without comments, with one space where there is white space.
std::string plain_sql(std::string_view sql) {
  std::string plain;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql.substr(i, 2) == "--") i = std::min(sql.find('\n', i), sql.size() - 1);
    const bool is_space = sql[i] == ' ' || sql[i] == '\n';
    if (!is_space) {
      plain += sql[i];
    } else if (!plain.ends_with(' ')) {
      plain += ' ';
    }
  }
  return plain;
}

std::int64_t pragma(const Database& database, const char* name) {
  Statement statement(database, fmt::format("PRAGMA {}", name));
  const std::int64_t value = statement.step() ? statement.integer(0) : 0;
  statement.reset();
  return value;
}

/// Whether the file has no tables at all.
bool is_empty(const Database& database) {
  Statement objects_there(database, "SELECT count(*) FROM sqlite_schema");
  const bool is_none = objects_there.step() && objects_there.integer(0) == 0;
  objects_there.reset();
  return is_none;
}

/// Alone among statements this one does not wait for other programs by itself.
void use_write_ahead_log(const Database& database) {
  for (int tried = 0;; ++tried) {
    const int result =
        sqlite3_exec(database.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (result == SQLITE_OK) return;
    if ((result & 0xFF) != SQLITE_BUSY || !database.wait_for_lock(tried)) database.fail();
  }
}

void make_tables(const Database& database) {
  // Two programs may find the file empty at once: the second one finds the tables of the first.
  Transaction transaction(database);
  if (is_empty(database)) {
    for (const SchemaObject& object : kObjects) database.run(std::string(object.sql));
    database.run("INSERT INTO trigram(trigram, rank) VALUES('hashsize', 67108864)");
    database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                             kMemoryApplicationId, kMemorySchemaVersion));
  }
  transaction.commit();
}

/// Throws unless the file is a memory of version `oldest` or a later one that this program knows.
void check_version(const Database& database, std::int64_t oldest) {
  if (pragma(database, "application_id") != kMemoryApplicationId) {
    throw Error(ErrorCode::format, database.name(),
                "is a database, but not a translation memory; give the file that thalign tm made");
  }
  const std::int64_t version = memory_version(database);
  if (version >= oldest && version <= kMemorySchemaVersion) return;
  if (version >= kOldestVersion && version < oldest) {
    throw Error(ErrorCode::format, database.name(),
                fmt::format("is a translation memory of version {}, made by an earlier thalign; "
                            "bring it to version {} with thalign tm upgrade",
                            version, kMemorySchemaVersion));
  }
  throw Error(ErrorCode::format, database.name(),
              fmt::format("is a translation memory of version {}, this program knows version {}; "
                          "use the thalign that made it, or a newer one",
                          version, kMemorySchemaVersion));
}

/// Refuses tables that thalign did not make: triggers, views, columns that are computed.
void check_schema(const Database& database) {
  const std::int64_t version = memory_version(database);
  std::size_t known = 0;
  Statement rows(database, "SELECT type, name, sql FROM sqlite_schema");
  while (rows.step()) {
    const std::string_view type = rows.text(0);
    const std::string_view name = rows.text(1);
    const bool is_data = type == "table" || type == "index";
    if (is_data && name.starts_with("sqlite_")) continue;  // statistics, indexes of keys
    if (type == "table" && std::ranges::count(kIndexTables, name) > 0) continue;
    const auto* const object = std::ranges::find(kObjects, name, &SchemaObject::name);
    if (!is_data || object == kObjects.end() || plain_sql(rows.text(2)) != plain_sql(object->sql)) {
      const std::string what =
          fmt::format("it has a {} '{}' that thalign did not make", type, name);
      rows.reset();
      database.fail_damaged(what);
    }
    if (object->since <= version) ++known;
  }
  const auto needed = std::ranges::count_if(
      kObjects, [&](const SchemaObject& object) { return object.since <= version; });
  if (known != static_cast<std::size_t>(needed)) database.fail_damaged("a table is missing");
}

Database open_file(const std::filesystem::path& path, Access access, LockWait wait) {
  std::error_code ignored;
  if (access != Access::create && !std::filesystem::exists(path, ignored)) {
    throw Error(ErrorCode::io, path.string(),
                "no such file; make a memory with thalign tm import or thalign tm build");
  }
  if (std::filesystem::is_directory(path, ignored)) {
    throw Error(ErrorCode::io, path.string(), "is a folder; give the file of a memory");
  }
  return {path, access, std::move(wait)};
}

/// Checks what is in the file and sets the connection up.
void check_memory(const Database& database, std::int64_t oldest_version) {
  if (is_empty(database)) {
    throw Error(ErrorCode::format, database.name(),
                "is empty, not a translation memory; give the file that thalign tm made");
  }
  check_version(database, oldest_version);
  check_schema(database);
  // Every commit reaches the disk; the cache keeps what an import of a large file writes to.
  database.run(
      "PRAGMA synchronous = FULL; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY");
}

}  // namespace

void add_new_tables(const Database& database) {
  const std::int64_t version = memory_version(database);
  for (const SchemaObject& object : kObjects) {
    if (object.since <= version) continue;
    Statement there(database, "SELECT 1 FROM sqlite_schema WHERE name = ?");
    const bool is_there = there.bind(1, object.name).step();
    there.reset();
    if (!is_there) database.run(std::string(object.sql));
  }
}

std::int64_t memory_version(const Database& database) { return pragma(database, "user_version"); }

Database open_memory(const std::filesystem::path& path, Access access, LockWait wait) {
  Database database = open_file(path, access, std::move(wait));
  if (access == Access::create && is_empty(database)) {
    use_write_ahead_log(database);
    make_tables(database);
  }
  check_memory(database, kMemorySchemaVersion);
  return database;
}

Database open_any_memory(const std::filesystem::path& path, LockWait wait) {
  Database database = open_file(path, Access::write, std::move(wait));
  check_memory(database, kOldestVersion);
  return database;
}

}  // namespace thalign
