// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <string>
#include <thread>
#include <utility>

#include "tests/error_message.h"
#include "tests/tm/memory/memory_builder.h"
#include "text/error.h"
#include "tm/memory/lock_wait.h"
#include "tm/memory/neighbours.h"

namespace thalign {
namespace {

using test::add;
using test::all;
using test::day;
using test::MemoryPath;
using test::pair;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Access = Memory::Access;

/// Everything a unit can say and a memory keeps.
TranslationUnit full_unit() {
  TranslationUnit unit = pair("ฝน\u00A0ตก ๑๐ มม.", "10 mm of <rain> & wind\x01\n", "");
  unit.id = "tu-7";
  unit.score = 12.5;
  unit.confidence = 0.75;
  unit.about.created = day(1);
  unit.about.changed = day(2);
  unit.about.attributes = {{"creationid", "somchai"}};
  unit.about.properties = {{"x-client", "ลูกค้า", "th"}};
  unit.about.notes = {{"check \"this\"", "en"}};
  Variant& thai = unit.variants[0];
  thai.document = "a.th.txt";
  thai.markup = "ฝน\u00A0ตก <ph x=\"1\"/>๑๐ มม.";
  thai.offsets = CodePointRange{3, 17};
  thai.about.changed = day(3);
  thai.about.properties = {{"x-kind", "heading"}};
  return unit;
}

void run_sql(const std::filesystem::path& path, const char* sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
}

TEST(Memory, ItsFileSaysWhatItIs) {
  const MemoryPath file;
  EXPECT_FALSE(is_memory_file(file.path())) << "not there";
  std::ofstream(file.path()) << std::string(100, 'x');
  EXPECT_FALSE(is_memory_file(file.path()));
  std::filesystem::remove(file.path());
  run_sql(file.path(), "CREATE TABLE other (x)");
  EXPECT_FALSE(is_memory_file(file.path())) << "a database of somebody else";
  std::filesystem::remove(file.path());
  { const Memory memory(file.path(), Access::create); }
  EXPECT_TRUE(is_memory_file(file.path()));
}

TEST(Memory, KeepsUnitsAsTheyCame) {
  const MemoryPath file;
  {
    Memory memory(file.path(), Access::create);
    const ImportCounts counts = add(memory, {full_unit()});
    EXPECT_EQ(counts.read, 1U);
    EXPECT_EQ(counts.stored, 1U);
  }
  const Memory memory(file.path(), Access::read);
  EXPECT_THAT(all(memory), ElementsAre(full_unit()));
  EXPECT_EQ(memory.unit(1), full_unit());
  EXPECT_EQ(memory.unit(2), std::nullopt);
}

TEST(Memory, StoresCutsOfDocumentsOnOneLine) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  TranslationUnit unit = pair("ฝน\nตก", "It\r\n rains");
  unit.variants[0].offsets = unit.variants[1].offsets = CodePointRange{0, 5};
  unit.variants[0].joints = {4};
  add(memory, {unit});
  EXPECT_EQ(all(memory).at(0).variants.at(0).text, "ฝน ตก");
  EXPECT_EQ(all(memory).at(0).variants.at(1).text, "It rains");
  EXPECT_EQ(add(memory, {unit}).present, 1U);
}

TEST(Memory, StoresAUnitOnce) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  TranslationUnit elsewhere = full_unit();
  elsewhere.variants[0].offsets = CodePointRange{40, 54};
  add(memory, {full_unit(), full_unit(), elsewhere});
  const ImportCounts again = add(memory, all(memory));
  EXPECT_EQ(again.present, 2U);
  EXPECT_EQ(again.stored + again.updated, 0U);
  EXPECT_EQ(memory.statistics().units, 2);
}

TEST(Memory, TakesWhatALaterDateSays) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory, {full_unit()});
  TranslationUnit later = full_unit();
  later.about.changed = day(5);
  later.confidence = 1.0;
  later.about.notes = {Note{.text = "checked"}};
  later.variants[1].about.notes = {Note{.text = "of the text"}};
  TranslationUnit earlier = full_unit();
  earlier.about.changed = day(1);
  earlier.confidence = 0.1;
  EXPECT_EQ(add(memory, {later}).updated, 1U);
  EXPECT_EQ(add(memory, {earlier}).present, 1U);
  const TranslationUnit unit = all(memory).at(0);
  EXPECT_EQ(unit.about, later.about);
  EXPECT_EQ(unit.confidence, 1.0);
  EXPECT_EQ(unit.variants, later.variants);
}

TEST(Memory, LeavesOutUnitsWithoutTextInTwoLanguages) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  TranslationUnit alone = pair("ฝน", "");
  TranslationUnit same = pair("ฝน", "ตก");
  same.variants[1].language = "th";
  const ImportCounts counts = add(memory, {alone, same, pair(" ", "rain"), pair("ฝน", "rain")});
  EXPECT_EQ(counts.left_out, 3U);
  EXPECT_EQ(counts.stored, 1U);
}

