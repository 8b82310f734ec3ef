// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/error_message.h"
#include "tests/tm/memory/memory_builder.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory_history.h"

namespace thalign {
namespace {

using test::day;
using test::MemoryPath;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::chrono::milliseconds kNoWait{0};

/// A unit as a memory takes it.
IncomingUnit incoming(const std::string& thai, const std::string& english,
                      const std::string& document = {}) {
  IncomingUnit result{.unit = test::pair(thai, english, document)};
  result.unit.about.created = result.unit.about.changed = day(3);
  for (const Variant& variant : result.unit.variants) {
    result.match_texts.push_back(match_text(variant.text));
    result.keys.push_back(match_key(result.match_texts.back()));
    result.neighbours.emplace_back();
  }
  return result;
}

/// The tables of a new memory, in a transaction.
struct NewTables {
  MemoryPath file;
  MemoryTables tables{file.path(), sqlite::Access::create, {kNoWait}};
  sqlite::Transaction transaction{tables.database()};
};

TEST(MemoryTablesTest, AUnitComesBackAsItWasStored) {
  NewTables memory;
  IncomingUnit unit = incoming("ฝน  ตก", "Rain", "a");
  unit.unit.id = "7";
  unit.unit.score = -1.5;
  unit.unit.confidence = 0.25;
  unit.unit.variants[0].offsets = CodePointRange{3, 9};
  unit.unit.variants[1].markup = "Rain<ph x=\"1\"/>";
  unit.unit.about.notes.push_back({"wet"});
  unit.neighbours[0] = {.before = ~std::uint64_t{0}, .after = 5};
  const UnitNumber number = memory.tables.insert(unit, 11);
  const auto stored = memory.tables.load(number);
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->number, number);
  EXPECT_EQ(stored->unit, unit.unit);
  EXPECT_EQ(stored->neighbours, unit.neighbours);
  EXPECT_FALSE(memory.tables.load(number + 1).has_value());
}

TEST(MemoryTablesTest, UnitsAreFoundByIdentityKeyAndDocument) {
  NewTables memory;
  const UnitNumber first = memory.tables.insert(incoming("ฝน", "rain", "a"), 1);
  const UnitNumber second = memory.tables.insert(incoming("ฝน", "showers", "b"), 2);
  const UnitNumber third = memory.tables.insert(incoming("ฝน", "rain", "a"), 1);
  EXPECT_THAT(memory.tables.with_identity(1), ElementsAre(first, third));
  EXPECT_THAT(memory.tables.with_document("a"), ElementsAre(first, third));
  EXPECT_THAT(memory.tables.with_document("c"), IsEmpty());
  EXPECT_THAT(memory.tables.with_key(match_key("ฝน"), 2),
              ElementsAre(third * kVariantsOfUnit, second * kVariantsOfUnit));
  EXPECT_THAT(memory.tables.with_key(match_key("showers"), 9),
              ElementsAre(second * kVariantsOfUnit + 1));
}

TEST(MemoryTablesTest, WhatIsSaidIsReplacedAndTheTextsAreNot) {
  NewTables memory;
  IncomingUnit unit = incoming("ฝน", "rain");
  const UnitNumber number = memory.tables.insert(unit, 1);
  unit.unit.id = "new";
  unit.unit.about.changed = day(9);
  unit.unit.variants[1].about.notes.push_back({"of English"});
  unit.neighbours[1].before = 4;
  memory.tables.replace_about(number, unit);
  const auto stored = memory.tables.load(number);
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->unit, unit.unit);
  EXPECT_EQ(stored->neighbours, unit.neighbours);
}

TEST(MemoryTablesTest, WhatIsRemovedIsFoundNowhere) {
  NewTables memory;
  const UnitNumber kept = memory.tables.insert(incoming("ฝน", "rain", "a"), 1);
  const UnitNumber removed = memory.tables.insert(incoming("แดด", "sunshine", "a"), 2);
  memory.tables.remove(removed);
  memory.tables.remove(removed + 7);  // nothing there
  EXPECT_FALSE(memory.tables.load(removed).has_value());
  EXPECT_THAT(memory.tables.with_document("a"), ElementsAre(kept));
  EXPECT_THAT(memory.tables.with_key(match_key("sunshine"), 9), IsEmpty());
  sqlite::Statement index(memory.tables.database(),
                          "SELECT count(*) FROM trigram WHERE trigram MATCH ?");
  index.bind(1, std::string_view("sun"));
  ASSERT_TRUE(index.step());
  EXPECT_EQ(index.integer(0), 0);
}

