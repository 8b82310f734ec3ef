// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_history.h"

#include <fmt/format.h>

#include <chrono>

#include "tm/memory/memory_schema.h"

namespace thalign {
namespace {

using sqlite::Statement;

constexpr std::string_view kUnitColumns =
    "id, identity, created, changed, confidence, score, tuid, about";
constexpr std::string_view kVariantColumns =
    "id, key, language, text, document, first, last, before, after, markup, about";

std::vector<UnitNumber> numbers(const sqlite::Database& database, const std::string& query,
                                std::int64_t action) {
  Statement rows(database, query);
  rows.bind(1, action);
  std::vector<UnitNumber> result;
  while (rows.step()) result.push_back(rows.integer(0));
  return result;
}

}  // namespace

MemoryHistory::MemoryHistory(const sqlite::Database& database)
    : database_(database),
      new_unit_(database, "INSERT OR IGNORE INTO new_unit(action, id) VALUES(?, ?)"),
      old_unit_(database, fmt::format("INSERT INTO old_unit SELECT ?1, {} FROM unit WHERE id = ?2",
                                      kUnitColumns)),
      old_variants_(database, fmt::format("INSERT INTO old_variant SELECT ?1, {} FROM variant "
                                          "WHERE id BETWEEN ?2 AND ?3",
                                          kVariantColumns)) {}

void MemoryHistory::begin(Date time, std::string_view what) {
  Statement insert(database_, "INSERT INTO action(time, what) VALUES(?, ?)");
  insert.bind(1, std::int64_t{time.time_since_epoch().count()}).bind(2, what).run();
  action_ = sqlite3_last_insert_rowid(database_.handle());
}

void MemoryHistory::stored(UnitNumber number) {
  if (action_ != 0) new_unit_.bind(1, action_).bind(2, number).run();
}

void MemoryHistory::replacing(UnitNumber number) {
  if (action_ == 0) return;
  // What an action stored itself, or has changed before, was not there before it.
  Statement known(database_,
                  "SELECT 1 FROM new_unit WHERE action = ?1 AND id = ?2 UNION ALL "
                  "SELECT 1 FROM old_unit WHERE action = ?1 AND id = ?2");
  const bool is_known = known.bind(1, action_).bind(2, number).step();
  known.reset();
  if (is_known) return;
  old_unit_.bind(1, action_).bind(2, number).run();
  const std::int64_t first = number * kVariantsOfUnit;
  old_variants_.bind(1, action_).bind(2, first).bind(3, first + kVariantsOfUnit - 1).run();
}

std::vector<MemoryAction> MemoryHistory::actions() const {
  Statement rows(
      database_,
      "SELECT id, time, what, (SELECT count(*) FROM new_unit WHERE action = action.id), "
      "(SELECT count(*) FROM old_unit WHERE action = action.id) FROM action ORDER BY id");
  std::vector<MemoryAction> actions;
  while (rows.step()) {
    actions.push_back({.number = rows.integer(0),
                       .time = Date(std::chrono::seconds(rows.integer(1))),
                       .what = std::string(rows.text(2)),
                       .stored = rows.integer(3),
                       .replaced = rows.integer(4)});
  }
  return actions;
}

std::vector<UnitNumber> MemoryHistory::touched(std::int64_t action) const {
  return numbers(database_,
                 "SELECT id FROM new_unit WHERE action = ?1 UNION SELECT id FROM old_unit WHERE "
                 "action = ?1 ORDER BY id",
                 action);
}

std::vector<UnitNumber> MemoryHistory::put_back(std::int64_t action) {
  Statement units(database_, fmt::format("INSERT INTO unit({0}) SELECT {0} FROM old_unit WHERE "
                                         "action = ?",
                                         kUnitColumns));
  units.bind(1, action).run();
  Statement variants(database_, fmt::format("INSERT INTO variant({0}) SELECT {0} FROM old_variant "
                                            "WHERE action = ?",
                                            kVariantColumns));
  variants.bind(1, action).run();
  std::vector<UnitNumber> back =
      numbers(database_, "SELECT id FROM old_unit WHERE action = ? ORDER BY id", action);
  forget(action);
  return back;
}

void MemoryHistory::forget(std::int64_t action) {
  for (const std::string_view table : {"new_unit", "old_unit", "old_variant"}) {
    Statement rows(database_, fmt::format("DELETE FROM {} WHERE action = ?", table));
    rows.bind(1, action).run();
  }
  Statement row(database_, "DELETE FROM action WHERE id = ?");
  row.bind(1, action).run();
}

void MemoryHistory::clear() {
  for (const std::string_view table : {"new_unit", "old_unit", "old_variant", "action"})
    database_.run(fmt::format("DELETE FROM {}", table));
}

}  // namespace thalign