TEST(Memory, KeepsMoreThanTwoLanguages) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  TranslationUnit unit = pair("ฝน", "rain");
  unit.variants.push_back({.language = "lo", .text = "ຝົນ"});
  unit.about.created = unit.about.changed = day(1);
  add(memory, {unit});
  EXPECT_THAT(all(memory), ElementsAre(unit));
  unit.variants.resize(65, unit.variants[2]);
  EXPECT_THAT(error_message([&] { add(memory, {unit}); }, ErrorCode::limit), HasSubstr("65 texts"));
}

TEST(Memory, KnowsNeighboursAndExchangesThem) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  // The second unit has no English text, but is a Thai neighbour.
  add(memory, {pair("หนึ่ง", "one", "d"), pair("สอง", "", "d"), pair("สาม", "three", "d"),
               pair("สี่", "four", "other")});
  const std::vector<TranslationUnit> units = all(memory);
  ASSERT_EQ(units.size(), 3U);
  const auto neighbours = [&](std::size_t unit, std::size_t variant) {
    const auto& properties = units[unit].variants[variant].about.properties;
    return properties.empty() ? Neighbours{} : parse_neighbours(properties.at(0).text).value();
  };
  EXPECT_EQ(neighbours(0, 0).before, 0U);
  EXPECT_EQ(neighbours(1, 1).before, neighbours(0, 1).before + neighbours(1, 1).before);
  EXPECT_NE(neighbours(0, 0).after, neighbours(0, 1).after);
  EXPECT_NE(neighbours(0, 1).after, 0U);
  EXPECT_EQ(neighbours(1, 0).after, 0U);
  EXPECT_EQ(neighbours(2, 0), Neighbours{});

  const MemoryPath other;
  Memory copy(other.path(), Access::create);
  add(copy, {units[2], units[1], units[0]});
  EXPECT_THAT(all(copy), ElementsAre(units[2], units[1], units[0]));
}

TEST(Memory, KnowsTheUnitsOfADocument) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory, {pair("ฝน", "rain", "a"), pair("แดด", "sun", "b"), pair("ลม", "wind", "a")});
  EXPECT_THAT(memory.of_document("a"), ElementsAre(1, 3));
  EXPECT_THAT(memory.of_document("c"), ElementsAre());
}

TEST(Memory, CommitsInBatches) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  std::vector<std::uint64_t> safe;
  {
    MemoryWriter writer(memory, day(1), 2);
    writer.on_commit([&](const ImportCounts& counts) {
      safe.push_back(counts.read);
      EXPECT_EQ(Memory(file.path(), Access::read).statistics().units,
                static_cast<std::int64_t>(counts.stored));
    });
    for (int i = 0; i < 5; ++i) writer.add(pair("ฝน" + std::to_string(i), "rain"));
  }
  EXPECT_THAT(safe, ElementsAre(2, 4));
  EXPECT_EQ(memory.statistics().units, 4);
}

TEST(Memory, ForgetsWhatWasNotFinished) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  {
    MemoryWriter writer(memory, day(1));
    for (int i = 0; i < 5000; ++i) writer.add(pair("ฝน" + std::to_string(i), "rain", "new"));
  }
  EXPECT_EQ(memory.statistics().units, 0);
  add(memory, {pair("ฝน", "rain", "new")});
  EXPECT_EQ(all(memory).at(0).variants.at(0).document, "new");
  EXPECT_EQ(all(memory).at(0).variants.at(0).language, "th");
}

TEST(Memory, WritersWaitForEachOther) {
  const MemoryPath file;
  { const Memory memory(file.path(), Access::create); }
  const auto write = [&](const std::string& name) {
    Memory memory(file.path(), Access::write);
    for (int i = 0; i < 20; ++i) add(memory, {pair(name + std::to_string(i), "x")}, day(1), 1);
  };
  std::thread first(write, "ก");
  std::thread second(write, "ข");
  for (int i = 0; i < 20; ++i) {
    EXPECT_LE(Memory(file.path(), Access::read).statistics().units, 40);
  }
  first.join();
  second.join();
  EXPECT_EQ(Memory(file.path(), Access::read).statistics().units, 40);

  sqlite3* locked = nullptr;
  sqlite3_open(file.path().c_str(), &locked);
  sqlite3_exec(locked, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  Memory impatient(file.path(), Access::write, {std::chrono::milliseconds(10)});
  EXPECT_THAT(error_message([&] { add(impatient, {pair("a", "b")}); }, ErrorCode::io),
              HasSubstr("another program is writing"));
  int told = 0;
  Memory patient(file.path(), Access::write,
                 {.longest = std::chrono::milliseconds(2100), .on_wait = [&] { ++told; }});
  EXPECT_THAT(error_message([&] { add(patient, {pair("a", "b")}); }, ErrorCode::io),
              HasSubstr("another program is writing"));
  EXPECT_EQ(told, 1) << "after two seconds";
  sqlite3_close(locked);
}

TEST(Memory, RemovesAndDedupes) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  TranslationUnit best = pair("ฝน ๑", "rain", "b");
  best.confidence = 0.9;
  add(memory, {pair("ฝน ๑", "rain", "a"), best, pair("ฝน 1", "Rain", "c"), pair("แดด", "sun")});
  EXPECT_EQ(memory.duplicates(Sameness::text), std::vector<UnitNumber>({1}));
  EXPECT_EQ(memory.dedupe(Sameness::text), 1);
  EXPECT_EQ(memory.dedupe(Sameness::text), 0);
  EXPECT_EQ(memory.dedupe(Sameness::folded), 1);
  EXPECT_EQ(all(memory).at(0).variants.at(0).document, "b");
  EXPECT_EQ(memory.remove(MemoryFilter({.document = "b*"})), 1);
  EXPECT_EQ(all(memory).at(0).variants.at(1).text, "sun");
  EXPECT_EQ(memory.remove(MemoryFilter()), 1);
  memory.check();
  EXPECT_THAT(all(memory), IsEmpty());
}

