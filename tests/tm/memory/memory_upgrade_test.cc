// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/error_message.h"
#include "tests/tm/memory/memory_builder.h"
#include "text/error.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_search.h"

namespace thalign {
namespace {

using test::MemoryPath;
using testing::HasSubstr;
using Access = Memory::Access;

constexpr const char* kThai = "เด็ก ๆ เล่น\u200Bน้ำฝน";
constexpr const char* kFolded = "เด็กๆ เล่นน้ำฝน";

void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  char* message = nullptr;
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  EXPECT_EQ(message, nullptr) << message << ": " << sql;
  sqlite3_exec(database, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
  sqlite3_close(database);
}

std::string signed_key(std::uint64_t key) { return std::to_string(static_cast<std::int64_t>(key)); }

/// A memory as version 1 made it: the text matched as it is, in keys, neighbours and trigrams.
void make_old_memory(const std::filesystem::path& path) {
  {
    Memory memory(path, Access::create);
    TranslationUnit unit = test::pair(kThai, "Children play in the rain.", "a");
    unit.about.notes = {{"a note"}};
    test::add(memory, {test::pair("ฝนตก", "It rains.", "a"), unit,
                       test::pair("แดดออก", "The sun is out.", "a")});
  }
  const std::string thai = "'" + std::string(kThai) + "'";
  const std::string key = signed_key(match_key(kThai));
  const std::string new_key = signed_key(match_key(match_text(kThai)));
  const std::string id = "(SELECT id FROM variant WHERE text = " + thai + ")";
  run_sql(path, "INSERT INTO trigram(trigram, rowid, text) VALUES('delete', " + id + ", '" +
                    match_text(kThai) + "');" + "INSERT INTO trigram(rowid, text) VALUES(" + id +
                    ", " + thai + ");" + "UPDATE variant SET key = " + key +
                    " WHERE text = " + thai + ";" + "UPDATE variant SET before = " + key +
                    " WHERE before = " + new_key + ";" + "UPDATE variant SET after = " + key +
                    " WHERE after = " + new_key + ";" + "PRAGMA user_version = 1");
}

std::string error_of_opening(const std::filesystem::path& path, Access access) {
  return error_message([&] { const Memory memory(path, access); }, ErrorCode::format);
}

TEST(MemoryUpgrade, OldMemoriesAreRefusedUntilTheyAreUpgraded) {
  const MemoryPath file;
  make_old_memory(file.path());
  for (const Access access : {Access::read, Access::write, Access::create}) {
    EXPECT_THAT(error_of_opening(file.path(), access), HasSubstr("thalign tm upgrade"));
  }
  const MemoryUpgrade upgrade = upgrade_memory(file.path());
  EXPECT_EQ(upgrade.from, 1);
  EXPECT_EQ(upgrade.to, 3);
  EXPECT_EQ(error_of_opening(file.path(), Access::read), "no error");
  const MemoryUpgrade again = upgrade_memory(file.path());
  EXPECT_EQ(again.from, again.to);
}

TEST(MemoryUpgrade, TextsAreFoundAsInANewMemory) {
  const MemoryPath old_file, misread_file;
  make_old_memory(old_file.path());
  std::filesystem::copy_file(old_file.path(), misread_file.path());
  run_sql(misread_file.path(), "PRAGMA user_version = 3");
  const auto count = [](const std::filesystem::path& path) {
    const Memory memory(path, Access::read);
    return MemorySearch(memory).occurrences("เล่นน้ำ", {}).size();
  };
  EXPECT_EQ(count(misread_file.path()), 0);  // what the version guards against

  upgrade_memory(old_file.path());
  EXPECT_EQ(count(old_file.path()), 1);
  const Memory memory(old_file.path(), Access::read);
  memory.check();
  const auto matches = MemorySearch(memory).matches(kFolded, {});
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(matches[0].score, 99);
}

TEST(MemoryUpgrade, UnitsStayAndNeighboursFollow) {
  const MemoryPath old_file, new_file;
  make_old_memory(old_file.path());
  upgrade_memory(old_file.path());
  {
    Memory memory(new_file.path(), Access::create);
    TranslationUnit unit = test::pair(kThai, "Children play in the rain.", "a");
    unit.about.notes = {{"a note"}};
    test::add(memory, {test::pair("ฝนตก", "It rains.", "a"), unit,
                       test::pair("แดดออก", "The sun is out.", "a")});
  }
  // Neighbours are properties of what `all` returns.
  EXPECT_EQ(test::all(Memory(old_file.path(), Access::read)),
            test::all(Memory(new_file.path(), Access::read)));
}

TEST(MemoryUpgrade, ADamagedMemoryIsRefusedAndLeftAsItWas) {
  const MemoryPath file;
  make_old_memory(file.path());
  run_sql(file.path(), "UPDATE variant SET text = CAST(x'ff61' AS TEXT) WHERE id % 64 = 1");
  try {
    upgrade_memory(file.path());
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format);
    EXPECT_THAT(error.what(), HasSubstr("is damaged"));
  }
  EXPECT_THAT(error_of_opening(file.path(), Access::read), HasSubstr("version 1"));
}

TEST(MemoryUpgrade, OtherVersionsAreNotUpgraded) {
  const MemoryPath file;
  { const Memory memory(file.path(), Access::create); }
  for (const char* const version : {"99", "0", "-1"}) {
    run_sql(file.path(), std::string("PRAGMA user_version = ") + version);
    try {
      upgrade_memory(file.path());
      ADD_FAILURE() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::format);
      EXPECT_THAT(error.what(), HasSubstr(std::string("version ") + version));
      EXPECT_THAT(error.what(), HasSubstr("use the thalign that made it"));
    }
  }
}

}  // namespace
}  // namespace thalign
