// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include "tests/tm/memory/memory_builder.h"
#include "text/error.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_filter.h"
#include "tm/memory/memory_search.h"

// Memories that somebody else has made or changed.

namespace thalign {
namespace {

using test::MemoryPath;
using testing::HasSubstr;
using Access = Memory::Access;

void make_memory(const std::filesystem::path& path) {
  Memory memory(path, Access::create);
  TranslationUnit unit = test::pair("ฝนตกหนัก", "heavy rain", "a");
  unit.about.notes = {{"a note"}};
  unit.variants[0].about.notes = {{"another"}};
  unit.variants[0].offsets = CodePointRange{0, 8};
  test::add(memory, {unit, test::pair("แดดออก", "sunshine", "a")});
}

void change(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_db_config(database, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
  char* message = nullptr;
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  ASSERT_EQ(message, nullptr) << message << ": " << sql;
  sqlite3_exec(database, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
  sqlite3_close(database);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Opens, reads and writes the memory; the message of the error, which must be of a damaged file.
std::string use(const std::filesystem::path& path) {
  try {
    Memory memory(path, Access::create);
    test::all(memory);
    const MemorySearch search(memory);
    (void)search.matches("ฝนตกหนัก", {});
    (void)search.occurrences("heavy", {});
    memory.dedupe(Sameness::text);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format) << error.what();
    return error.what();
  }
  return "no error";
}

class DamagedMemory : public testing::TestWithParam<const char*> {};

TEST_P(DamagedMemory, IsReportedAndNotWritten) {
  const MemoryPath file;
  make_memory(file.path());
  change(file.path(), GetParam());
  const std::string before = bytes_of(file.path());
  EXPECT_THAT(use(file.path()), HasSubstr("is damaged"));
  EXPECT_TRUE(bytes_of(file.path()) == before) << "the file changed";
}

INSTANTIATE_TEST_SUITE_P(
    Memory, DamagedMemory,
    testing::Values(
        "UPDATE unit SET about = 'x'", "UPDATE unit SET about = '[1]'",
        "UPDATE unit SET about = '{\"notes\":7}'",
        "UPDATE variant SET about = '{\"created\":\"x\"}'",
        "UPDATE unit SET about = '{\"notes\":' || replace(hex(zeroblob(50000)), '0', '[') || '}'",
        "UPDATE unit SET about = '{\"notes\":' || replace(hex(zeroblob(50000)), '0', '[') || "
        "replace(hex(zeroblob(50000)), '0', ']') || '}'",
        "UPDATE variant SET text = CAST(x'ff61' AS TEXT)",
        "UPDATE variant SET markup = CAST(x'80' AS TEXT)",
        "UPDATE unit SET tuid = CAST(x'c0af' AS TEXT)",
        "UPDATE language SET tag = CAST(x'ff' || tag AS TEXT)", "DELETE FROM language",
        "UPDATE variant SET document = 99", "UPDATE variant SET first = -1, last = 5",
        "UPDATE variant SET first = 9, last = 5", "UPDATE variant SET first = 1, last = 1e10",
        "UPDATE unit SET confidence = 9e999", "UPDATE unit SET score = -9e999",
        "UPDATE variant SET text = CAST(zeroblob(70000000) AS TEXT)",
        "CREATE TRIGGER t AFTER DELETE ON unit BEGIN DELETE FROM variant; END",
        "CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n FROM c) SELECT n "
        "FROM c",
        "CREATE TABLE other(x)", "CREATE INDEX slow ON variant(length(text))",
        "DROP INDEX variant_key", "DROP TABLE sample",
        "DROP TABLE sample; CREATE VIEW sample AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL "
        "SELECT n FROM c) SELECT n AS counts, n AS variants FROM c",
        "ALTER TABLE unit ADD COLUMN more INTEGER",
        "UPDATE sqlite_schema SET sql = replace(sql, 'text TEXT NOT NULL', 'text BLOB') WHERE name "
        "= 'variant'",
        "DELETE FROM trigram_data WHERE id > 1; UPDATE trigram_data SET block = zeroblob(9)"));

TEST(DamagedMemory, NumbersBeyondTheLastAreNoUnits) {
  const MemoryPath file;
  make_memory(file.path());
  const Memory memory(file.path(), Access::read);
  EXPECT_EQ(memory.unit(std::numeric_limits<UnitNumber>::max()), std::nullopt);
  EXPECT_EQ(memory.unit(-1), std::nullopt);
}

TEST(DamagedMemory, NamesThatSqliteTakesForSomethingElseAreFiles) {
  const MemoryPath file;
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(file.path().parent_path());
  for (const char* const name : {":memory:", "file:x?mode=memory", "file:y"}) {
    make_memory(name);
    EXPECT_TRUE(std::filesystem::is_regular_file(name)) << name;
    EXPECT_EQ(test::all(Memory(name, Access::read)).size(), 2U) << name;
  }
  std::filesystem::current_path(before);
}

TEST(DamagedMemory, RemovesWhatAnExpressionFinds) {
  const MemoryPath file;
  make_memory(file.path());
  Memory memory(file.path(), Access::write);
  MemoryConditions conditions;
  conditions.expression = "a";
  EXPECT_EQ(memory.remove(MemoryFilter(std::move(conditions))), 1);
  EXPECT_EQ(test::all(memory).size(), 1U);
}

}  // namespace
}  // namespace thalign