TEST(Memory, DedupeKeepsTheUnitChangedLast) {
  for (const bool newer_comes_first : {true, false}) {
    const MemoryPath file;
    Memory memory(file.path(), Access::create);
    TranslationUnit older = pair("ฝน", "rain", "older");
    older.about.changed = day(1);
    TranslationUnit newer = pair("ฝน", "rain", "newer");
    newer.about.changed = day(2);
    if (newer_comes_first) std::swap(older, newer);
    add(memory, {older, newer});
    EXPECT_EQ(memory.dedupe(Sameness::text), 1);
    EXPECT_EQ(all(memory).at(0).variants.at(0).document, "newer");
  }
}

TEST(Memory, ReportsWhatItHolds) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  EXPECT_EQ(memory.statistics().oldest, std::nullopt);
  add(memory, {pair("ฝน", "rain", "a"), full_unit()});
  const MemoryStatistics statistics = memory.statistics();
  EXPECT_EQ(statistics.units, 2);
  EXPECT_EQ(statistics.variants, 4);
  EXPECT_EQ(statistics.documents, 2);
  EXPECT_EQ(statistics.oldest, day(2));
  EXPECT_EQ(statistics.newest, day(10));
  ASSERT_EQ(statistics.languages.size(), 2U);
  EXPECT_EQ(statistics.languages[1].name, "th");
  EXPECT_EQ(statistics.languages[1].characters, 2 + 12);
  EXPECT_THAT(memory.first_languages(), ElementsAre("th"));
}

TEST(Memory, RefusesWhatIsNone) {
  const MemoryPath file;
  const auto open = [&](Access access) { return [&file, access] { Memory(file.path(), access); }; };
  EXPECT_THAT(error_message(open(Access::read), ErrorCode::io), HasSubstr("no such file"));
  std::ofstream(file.path()).close();
  EXPECT_THAT(error_message(open(Access::read), ErrorCode::format), HasSubstr("is empty"));
  std::ofstream(file.path()) << std::string(5000, 'x');
  EXPECT_THAT(error_message(open(Access::create), ErrorCode::format),
              HasSubstr("not a translation memory"));
  std::filesystem::remove(file.path());
  run_sql(file.path(), "CREATE TABLE x(y)");
  EXPECT_THAT(error_message(open(Access::create), ErrorCode::format),
              HasSubstr("is a database, but"));
  EXPECT_THAT(
      error_message([&] { Memory(file.path().parent_path(), Access::read); }, ErrorCode::io),
      HasSubstr("is a folder"));
}

TEST(Memory, RefusesANewerVersion) {
  const MemoryPath file;
  { const Memory memory(file.path(), Access::create); }
  run_sql(file.path(), "PRAGMA user_version = 99");
  EXPECT_THAT(error_message([&] { Memory(file.path(), Access::write); }, ErrorCode::format),
              HasSubstr("version 99"));
}

TEST(Memory, ReportsDamage) {
  const MemoryPath file;
  {
    Memory memory(file.path(), Access::create);
    std::vector<TranslationUnit> units;
    for (int i = 0; i < 2000; ++i) units.push_back(pair("ฝน" + std::to_string(i), "rain"));
    add(memory, units);
  }
  std::fstream bytes(file.path(), std::ios::in | std::ios::out | std::ios::binary);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(file.path()));
  for (std::streamoff at = 5 * 4096; at < size; at += 4096) {
    bytes.seekp(at);
    bytes << std::string(3000, '\xA5');
  }
  bytes.close();
  EXPECT_THAT(error_message([&] { Memory(file.path(), Access::read).check(); }, ErrorCode::format),
              HasSubstr("is damaged"));
}

}  // namespace
}  // namespace thalign