TEST(MemoryTablesTest, UndoBringsBackWhatTheLastActionChanged) {
  NewTables memory;
  IncomingUnit unit = incoming("ฝน", "rain");
  const UnitNumber changed = memory.tables.insert(unit, 1);
  const UnitNumber removed = memory.tables.insert(incoming("แดด", "sunshine"), 2);
  memory.tables.insert(incoming("หมอก", "fog"), 4);  // the number of the last one may be used again
  memory.tables.history().begin(day(5), "change");
  unit.unit.id = "new";
  memory.tables.replace_about(changed, unit);
  memory.tables.remove(removed);
  const UnitNumber added = memory.tables.insert(incoming("ลม", "wind"), 3);
  memory.tables.history().end();
  const auto undone = memory.tables.undo();
  ASSERT_TRUE(undone.has_value());
  EXPECT_EQ(undone->what, "change");
  EXPECT_EQ(memory.tables.load(changed)->unit.id, "");
  EXPECT_EQ(memory.tables.load(removed)->unit.variants.at(1).text, "sunshine");
  EXPECT_FALSE(memory.tables.load(added).has_value());
  EXPECT_THAT(memory.tables.with_key(match_key("sunshine"), 9), testing::SizeIs(1));
  EXPECT_FALSE(memory.tables.undo().has_value());
}

TEST(MemoryTablesTest, NamesAreNumberedOnceAndAMissingOneIsDamage) {
  NewTables memory;
  NameTable& names = memory.tables.languages();
  const std::int64_t thai = names.number("th");
  EXPECT_NE(names.number("en"), thai);
  EXPECT_EQ(names.number("th"), thai);
  names.forget();
  EXPECT_EQ(names.number("th"), thai) << "it is in the table";
  EXPECT_EQ(names.name(thai), "th");
  EXPECT_THAT(error_message([&] { names.name(99); }, ErrorCode::format),
              HasSubstr("a name is missing"));
}

TEST(MemoryTablesTest, NamesOfATransactionThatWasRolledBackAreForgotten) {
  const MemoryPath file;
  MemoryTables tables(file.path(), sqlite::Access::create, {kNoWait});
  {
    const sqlite::Transaction rolled_back(tables.database());
    tables.languages().number("th");
  }
  tables.forget_names();
  const sqlite::Transaction transaction(tables.database());
  const UnitNumber number = tables.insert(incoming("ฝน", "rain"), 1);
  EXPECT_EQ(tables.load(number)->unit.variants.at(0).language, "th");
}

// ---- history

TEST(MemoryTablesHistory, WithoutAnActionNothingIsKept) {
  NewTables memory;
  const UnitNumber number = memory.tables.insert(incoming("ฝน", "rain"), 1);
  memory.tables.remove(number);
  EXPECT_THAT(memory.tables.history().actions(), IsEmpty());
}

TEST(MemoryTablesHistory, WhatAnActionStoredItselfWasNotThereBefore) {
  NewTables memory;
  MemoryHistory& history = memory.tables.history();
  const UnitNumber before = memory.tables.insert(incoming("ฝน", "rain"), 1);
  history.begin(day(5), "a");
  const UnitNumber stored = memory.tables.insert(incoming("แดด", "sun"), 2);
  memory.tables.remove(stored);
  memory.tables.remove(before);
  history.end();
  const std::vector<MemoryAction> actions = history.actions();
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0].time, day(5));
  EXPECT_EQ(actions[0].stored, 1);
  EXPECT_EQ(actions[0].replaced, 1);
  EXPECT_THAT(history.touched(actions[0].number), ElementsAre(before, stored));
  EXPECT_THAT(history.put_back(actions[0].number), ElementsAre(before));
  EXPECT_THAT(history.actions(), IsEmpty()) << "it is forgotten";
}

TEST(MemoryTablesHistory, ClearForgetsAllActions) {
  NewTables memory;
  for (const char* const what : {"a", "b"}) {
    memory.tables.history().begin(day(5), what);
    memory.tables.insert(incoming(what, what), 1);
  }
  ASSERT_EQ(memory.tables.history().actions().size(), 2U);
  EXPECT_EQ(memory.tables.history().actions()[1].what, "b") << "ascending by time";
  memory.tables.history().clear();
  EXPECT_THAT(memory.tables.history().actions(), IsEmpty());
}

}  // namespace
}  // namespace thalign
